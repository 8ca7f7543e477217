import Foundation
import Synchronization

/// The wish of whoever sits at the keyboard that the program stop.
///
/// The first interrupt lets finished runs be kept; the second ends the program at once.
enum Interruption {
  private static let wishes = Atomic<Int>(0)

  static var isRequested: Bool { wishes.load(ordering: .relaxed) > 0 }

  static func watch() {
    // Made before the first signal, so that the handler only counts.
    wishes.store(0, ordering: .relaxed)
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&numbers, number)
      signal(number) { _ in
        if Interruption.wishes.add(1, ordering: .relaxed).newValue > 1 { _exit(Ending.interrupted) }
      }
    }
    // Whoever started the program may have blocked them.
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }
}
