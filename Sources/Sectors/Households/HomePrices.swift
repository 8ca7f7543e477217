import Accounting
import Quantities
import Simulation
import Statistics

/// The price of homes follows incomes and the cost of a mortgage, slowly.
///
///     p = p(0) P A e^d,   d ← d + [−ε (m − m₀) − η log(R/R₀) − d]/h
///
/// m is the mortgage rate in points and R the dwellings that landlords hold, m₀ and R₀ the opening's. When households buy
/// more than they sell, landlords hold less and the price rises. In the long run homes keep their price over income, on average,
/// at given rates and tenure. One price stands for all homes.
///
/// Ignores: building beyond what wears out, vacancies, regions, speculation.
///
/// Sees: prices and output per worker, the mortgage rate, what landlords hold. Does: revalues dwellings. Verified by: `HomePricesTests`.
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

  @Parameter(
    "Fall of home prices for dwellings that landlords hold more, elasticity: η.", range: Share(0)...Share(10),
    source: .paper(
      "Greenwald and Guren (2025), AER 115(10)",
      at:
        "credit explains a third to a half of 40 % in price over rent; 3 points of 34 renters bought, each worth two rented homes"
    ))
  public var tenureSupply = Share(0.8)

  public static let all: [Field<Self>] = [
    Field("rateSensitivity", \.$rateSensitivity), Field("horizon", \.$horizon),
    Field("tenureSupply", \.$tenureSupply),
  ]

  public struct State: Codable, Sendable {
    let opening: Double
    /// R₀, micro-units.
    let rented: Int64
    /// d.
    var discount = 0.0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(opening: view.price(.dwellings).dollars, rented: view.units(.dwellings, of: HousingMarket.landlords))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let points = (view[.mortgageRate] - Observable.mortgageRate.atRest) * 100
    let wanted = -rateSensitivity.value * points - tenureSupply.value * glut(view, state)
    state.discount += (wanted - state.discount) / horizon.value
    let price = state.opening * view.nominalScale * Elementary.exp(state.discount)
    turn.revalue(.dwellings, to: try Price(dollars: price))
  }

  /// log(R/R₀), between a fifth and five; zero where there are no landlords.
  private func glut(_ view: borrowing View, _ state: State) -> Double {
    guard state.rented > 0 else { return 0 }
    let rented = Double(view.units(.dwellings, of: HousingMarket.landlords))
    return Elementary.log(min(5, max(0.2, rented / Double(state.rented))))
  }
}
