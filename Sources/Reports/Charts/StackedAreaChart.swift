import Quantities

/// An additive decomposition over time: what raised the total is stacked above zero, what lowered it below.
///
/// The line is the total. Where any part is missing the stack is cut, since a sum of what is left would be false. Between
/// two days a part that changes sign is drawn as passing through zero on both sides of the axis.
public struct StackedAreaChart: Chart {
  public let title: String
  public let subtitle: String
  public let days: [Day]
  public let parts: [ChartSeries]
  public let total: ChartSeries?
  public let marks: [ChartMark]
  public let style: NumberStyle

  public init(
    _ title: String, subtitle: String = "", days: [Day], parts: [ChartSeries], total: ChartSeries? = nil,
    marks: [ChartMark] = [], style: NumberStyle = .plain
  ) {
    (self.title, self.subtitle, self.days, self.parts) = (title, subtitle, days, parts)
    (self.total, self.marks, self.style) = (total, marks, style)
  }

  /// The lower and upper edge of one part on each day.
  struct Layer: Equatable {
    var low: [Double]
    var high: [Double]
  }

  /// The layers of positive and of negative values, each stacked from zero in the order of the parts.
  static func layers(_ parts: [[Double]], rows: Int) -> (above: [Layer], below: [Layer]) {
    var (above, below): ([Layer], [Layer]) = ([], [])
    var (top, bottom) = ([Double](repeating: 0, count: rows), [Double](repeating: 0, count: rows))
    let complete = (0..<rows).map { row in parts.allSatisfy { row < $0.count && $0[row].drawable != nil } }
    for part in parts {
      var (up, down) = (Layer(low: top, high: top), Layer(low: bottom, high: bottom))
      for row in 0..<rows {
        guard complete[row] else {
          (up.low[row], up.high[row], down.low[row], down.high[row]) = (.nan, .nan, .nan, .nan)
          continue
        }
        top[row] += max(0, part[row])
        bottom[row] += min(0, part[row])
        (up.high[row], down.low[row]) = (top[row], bottom[row])
      }
      above.append(up)
      below.append(down)
    }
    return (above, below)
  }

  public func draw(width: Double) -> SVG {
    let layers = StackedAreaChart.layers(parts.map(\.values), rows: days.count)
    var keys = parts.enumerated().map { ChartFrame.Key(name: $1.name, style: Palette.series($0), swatch: .area) }
    if let total { keys.append(.init(name: total.name, style: "total")) }
    var frame = ChartFrame(
      title: title, subtitle: subtitle, days: days,
      values: (layers.above.last?.high ?? []) + (layers.below.last?.low ?? []) + (total?.values ?? []), style: style,
      includesZero: true, keys: keys, marks: marks, width: width)
    for (index, (above, below)) in zip(layers.above, layers.below).enumerated() {
      frame.ribbon(from: above.low, to: above.high, "area \(Palette.series(index))")
      frame.ribbon(from: below.low, to: below.high, "area \(Palette.series(index))")
    }
    frame.drawing.line(frame.plot.left, frame.y(0), frame.plot.right, frame.y(0), "axis")
    if let total { frame.line(total.values, "line total") }
    var hover = parts.enumerated().map {
      Hover.Series(name: $1.name, style: Palette.series($0), values: $1.values, hasDot: false)
    }
    if let total { hover.append(.init(name: total.name, style: "total", values: total.values)) }
    return frame.picture(label: "Stacked areas. \(title). " + parts.map(\.name).joined(separator: ", "), hover: hover)
  }
}
