import Quantities

/// What a page's script needs to tell the values under the pointer: the plot's geometry, its days and its series.
struct Hover: Sendable {
  struct Series: Sendable {
    let name: String
    let style: String
    let values: [Double]
    /// The upper values of a band whose lower ones are ``values``.
    var upper: [Double]?
    /// Whether a dot marks the value on the plot.
    var hasDot = true
  }

  let days: [Day]
  let series: [Series]
  let format: FixedFormat
  let plot: Plot

  /// The part of the picture where values are drawn.
  struct Plot: Sendable {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    let firstDay: Double
    let lastDay: Double
    let low: Double
    let high: Double
  }

  var geometry: String {
    let numbers = [plot.left, plot.top, plot.right, plot.bottom, plot.firstDay, plot.lastDay, plot.low, plot.high]
    return "data-plot=\"" + numbers.map { $0.shortestDecimal ?? "0" }.joined(separator: " ") + "\""
  }

  /// The days and values, to six digits.
  var data: JSON {
    .object([
      ("days", .array(days.map { .integer(Int64($0.number)) })),
      (
        "format",
        .object([
          ("factor", .number(format.factor)), ("decimals", .integer(Int64(format.decimals))),
          ("prefix", .string(format.prefix)), ("suffix", .string(format.suffix)),
        ])
      ),
      (
        "series",
        .array(
          series.map { series in
            .object([
              ("name", .string(series.name)), ("style", .string(series.style)), ("dot", .bool(series.hasDot)),
              ("values", Hover.short(series.values)), ("upper", series.upper.map(Hover.short) ?? .null),
            ])
          })
      ),
    ])
  }

  private static func short(_ values: [Double]) -> JSON {
    .array(values.map { value in value.drawable.map { .number($0.rounded(toSignificant: 6)) } ?? .null })
  }
}
