import Quantities

/// A picture that can be drawn at any width.
///
/// A page draws it twice, for wide and for narrow screens, so that text keeps its size on a telephone.
public protocol Chart: Sendable {
  var title: String { get }
  func draw(width: Double) -> SVG
}

/// One named line of a chart; `nan` is a gap.
public struct ChartSeries: Sendable {
  public let name: String
  public let values: [Double]

  public init(_ name: String, _ values: [Double]) { (self.name, self.values) = (name, values) }
}

/// A dated remark on a chart, drawn as a thin vertical line with its words.
public struct ChartMark: Sendable {
  public let day: Day
  public let label: String

  public init(_ day: Day, _ label: String) { (self.day, self.label) = (day, label) }
}

extension Double {
  /// The value if it can be drawn: finite and of a size that survives the arithmetic of scales.
  var drawable: Double? {
    guard isFinite, magnitude < 1e100 else { return nil }
    return magnitude < 1e-100 ? 0 : self
  }
}
