/// Paths through points, broken where a value is missing.
enum Polyline {
  typealias Point = (x: Double, y: Double)

  /// The stretches without missing values, thinned to what a screen can show.
  ///
  /// More than four points a pixel column become the column's first, lowest, highest and last.
  static func stretches(_ xs: [Double], _ ys: [Double?]) -> [[Point]] {
    var stretches: [[Point]] = []
    var current: [Point] = []
    for (x, y) in zip(xs, ys) {
      if let y {
        current.append((x, y))
      } else if !current.isEmpty {
        stretches.append(current)
        current = []
      }
    }
    if !current.isEmpty { stretches.append(current) }
    return stretches.map(thinned)
  }

  /// A path along the points.
  static func path(_ points: [Point]) -> String {
    points.enumerated().map { ($0 == 0 ? "M" : "L") + $1.x.pixels + " " + $1.y.pixels }.joined()
  }

  /// A closed path along an upper edge and back along a lower one.
  static func ribbon(_ upper: [Point], _ lower: [Point]) -> String {
    guard upper.count > 1 || lower.count > 1 else { return "" }
    return path(upper) + lower.reversed().map { "L" + $0.x.pixels + " " + $0.y.pixels }.joined() + "Z"
  }

  private static func thinned(_ points: [Point]) -> [Point] {
    guard let first = points.first, let last = points.last, Double(points.count) > 4 * (last.x - first.x) + 16 else {
      return points
    }
    var out: [Point] = []
    var column: [Point] = []
    func flush() {
      guard let low = column.indices.min(by: { column[$0].y < column[$1].y }),
        let high = column.indices.max(by: { column[$0].y < column[$1].y })
      else { return }
      let kept = Set([0, low, high, column.count - 1]).sorted()
      out += kept.map { column[$0] }
      column = []
    }
    for point in points {
      if let start = column.first, point.x.rounded(.down) != start.x.rounded(.down) { flush() }
      column.append(point)
    }
    flush()
    return out
  }
}
