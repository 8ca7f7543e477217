import Accounting
import Quantities
import Simulation

/// Private businesses are worth the same multiple of the income they pay their owners as at the opening.
///
///     p = p(0) · y/y(0),   y ← y + (x − y)/n        x: proprietors' income paid out over P A
///     p is in money of the day: it grows with P A
///
/// Without this a business would be worth in a hundred years what it was worth at the opening, in dollars.
///
/// Ignores: discounts for size, sales of businesses, new ones (those of `firmDemography` pay into the same pot).
///
/// Sees: proprietors' income, prices and output per worker. Does: revalues private equity. Verified by: `PrivateBusinessTests`.
public struct PrivateBusiness: Mechanism, ParameterSet {
  public static let name = "privateBusiness"
  public static let sees: [Observable] = [.proprietorsIncome, .priceLevel, .productivityLevel]

  @Parameter(
    "Months over which income counts as usual: n.", range: MonthSpan(1)...MonthSpan(120),
    source: .rule("Rev. Rul. 59-60, 4.02(d): earnings of the five years before are what a valuation looks at"))
  public var span = MonthSpan(60)

  public static let all: [Field<Self>] = [Field("span", \.$span)]

  public struct State: Codable, Sendable {
    let price: Double
    /// The first month's income over P A, and y; nil before it is known.
    var first: Double?
    var usual = 0.0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State(price: view.price(.privateEquity).dollars) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let income = view[.proprietorsIncome] / view.nominalScale
    guard income > 0 || state.first != nil else { return }
    let first = state.first ?? income
    if state.first == nil { (state.first, state.usual) = (income, income) }
    state.usual += (income - state.usual) / span.value
    turn.revalue(.privateEquity, to: try Price(dollars: state.price * view.nominalScale * state.usual / first))
  }
}
