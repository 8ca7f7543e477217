import Accounting
import Quantities
import Simulation
import Statistics

/// The price of homes follows incomes and the cost of a mortgage, slowly.
///
///     p = p(0) P A e^d,   d ← d + [−ε (m − m₀) − d]/h
///
/// m is the mortgage rate in points, m₀ the opening's. In the long run homes keep their price over income, on average and at
/// given rates. One price stands for all homes.
///
/// Ignores: supply, vacancies, search, regions, speculation.
///
/// Sees: prices and output per worker, the mortgage rate. Does: revalues dwellings. Verified by: `HomePricesTests`.
public struct HomePrices: Mechanism, ParameterSet {
  public static let name = "homePrices"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel, .mortgageRate]

  @Parameter(
    "Fall of home prices for a point of mortgage rate: ε.", range: .percent(0) ... .percent(20),
    source: .paper("Adelino, Schoar and Severino (2025), J. Financial Economics 163", at: "1 to 9 % for a point"))
  public var rateSensitivity: Share = .percent(3)

  @Parameter(
    "Months in which prices move: h.", range: MonthSpan(1)...MonthSpan(120),
    source: .paper("Case and Shiller (1989), AER 79(1)", at: "a quarter to a half of a year's rise goes on in the next")
  )
  public var horizon = MonthSpan(18)

  public static let all: [Field<Self>] = [
    Field("rateSensitivity", \.$rateSensitivity), Field("horizon", \.$horizon),
  ]

  public struct State: Codable, Sendable {
    let opening: Double
    /// d.
    var discount = 0.0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State(opening: view.price(.dwellings).dollars) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let points = (view[.mortgageRate] - Observable.mortgageRate.atRest) * 100
    state.discount += (-rateSensitivity.value * points - state.discount) / horizon.value
    let price = state.opening * view.nominalScale * Elementary.exp(state.discount)
    turn.revalue(.dwellings, to: try Price(dollars: price))
  }
}
