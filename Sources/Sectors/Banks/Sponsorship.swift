import Accounting
import Quantities
import Simulation

/// Banks own the dealers and sponsor money funds and stablecoins: they take what these earn beyond what they need, and make
/// good what they lose.
///
///     paid = (net worth − net worth(0) · P A)/m         to the banks in equal parts when positive, by them when negative
///
/// Without this, spreads would pile up where nobody spends them.
///
/// Ignores: fees as flows of their own, issuers and managers that are not banks.
///
/// Sees: prices and output per worker, net worth of the sponsored. Does: pays dividends or support.
/// Verified by: `SponsorshipTests`.
public struct Sponsorship: Mechanism, ParameterSet {
  public static let name = "sponsorship"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel]

  @Parameter(
    "Months over which a gap is paid.", range: MonthSpan(1)...MonthSpan(120),
    source: .rule("12 CFR 225.4(a)(1): a holding company is a source of strength to its subsidiaries; a year's profit"))
  public var horizon = MonthSpan(12)

  public static let all: [Field<Self>] = [Field("horizon", \.$horizon)]

  static let sponsored: [Sector] = [.dealers, .moneyFunds, .stablecoinIssuers]

  /// Net worth at the opening, in cents.
  public struct State: Codable, Sendable { var worth: [Int64] }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(worth: Sponsorship.sponsored.map { view.netWorth($0).cents })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let banks = (0..<view.members(.banks)).map { Holder(.banks, $0) }
    for (sector, opening) in zip(Sponsorship.sponsored, state.worth) where view.members(sector) > 0 {
      let gap = view.netWorth(sector).dollars - Double(opening) / 100 * view.nominalScale
      let amount = try Money(dollars: gap / horizon.value)
      for (bank, part) in zip(banks, amount.magnitude.split(by: banks.map { _ in 1 })) {
        if amount > .zero {
          turn.pay(part, from: Holder(sector), to: bank, as: .dividends, ifShort: .orPart)
        } else {
          turn.pay(part, from: bank, to: Holder(sector), as: .dividends, ifShort: .orPart)
        }
      }
    }
  }
}
