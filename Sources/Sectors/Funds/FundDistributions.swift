import Accounting
import Quantities
import Simulation

extension Observable {
  /// What index and mutual funds distribute this month, dollars at the scale of the run.
  public static let fundDistribution = Observable("fundDistribution", unit: Dollars.self, atRest: 0)
}

/// Index and mutual funds pass on what they earn.
///
///     distributed = interest, dividends and distributions received since last month;   each holder's part by its shares
///
/// Households receive theirs in `capitalIncome`, institutions here. A fund that kept its income would save for its holders
/// without their knowing.
///
/// Ignores: fees, realised gains, the yearly rhythm of distributions.
///
/// Sees: what funds received, who holds their shares. Does: says the distribution, pays institutions.
/// Verified by: `FundDistributionsTests`.
public struct FundDistributions: Mechanism, ParameterSet {
  public static let name = "fundDistributions"
  public static let says: [Observable] = [.fundDistribution]

  @Parameter(
    "Part of their income that funds distribute.", range: .percent(0) ... .percent(100),
    source: .rule("26 USC 852(a)(1): at least 90 % of net income; excise tax below 98 % (26 USC 4982)"))
  public var share: Share = .percent(98)

  public static let all: [Field<Self>] = [Field("share", \.$share)]

  static let income: [Flow] = [.dividends, .bondInterest, .billInterest, .loanInterest, .repoInterest, .fundIncome]

  /// Income cumulated when it was last distributed, in cents.
  public struct State: Codable, Sendable { var income: Int64 }

  public init() {}

  private static func received(_ view: borrowing View) -> Int64 {
    income.reduce(Int64(0)) { $0 &+ view.flow($1, .mutualFunds).cents &+ view.outlay($1, .mutualFunds).cents }
  }

  public func opening(_ view: borrowing View) -> State { State(income: FundDistributions.received(view)) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let now = FundDistributions.received(view)
    let distributed = share.value * Double(now &- state.income) / 100
    state.income = now
    turn.say(.fundDistribution, max(0, distributed))
    let issued = -Double(view.quantity(.fundShares, .mutualFunds))
    guard issued > 0, distributed > 0 else { return }
    for sector in Sector.allCases where sector != .households && sector != .mutualFunds {
      for index in 0..<view.members(sector) {
        let held = Double(max(0, view.units(.fundShares, of: Holder(sector, index))))
        turn.pay(
          try Money(dollars: (distributed * held / issued * 100).rounded(.down) / 100), from: Holder(.mutualFunds),
          to: Holder(sector, index), as: .fundIncome,
          ifShort: .orBorrow(.repo, from: view.bank(of: Holder(.mutualFunds))))
      }
    }
  }
}
