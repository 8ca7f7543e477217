import Quantities
import Statistics

/// Whether work that AI can do is asked for less: postings of exposed occupations against others, payrolls of exposed
/// industries against all, and the use firms make of AI.
public struct ExposureGauge: BriefGauge {
  public static let name = "AI exposure"
  public static let systems = ["S7", "S12"]

  static let postings = "macro/indeed_exposed_vs_control_monthly.csv"
  static let payrolls = "macro/labour_monthly.csv"
  static let use = "macro/btos_ai_use_by_firm_size.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    var readings: [Reading] = []
    func attempt(_ name: String, _ body: () throws(Absence) -> Reading) {
      do throws(Absence) { readings.append(try body()) } catch { readings.append(data.absence(name, unit: "1", error)) }
    }
    attempt("AI exposure, postings of exposed less other work") { () throws(Absence) in
      let spread = try data.series(Self.postings, "spread_index_points")
      return data.reading(
        "AI exposure, postings of exposed less other work", spread.last, unit: "index", last: spread.lastDay,
        staleAfter: 70,
        method: "difference of two indices, February 2020 about 100; the exposed set is the publisher's",
        columns: [spread.source])
    }
    for (name, column) in [
      ("information", "payrolls_information_thousands"),
      ("computer systems design", "payrolls_computer_systems_design_thousands"),
    ] {
      attempt("AI exposure, payrolls of \(name) relative to all") { () throws(Absence) in
        let (own, all) = (
          try data.series(Self.payrolls, column), try data.series(Self.payrolls, "payrolls_total_thousands")
        )
        return data.reading(
          "AI exposure, payrolls of \(name) relative to all", try own.growthOverYear() - (try all.growthOverYear()),
          unit: Dimensionless.symbol, last: own.lastDay, staleAfter: 75,
          method: "growth over a year less that of all payrolls",
          columns: [own.source, all.source])
      }
    }
    attempt("firms using AI") { () throws(Absence) in
      let share = try data.series(Self.use, "share_using_ai_pct", where: .init("size_class", "all"))
      return data.reading(
        "firms using AI", share.last / 100, unit: Dimensionless.symbol, last: share.lastDay, staleAfter: 75,
        method: "Census business survey, firms that used AI in two weeks", columns: [share.source])
    }
    return readings
  }
}
