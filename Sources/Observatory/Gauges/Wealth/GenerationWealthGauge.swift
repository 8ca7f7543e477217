import Quantities
import Statistics

/// Net worth by generation: its share, its amount for a household, and its share of equities.
///
/// Levels between surveys of consumer finances are the publisher's interpolation, and earlier vintages differ by a few per
/// cent; no interval is published.
public struct GenerationWealthGauge: BriefGauge {
  public static let name = "wealth"
  public static let systems = ["S9", "S10"]

  static let file = "macro/dfa_generation_levels.csv"
  static let groups = "macro/dfa_networth_levels.csv"
  static let generations = [
    ("Silent", "born before 1946"), ("BabyBoom", "baby boomers"), ("GenX", "generation X"),
    ("Millennial", "millennials and younger"),
  ]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.file)
    var parts: [(name: String, worth: KnownSeries, equities: KnownSeries, households: KnownSeries)] = []
    for (code, name) in Self.generations {
      let filter = KnownTable.Filter("generation", code)
      parts.append(
        (
          name, try table.series("net_worth_mil_usd", where: filter),
          try table.series("corporate_equities_and_mutual_fund_shares_mil_usd", where: filter),
          try table.series("household_count", where: filter)
        ))
    }
    let worth = parts.reduce(0) { $0 + $1.worth.last }
    let equities = parts.reduce(0) { $0 + $1.equities.last }
    let method = "Distributional Financial Accounts, end of quarter; no interval published"
    var readings = parts.flatMap { part in
      func reading(_ name: String, _ value: Double, _ unit: String, _ columns: [String]) -> Reading {
        data.reading(
          name, value, unit: unit, last: part.worth.lastDay, staleAfter: 185, method: method, columns: columns)
      }
      return [
        reading("wealth share, \(part.name)", part.worth.last / worth, Dimensionless.symbol, [part.worth.source]),
        reading(
          "wealth per household, \(part.name)", part.worth.last * 1e6 / part.households.last, Dollars.symbol,
          [part.worth.source, part.households.source]),
        reading(
          "share of equities, \(part.name)", part.equities.last / equities, Dimensionless.symbol, [part.equities.source]
        ),
      ]
    }
    readings += top(data, method)
    return readings
  }

  private func top(_ data: KnownData, _ method: String) -> [Reading] {
    do throws(Absence) {
      let table = try data.table(Self.groups)
      var worth: [KnownSeries] = []
      for group in ["TopPt1", "RemainingTop1", "Next9", "Next40", "Bottom50"] {
        worth.append(try table.series("net_worth_mil_usd", where: .init("wealth_group", group)))
      }
      let total = worth.reduce(0) { $0 + $1.last }
      return [("top 1 %", worth[0].last + worth[1].last), ("bottom half", worth[4].last)].map { name, level in
        data.reading(
          "wealth share, \(name)", level / total, unit: Dimensionless.symbol, last: worth[0].lastDay, staleAfter: 185,
          method: method, columns: ["\(Self.groups): net_worth_mil_usd"])
      }
    } catch {
      return [data.absence("wealth share, top 1 %", unit: Dimensionless.symbol, error)]
    }
  }
}
