import Markets
import Quantities
import Statistics

/// The next day's volatility by four models of the GARCH family, and what they say of the index.
///
///     persistence  α + γ/2 + β of the GJR model with Student's errors;   half-life  log ½ / log persistence
///
/// The value is that model's; the interval of the volatility is the range of the four, not a sampling error.
///
/// Verified by: the log likelihoods of ANCHORS T9, in `VolatilityFitTests`, which these fits are.
public struct GARCHFamilyGauge: Sendable {
  public static let name = "GARCH volatility"

  static let family: [(name: String, model: VolatilityModel)] = [
    ("GJR with Student's t", VolatilityModel(.gjr, errors: .studentT)), ("GARCH", VolatilityModel(.garch)),
    ("GJR", VolatilityModel(.gjr)), ("TARCH with Student's t", VolatilityModel(.tarch, errors: .studentT)),
  ]
  static let fewest = 500

  public init() {}

  func readings(of history: PriceHistory, seenFrom day: Day) throws(Absence) -> [Reading] {
    let logs = history.prices.map(Elementary.log)
    let returns = zip(logs, logs.dropFirst()).map { 100 * ($1 - $0) }
    guard returns.count >= Self.fewest else {
      throw Absence(reason: "\(Self.fewest) returns are needed and there are \(returns.count)", last: history.last)
    }
    let fits = Self.family.compactMap { member in
      VolatilityFit(member.model, to: returns).map { (name: member.name, fit: $0) }
    }.filter { $0.fit.nextVariance.isFinite && $0.fit.akaike.isFinite }
    guard let main = fits.first, main.name == Self.family[0].name else {
      throw Absence(reason: "no model of the family fits the \(returns.count) returns", last: history.last)
    }
    func annual(_ fit: VolatilityFit) -> Double { (252 * fit.nextVariance).squareRoot() / 100 }
    let all = fits.map { annual($0.fit) }
    let likelihoods = fits.map { "\($0.name) \(($0.fit.akaike).rounded())" }.joined(separator: ", ")
    func reading(_ name: String, _ value: Double, _ unit: String, _ method: String, _ ends: [Double] = []) -> Reading {
      Reading(
        gauge: name, value: value, low: ends.min(), high: ends.max(), unit: unit, last: history.last, seenFrom: day,
        method: "\(method); \(returns.count) returns", staleAfter: history.staleAfter)
    }
    let p = main.fit.parameters
    let persistence = p.response + p.asymmetry / 2 + p.memory
    var readings = [
      reading(
        Self.name, annual(main.fit), RootPerAnnum.symbol,
        "next day, \(main.name), annual; range of \(fits.count) models; Akaike: \(likelihoods)", all),
      reading("GARCH persistence", persistence, Dimensionless.symbol, "α + γ/2 + β of \(main.name)"),
      reading("GARCH asymmetry", p.asymmetry, Dimensionless.symbol, "γ of \(main.name): what a fall adds"),
    ]
    if persistence > 0, persistence < 1 {
      readings.append(
        reading(
          "GARCH half-life", Elementary.log(0.5) / Elementary.log(persistence), "day",
          "log ½ over log persistence of \(main.name)"))
    }
    if let degrees = p.degrees {
      readings.append(
        reading("GARCH tail", degrees, Dimensionless.symbol, "degrees of freedom of Student's t, \(main.name)"))
    }
    return readings
  }
}
