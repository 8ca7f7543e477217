import Quantities

/// A forecast as nested quantile bands around its median, after what was lived.
///
/// Bands are drawn wide to narrow, each over the last, so the middle is darkest. `history` has a value on the days
/// lived and `nan` after them.
public struct FanChart: Chart {
  public struct Band: Sendable {
    /// What the band holds, such as `90 % of runs`.
    public let name: String
    public let low: [Double]
    public let high: [Double]

    public init(_ name: String, low: [Double], high: [Double]) { (self.name, self.low, self.high) = (name, low, high) }
  }

  public let title: String
  public let subtitle: String
  public let days: [Day]
  public let bands: [Band]
  public let median: ChartSeries
  public let history: ChartSeries?
  public let marks: [ChartMark]
  public let style: NumberStyle

  /// - Parameter bands: The widest first.
  public init(
    _ title: String, subtitle: String = "", days: [Day], bands: [Band], median: ChartSeries,
    history: ChartSeries? = nil, marks: [ChartMark] = [], style: NumberStyle = .plain
  ) {
    (self.title, self.subtitle, self.days, self.bands) = (title, subtitle, days, bands)
    (self.median, self.history, self.marks, self.style) = (median, history, marks, style)
  }

  public func draw(width: Double) -> SVG {
    let colour = Palette.series(0)
    var keys = [ChartFrame.Key(name: median.name, style: colour)]
    if let history { keys.insert(.init(name: history.name, style: "total"), at: 0) }
    keys += bands.enumerated().map { .init(name: $1.name, style: "\(colour) depth-\(min($0 + 1, 4))", swatch: .band) }
    var frame = ChartFrame(
      title: title, subtitle: subtitle, days: days,
      values: bands.flatMap { $0.low + $0.high } + median.values + (history?.values ?? []), style: style,
      includesZero: false, keys: keys, marks: marks, width: width)
    for band in bands { frame.ribbon(from: band.low, to: band.high, "area band \(colour)") }
    frame.line(median.values, "line \(colour)")
    if let history { frame.line(history.values, "line total") }
    var hover = [Hover.Series(name: median.name, style: colour, values: median.values)]
    if let history { hover.insert(.init(name: history.name, style: "total", values: history.values), at: 0) }
    hover += bands.map { .init(name: $0.name, style: colour, values: $0.low, upper: $0.high, hasDot: false) }
    return frame.picture(label: "Fan chart. \(title)", hover: hover)
  }
}
