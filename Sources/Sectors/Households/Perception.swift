import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// What households take a unit of each row of equity and funds to be worth, dollars; the rows are ``Perception/rows``.
  public static let perceivedPrice = Observable(
    "perceivedPrice", unit: Dollars.self, atRest: 0, width: .each(Perception.rows.map(\.name)))
  /// The rate on a new mortgage that households think they would pay.
  public static let perceivedMortgageRate = Observable(
    "perceivedMortgageRate", unit: PerAnnum.self, atRest: Observable.mortgageRate.atRest)
  /// The real rate that households think a year will bring.
  public static let perceivedRealRate = Observable(
    "perceivedRealRate", unit: PerAnnum.self, atRest: Observable.expectedRealRate.atRest)
}

/// Households learn of prices and rates slowly: each quarter a part of them looks.
///
///     x̂ ← x̂ + [1 − (1 − Π)^(1/3)] (x − x̂)        every month
///
/// So spending follows wealth and rates over quarters, as consumption does in the aggregate, although everybody who looks
/// reacts at once. Of their own income and cash people always know.
///
/// Ignores: that the rich look more often, news that everybody hears.
///
/// Sees: the expected real rate, the mortgage rate, prices of equity and funds. Does: says what is perceived of them.
/// Verified by: `PerceptionTests`.
public struct Perception: Mechanism, ParameterSet {
  public static let name = "perception"
  public static let sees: [Observable] = [.expectedRealRate, .mortgageRate]
  public static let says: [Observable] = [.perceivedPrice, .perceivedRealRate, .perceivedMortgageRate]

  @Parameter(
    "Share of households that look in a quarter: Π.", range: .percent(1) ... .percent(100),
    source: .paper(
      "Carroll, Crawley, Slacalek, Tokuoka and White (2020), AEJ: Macroeconomics 12(3)", at: "a quarter of them"))
  public var looking: Share = .percent(25)

  public static let all: [Field<Self>] = [Field("looking", \.$looking)]

  /// Rows whose price moves every day.
  public static let rows: [Instrument] = [.aiEquity, .restEquity, .fundShares, .valueShares]

  public struct State: Codable, Sendable {
    var prices: [Double]
    var realRate: Double
    var mortgageRate: Double
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(
      prices: Perception.rows.map { view.price($0).dollars }, realRate: view[.expectedRealRate],
      mortgageRate: view[.mortgageRate])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let part = 1 - Elementary.pow(max(0, 1 - looking.value), 1.0 / 3)
    state.prices = zip(Perception.rows, state.prices).map { $1 + part * (view.price($0).dollars - $1) }
    state.realRate += part * (view[.expectedRealRate] - state.realRate)
    state.mortgageRate += part * (view[.mortgageRate] - state.mortgageRate)
    turn.say(.perceivedMortgageRate, state.mortgageRate)
    turn.say(.perceivedPrice, each: state.prices)
    turn.say(.perceivedRealRate, state.realRate)
  }
}
