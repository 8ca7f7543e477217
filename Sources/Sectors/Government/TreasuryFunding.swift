import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Federal borrowing from the public this month, dollars a year at national scale.
  public static let federalBorrowing = Observable("federalBorrowing", unit: DollarsPerAnnum.self, atRest: 0)
}

/// The Treasury keeps its cash account at target: before the month's payments it sells bills and bonds for the deficit
/// it expects.
///
///     issue = (target − cash + E)⁺;   E ← E + a (deficit − E)
///     bid_i = b · (cash_i − usual cash_i)⁺
///
/// A deficit is what the month took from the cash account after funding. Part of an issue is bills, the rest spreads
/// evenly over the maturities of bonds. Money funds, mutual funds, pensions, active funds and the rest of the world take
/// what they bid for, in proportion if that is more than the issue; banks take the rest in equal parts.
///
/// Ignores: auctions and their dates, redemptions (what falls due is rolled at par), buybacks, the effect on yields.
///
/// Sees: the cash account, the bidders' cash. Does: issues bills and bonds; says `federalBorrowing`.
/// Verified by: `TreasuryFundingTests`.
public struct TreasuryFunding: Mechanism, ParameterSet {
  public static let name = "treasuryFunding"
  public static let says: [Observable] = [.federalBorrowing]

  @Parameter(
    "Share of net borrowing in bills.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "above the 20 % of debt that TBAC recommends over time, as coupon sizes are to stay unchanged"))
  public var billShare: Share = .percent(25)

  @Parameter(
    "Share of the deficit's surprise taken into the forecast.", range: .percent(5) ... .percent(100),
    source: .assumed(because: "Treasury revises its quarterly borrowing estimate each refunding"))
  public var adaptation: Share = .percent(30)

  @Parameter(
    "Share of a bidder's cash above target that it bids.", range: .percent(5) ... .percent(100),
    source: .assumed(because: "funds place subscriptions within a month or two"))
  public var bidShare: Share = .percent(60)

  public static let all: [Field<Self>] = [
    Field("billShare", \.$billShare), Field("adaptation", \.$adaptation), Field("bidShare", \.$bidShare),
  ]

  /// The cash target, the expected monthly deficit, and each bidder's usual cash, in dollars at the scale of the run.
  public struct State: Codable, Sendable {
    var target: Double
    var expected: Double
    var usual: [Double]
    var afterFunding: Double?
  }

  static let bidders: [Sector] = [.moneyFunds, .mutualFunds, .pensionFunds, .valueFunds, .restOfWorld]

  /// Expected federal deficit a year at the opening, at national scale.
  let deficit: Double
  public init(deficit: Double) { self.deficit = deficit }

  public func opening(_ view: borrowing View) -> State {
    State(
      target: view.value(.cashAccount, .treasury).dollars, expected: deficit / 12 / view.scale,
      usual: TreasuryFunding.bidders.map { view.balance(.deposits, of: Holder($0)).dollars }, afterFunding: nil)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let cash = view.value(.cashAccount, .treasury).dollars
    if let before = state.afterFunding { state.expected += adaptation.value * (before - cash - state.expected) }
    let need = max(0, state.target - cash + state.expected)
    state.afterFunding = cash + need
    turn.say(.federalBorrowing, need * 12 * view.scale)
    let bids = zip(TreasuryFunding.bidders, state.usual).map { sector, usual in
      bidShare.value * max(0, view.balance(.deposits, of: Holder(sector)).dollars - usual)
    }
    let shares = allotment(need, bids, banks: view.members(.banks))
    let bills = need * billShare.value
    for (amount, buyer) in zip(try Money(dollars: bills).split(by: shares), buyers(view)) {
      turn.lend(amount, .bills, from: buyer, to: Holder(.treasury), as: .issuance)
    }
    for bond in Instrument.treasuryBonds {
      let part = try Money(dollars: (need - bills) / Double(Instrument.treasuryBonds.count))
      for (amount, buyer) in zip(part.split(by: shares), buyers(view)) {
        turn.trade(
          try view.price(bond).units(for: amount.cents), bond, from: Holder(.treasury), to: buyer, as: .issuance)
      }
    }
  }

  private func buyers(_ view: borrowing View) -> [Holder] {
    TreasuryFunding.bidders.map { Holder($0) } + (0..<view.members(.banks)).map { Holder(.banks, $0) }
  }

  /// The share of every issue that each buyer takes: bidders in proportion to their bids, banks what is not bid for.
  private func allotment(_ need: Double, _ bids: [Double], banks: Int) -> [Double] {
    let offered = bids.reduce(0, +)
    let taken = need > 0 ? min(1, offered / need) : 0
    return bids.map { offered > 0 ? taken * $0 / offered : 0 } + (0..<banks).map { _ in (1 - taken) / Double(banks) }
  }
}
