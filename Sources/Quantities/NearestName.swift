extension String {
  /// The candidate with the smallest edit distance to this word, if it is near enough to be a slip of the hand.
  ///
  /// Near enough is a distance of at most a third of the longer word, at least two. Case is ignored.
  public func nearest(among candidates: [String]) -> String? {
    let scored = candidates.map { (name: $0, distance: lowercased().editDistance(to: $0.lowercased())) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, max(count, best.name.count) / 3) ? best.name : nil
  }

  /// Levenshtein distance in characters. O(n·m).
  func editDistance(to other: String) -> Int {
    let (a, b) = (Array(self), Array(other))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = x == y ? diagonal : Swift.min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
