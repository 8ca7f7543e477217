import Accounting
import Quantities
import Simulation

/// Holders that overdrew repay their banks when they are in cash again, firms in loans, dealers and funds in repo.
///
///     repaid = min((debt − opening debt · P A)⁺, (cash − opening cash · P A)⁺)
///
/// Ignores: the schedule of a loan, fees, what other lenders than the borrower's own bank hold.
///
/// Sees: prices and output per worker, everyone's cash and debt. Does: repays.
/// Verified by: `LoanRepaymentTests`.
public struct LoanRepayment: Mechanism {
  public static let name = "loanRepayment"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel]

  /// Opening cash and debt, in cents, of every borrower in order.
  public struct State: Codable, Sendable {
    var cash: [Int64]
    var debt: [Int64]
  }

  static let sectors: [(sector: Sector, row: Instrument)] = [
    (.firms, .corporateLoans), (.aiFirms, .corporateLoans), (.energy, .corporateLoans), (.stateLocal, .corporateLoans),
    (.dealers, .repo), (.valueFunds, .repo), (.volTargetFunds, .repo), (.trendFollowers, .repo),
  ]

  public init() {}

  private static func borrowers(_ view: borrowing View) -> [(holder: Holder, row: Instrument)] {
    sectors.flatMap { entry in (0..<view.members(entry.sector)).map { (Holder(entry.sector, $0), entry.row) } }
  }

  public func opening(_ view: borrowing View) -> State {
    let borrowers = LoanRepayment.borrowers(view)
    return State(
      cash: borrowers.map { view.balance(.deposits, of: $0.holder).cents },
      debt: borrowers.map { max(0, -view.balance($0.row, of: $0.holder).cents) })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let price = view.nominalScale
    for (index, borrower) in LoanRepayment.borrowers(view).enumerated() {
      let debt = max(-view.balance(borrower.row, of: borrower.holder), .zero)
      let excess = debt - (try Money(dollars: Double(state.debt[index]) / 100 * price))
      let cash = view.balance(.deposits, of: borrower.holder)
      let spare = cash - (try Money(dollars: Double(state.cash[index]) / 100 * price))
      guard excess > .zero, spare > .zero else { continue }
      turn.repay(min(excess, spare), borrower.row, from: borrower.holder, to: view.bank(of: borrower.holder))
    }
  }
}
