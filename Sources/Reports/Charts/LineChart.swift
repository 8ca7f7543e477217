import Quantities

/// Several dated series as lines, with an optional band behind the first and dated marks.
///
/// Wide pictures name lines at their ends, narrow ones in a legend. A missing value is a gap; a value alone is a dot.
public struct LineChart: Chart {
  /// A range around a series, such as a confidence interval.
  public struct Band: Sendable {
    public let name: String
    public let low: [Double]
    public let high: [Double]

    public init(_ name: String, low: [Double], high: [Double]) { (self.name, self.low, self.high) = (name, low, high) }
  }

  public let title: String
  public let subtitle: String
  public let days: [Day]
  public let series: [ChartSeries]
  public let band: Band?
  public let marks: [ChartMark]
  public let style: NumberStyle
  public let includesZero: Bool

  public init(
    _ title: String, subtitle: String = "", days: [Day], series: [ChartSeries], band: Band? = nil,
    marks: [ChartMark] = [], style: NumberStyle = .plain, includesZero: Bool = false
  ) {
    (self.title, self.subtitle, self.days, self.series, self.band) = (title, subtitle, days, series, band)
    (self.marks, self.style, self.includesZero) = (marks, style, includesZero)
  }

  public func draw(width: Double) -> SVG {
    var keys = series.enumerated().map { ChartFrame.Key(name: $1.name, style: Palette.series($0)) }
    let ends = band == nil ? ChartFrame.endLabels(keys, series.map(\.values), width: width) : []
    if let band { keys.append(.init(name: band.name, style: Palette.series(0), swatch: .band)) }
    var frame = ChartFrame(
      title: title, subtitle: subtitle, days: days,
      values: series.flatMap(\.values) + (band.map { $0.low + $0.high } ?? []), style: style,
      includesZero: includesZero, keys: keys.count > 1 ? keys : [], ends: ends, marks: marks, width: width)
    if let band { frame.ribbon(from: band.low, to: band.high, "area band \(Palette.series(0))") }
    for (index, series) in series.enumerated() { frame.line(series.values, "line \(Palette.series(index))") }
    var hover = series.enumerated().map { Hover.Series(name: $1.name, style: Palette.series($0), values: $1.values) }
    if let band {
      hover.append(.init(name: band.name, style: Palette.series(0), values: band.low, upper: band.high, hasDot: false))
    }
    let names = series.map(\.name).joined(separator: ", ")
    return frame.picture(label: "Line chart. \(title). \(names)", hover: hover)
  }
}
