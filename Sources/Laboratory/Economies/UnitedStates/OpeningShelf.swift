import Synchronization

/// Keeps the last opening that was worked out, so that an ensemble at one scale works it out once.
///
/// An opening is a value that depends on nothing but its scale: sharing one changes no run.
enum OpeningShelf {
  private static let kept = Mutex<OpeningState?>(nil)

  /// The opening at a scale, from the shelf or made now. Threads that ask at once wait for one another.
  static func opening(scale: Double) throws -> OpeningState {
    try kept.withLock { kept in
      if let kept, kept.scale == scale { return kept }
      let made = try OpeningState(scale: scale)
      kept = made
      return made
    }
  }
}
