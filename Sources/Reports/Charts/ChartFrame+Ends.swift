/// The name of a series at the right end of its line.
struct EndLabel {
  let name: String
  let style: String
  let value: Double
}

extension ChartFrame {
  /// Names at line ends if there is room for them; none on narrow pictures or when some line has no value near the end.
  static func endLabels(_ keys: [Key], _ series: [[Double]], width: Double) -> [EndLabel] {
    guard !isNarrow(width), (2...8).contains(keys.count) else { return [] }
    let ends = zip(keys, series).compactMap { key, values -> EndLabel? in
      guard let last = values.last?.drawable, key.name.extent(size: textSize) <= width / 4 else { return nil }
      return EndLabel(name: key.name, style: key.style, value: last)
    }
    return ends.count == keys.count ? ends : []
  }

  mutating func drawEnds(_ ends: [EndLabel]) {
    let sorted = ends.sorted { $0.value > $1.value }
    let places = ChartFrame.spread(sorted.map { y($0.value) }, apart: 15, within: plot.top + 4...plot.bottom - 4)
    for (end, place) in zip(sorted, places) {
      drawing.text(end.name, plot.right + 8, place + 4, "name \(end.style)")
    }
  }

  /// Rising positions moved as little as needed to be `gap` apart inside the limits.
  static func spread(_ positions: [Double], apart gap: Double, within limits: ClosedRange<Double>) -> [Double] {
    var places = positions
    for index in places.indices {
      places[index] = max(places[index], index == 0 ? limits.lowerBound : places[index - 1] + gap)
    }
    for index in places.indices.reversed() {
      places[index] = min(places[index], index == places.count - 1 ? limits.upperBound : places[index + 1] - gap)
    }
    return places
  }
}
