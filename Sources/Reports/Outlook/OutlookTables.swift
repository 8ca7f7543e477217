import Laboratory
import Quantities
import Statistics

extension OutlookVariable {
  /// How a value is written.
  public var style: NumberStyle {
    switch kind {
    case .fraction: .percent
    case .number: .plain
    case .dollars: .dollars
    }
  }

  /// The title as a sentence begins.
  public var heading: String { title.prefix(1).uppercased() + title.dropFirst() }
}

/// The outlook in tables: quantiles of each fan at half a year's steps, and what returns came from by horizon.
public enum OutlookTables {
  /// Months of which the terminal shows quantiles.
  static let months = [6, 12, 18, 24, 30, 36]

  public static func fans(_ outlook: Outlook) -> Table {
    var table = Table(
      [.init(""), .init("month's end")] + Outlook.levels.map { .number("\(Int(($0 * 100).rounded())) %") })
    for fan in outlook.fans {
      if let reason = fan.reason {
        table.append([.text(fan.variable.title), .text("absent: \(reason)")] + fan.quantiles.map { _ in .empty })
        continue
      }
      for (place, month) in months.filter({ $0 < fan.months.count }).enumerated() {
        table.append(
          [.text(place == 0 ? fan.variable.title : ""), .text(fan.months[month].iso)]
            + fan.quantiles.map { .number($0[month], fan.variable.style) })
      }
    }
    return table
  }

  public static func horizon(_ horizon: FlowHorizon) -> Table {
    var table = Table(
      [.number("trading days"), .number("windows")]
        + FlowHorizon.Part.allCases.flatMap { [.number("\($0.rawValue)"), .number("90 % interval")] })
    for row in horizon.rows {
      table.append(
        [.text("\(row.days)"), .text("\(row.windows)")]
          + zip(row.shares, row.bands).flatMap { share, band -> [Table.Cell] in
            [
              .number(share, .percent),
              band.map { .interval(low: $0.low, high: $0.high, .percent) } ?? .text(NumberText.missing),
            ]
          })
    }
    return table
  }

  /// Where fundamentals first explain more than flows, in a sentence each way of counting news.
  public static func words(_ horizon: FlowHorizon) -> String {
    func span(_ days: Int) -> String { "\(days) trading \(days == 1 ? "day" : "days")" }
    func sentence(_ name: String, _ crossing: FlowHorizon.Crossing) -> String {
      guard let days = crossing.days else { return "\(name) explains no more than flows at any of these horizons." }
      let interval =
        crossing.band.map { "90 % of resampled runs: \(Int($0.low)) to \(Int($0.high))" }
        ?? "not in every resample of runs"
      let rest =
        crossing.behind.isEmpty
        ? "and at every longer one" : "but not at \(crossing.behind.map { "\($0)" }.joined(separator: ", "))"
      return "\(name) first explains more than flows at \(span(days)) (\(interval)), \(rest)."
    }
    return [sentence("Value alone", horizon.value), sentence("Value with news", horizon.fundamentals)]
      .joined(separator: "\n")
  }
}
