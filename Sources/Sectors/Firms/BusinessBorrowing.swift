import Accounting
import Quantities
import Simulation

/// Businesses keep their debt a constant part of the economy: what they owe less than that they borrow from their banks.
///
///     borrowed = (debt(0) · P A · (1 − c z) − debt)⁺ / m
///
/// Debt is loans, bonds and mortgages. Bonds and mortgages are rolled at par, so loans grow in their place. z, tighter credit
/// standards, makes banks lend less; who owes too much repays in `loanRepayment`.
///
/// Ignores: the choice between debt and equity, maturities, new bonds.
///
/// Sees: prices and output per worker, credit standards, debts. Does: borrows.
/// Verified by: `BusinessBorrowingTests`.
public struct BusinessBorrowing: Mechanism, ParameterSet {
  public static let name = "businessBorrowing"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel, .shock, .capitalTightening]

  @Parameter(
    "Months in which debt moves to its target.", range: MonthSpan(1)...MonthSpan(120),
    source: .paper(
      "Leary and Roberts (2005), Journal of Finance 60(6)", at: "leverage is rebalanced in two to four years"))
  public var horizon = MonthSpan(36)

  @Parameter(
    "Fall of the debt banks grant for a standard deviation of tighter standards: c.",
    range: .percent(0) ... .percent(20),
    source: .paper(
      "Bassett, Chosak, Driscoll and Zakrajšek (2014), J. Monetary Economics 62",
      at: "a tightening shock lowers lending capacity by 4 % in two years"))
  public var creditSensitivity: Share = .percent(4)

  public static let all: [Field<Self>] = [
    Field("horizon", \.$horizon), Field("creditSensitivity", \.$creditSensitivity),
  ]

  /// Debts at the opening, in cents, by borrower.
  public struct State: Codable, Sendable { var debts: [Int64] }

  static let rows: [Instrument] = [.corporateLoans, .mortgages] + Instrument.corporateBonds

  public init() {}

  /// What a business owes in loans, mortgages and bonds at their price.
  static func debt(of holder: Holder, _ view: borrowing View) throws -> Money {
    try rows.reduce(Money.zero) { sum, row in sum - min(try view.worth(row, of: holder), .zero) }
  }

  public func opening(_ view: borrowing View) throws -> State {
    State(debts: try Payout.payers(view).map { try BusinessBorrowing.debt(of: $0, view).cents })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let granted = view.nominalScale * max(0, 1 - creditSensitivity.value * view.creditStandards)
    for (borrower, opening) in zip(Payout.payers(view), state.debts) {
      let room = Double(opening) / 100 * granted - (try BusinessBorrowing.debt(of: borrower, view).dollars)
      guard room > 0 else { continue }
      turn.lend(
        try Money(dollars: room / horizon.value), .corporateLoans, from: view.bank(of: borrower), to: borrower)
    }
  }
}
