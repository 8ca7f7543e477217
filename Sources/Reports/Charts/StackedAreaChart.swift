import Quantities

/// An additive decomposition over time: what raised the total is stacked above zero, what lowered it below.
///
/// The line is the total. Where any part is missing the stack is cut, since a sum of what is left would be false.
/// Between two days a part that changes sign is drawn as passing through zero on both sides of the axis.
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

  /// One part's stretch on each day: where it begins, on the side of zero, and where it ends.
  struct Layer: Equatable {
    let near: [Double]
    let far: [Double]
  }

  /// The layers of positive and of negative values, each stacked from zero in the order of the parts.
  static func layers(_ parts: [[Double]], rows: Int) -> (above: [Layer], below: [Layer]) {
    let complete = (0..<rows).map { row in parts.allSatisfy { row < $0.count && $0[row].drawable != nil } }
    func stacked(_ side: (Double) -> Double) -> [Layer] {
      var edge = complete.map { $0 ? 0 : Double.nan }
      return parts.map { part in
        let near = edge
        edge = (0..<rows).map { complete[$0] ? near[$0] + side(part[$0]) : .nan }
        return Layer(near: near, far: edge)
      }
    }
    return (stacked { max(0, $0) }, stacked { min(0, $0) })
  }

  public func draw(width: Double) -> SVG {
    let layers = StackedAreaChart.layers(parts.map(\.values), rows: days.count)
    var keys = parts.enumerated().map { ChartFrame.Key(name: $1.name, style: Palette.series($0), swatch: .area) }
    if let total { keys.append(.init(name: total.name, style: "total")) }
    var frame = ChartFrame(
      title: title, subtitle: subtitle, days: days,
      values: (layers.above.last?.far ?? []) + (layers.below.last?.far ?? []) + (total?.values ?? []), style: style,
      includesZero: true, keys: keys, marks: marks, width: width)
    for (index, (above, below)) in zip(layers.above, layers.below).enumerated() {
      frame.ribbon(from: above.near, to: above.far, "area \(Palette.series(index))")
      frame.ribbon(from: below.far, to: below.near, "area \(Palette.series(index))")
    }
    frame.drawing.line(frame.plot.left, frame.y(0), frame.plot.right, frame.y(0), "axis")
    if let total {
      frame.line(total.values, "line under")
      frame.line(total.values, "line total")
    }
    var hover = parts.enumerated().map {
      Hover.Series(name: $1.name, style: Palette.series($0), values: $1.values, hasDot: false)
    }
    if let total { hover.append(.init(name: total.name, style: "total", values: total.values)) }
    return frame.picture(label: "Stacked areas. \(title). " + parts.map(\.name).joined(separator: ", "), hover: hover)
  }
}
