import Markets
import Quantities
import Statistics

/// How much of a policy put on AI the data call for, by the trigger the model uses.
///
///     need = min(1, max(0, (g* − g)/w, (s − s*)/s*))
///
/// g is real growth over a year, s how far the quarter's capital expenditure of the largest AI spenders stands below its
/// highest of four. Triggers are those of past laws; whether this one would be answered no series says.
public struct PolicyPutGauge: BriefGauge {
  public static let name = "policy put, need"
  public static let systems = ["S8"]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let real = try data.series(InvestmentGrowthGauge.file, "real_gdp_bil_chained2017")
    let growth = try real.growthOverYear()
    let table = try data.table(AICapexGauge.file)
    let firms = AICapexGauge.firms.compactMap { try? table.series("capex_mil_usd", where: .init("ticker", $0)) }
    guard let newest = firms.map(\.lastDay).max() else {
      throw Absence(reason: "\(AICapexGauge.file) has no row known on the day")
    }
    let current = firms.filter { $0.values.count >= 4 && $0.lastDay.distance(to: newest) < 100 }
    guard !current.isEmpty else {
      throw Absence(reason: "\(AICapexGauge.file) has no firm with four quarters", last: newest)
    }
    let quarters = (0..<4).map { back in current.reduce(0) { $0 + $1.values[$1.values.count - 1 - back] } }
    let high = quarters.reduce(0) { max($0, $1) }
    let shortfall = high > 0 ? 1 - quarters[0] / high : 0
    let columns = [real.source, "\(AICapexGauge.file): capex_mil_usd"]
    return [
      data.reading(
        Self.name, PolicyTrigger.standard.need(growth: growth, shortfall: shortfall), unit: Dimensionless.symbol,
        last: real.lastDay, staleAfter: 215, method: "0 none, 1 all support of past laws; growth and AI capex",
        columns: columns),
      data.reading(
        "AI capex below its highest of four quarters", shortfall, unit: Dimensionless.symbol, last: newest,
        staleAfter: 140, method: "\(current.count) firms, cash", columns: [columns[1]]),
    ]
  }
}
