import Accounting
import Markets
import Quantities
import Simulation

extension Observable {
  /// Federal borrowing from the public in the last month, dollars a year at national scale.
  public static let federalBorrowing = Observable("federalBorrowing", unit: DollarsPerAnnum.self, atRest: 0)
}

/// The Treasury borrows on its own days: notes and bonds on the 15th and at the month's end, bills on Tuesdays and
/// Thursdays, and what is short of the least account at once.
///
///     bonds = (1 − b) E/2 + q/24                                on each coupon day; E ← E + (deficit − E)/12 every month
///     bills = (target − cash − C − bonds due)/4, at most ±l      on each bill day; C: cash the calendar foretells in ten days
///     paid back pro rata when negative; buybacks: (p + q)/104 on each bill day, q for cash management in the shortest rows
///     Δ term premium = −θ · 100 · removed · (D/D̄)/GDP            what leaves the public beyond the plans at rest
///
/// A deficit is what the books have the Treasury pay beyond what it is paid. Bonds spread evenly over maturities; what is
/// bought back for cash management would soon have fallen due, so its successor is sold to banks in the same rows.
/// Money funds bid for bills what ``MoneyFundPlacement`` says and pay out of reverse repo first; mutual funds, pensions,
/// active funds and the rest of the world bid a share of the cash above their usual, for bills the part that bills are of
/// their Treasuries; banks take the rest in equal parts. What falls due is rolled at par.
///
/// Ignores: prices at auction, when-issued trading, who holds what falls due, the debt limit.
///
/// Sees: the plans, the calendar's cash, the bidders' cash, prices and output per worker. Does: issues and retires bills, issues and buys back bonds; says
/// `federalBorrowing` and the shift of the term premium. Verified by: `TreasuryFundingTests`.
public struct TreasuryFunding: Mechanism, ParameterSet {
  public static let name = "treasuryFunding"
  public static let sees: [Observable] = [
    .cashTarget, .billShareShift, .cashBuybacks, .scheduledCash, .moneyFundBillBid, .longRate, .priceLevel,
    .productivityLevel,
  ]
  public static let says: [Observable] = [.federalBorrowing, .foretoldBorrowing, .termPremiumShift]

  @Parameter(
    "Share of net borrowing in bills: b.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "above the 20 % of debt that TBAC recommends over time, as coupon sizes are to stay unchanged"))
  public var billShare: Share = .percent(25)

  @Parameter(
    "Share of a bidder's cash above target that it bids.", range: .percent(5) ... .percent(100),
    source: .assumed(because: "funds place subscriptions within a month or two"))
  public var bidShare: Share = .percent(60)

  @Parameter(
    "Largest change of bills on a settlement day: l.", range: Amount(1e9)...Amount(200e9),
    source: .release(
      "Treasury Borrowing Advisory Committee", series: "260 billion more bills in a month without strain",
      asOf: "2025-07"))
  public var largestStep = Amount(30e9)

  @Parameter(
    "Cash below which bills are sold at once.", range: Amount(0)...Amount(500e9),
    source: .rule("Quarterly refunding statement, May 2015: a minimum balance of roughly 150 billion"))
  public var leastCash = Amount(150e9)

  @Parameter(
    "Buybacks for liquidity support, a year: p.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release("US Treasury", series: "refunding statement: up to 38 billion in the quarter", asOf: "2025-11-05"))
  public var liquidityBuybacks = AnnualAmount(152e9)

  @Parameter(
    "Fall of the ten-year yield for debt of usual duration of 1 % of GDP taken from the public: θ.",
    range: Rate(0)...Rate(0.002),
    source: .paper(
      "Ihrig, Klee, Li, Wei and Kachovec (2018), IJCB 14(2)",
      at: "100 basis points at the end of 2015, for holdings of 4.24 trillion, 23 % of GDP"))
  public var durationResponse = Rate(0.000435)

  public static let all: [Field<Self>] = [
    Field("billShare", \.$billShare), Field("bidShare", \.$bidShare), Field("largestStep", \.$largestStep),
    Field("leastCash", \.$leastCash), Field("liquidityBuybacks", \.$liquidityBuybacks),
    Field("durationResponse", \.$durationResponse),
  ]

  /// Dollars at the scale of the run.
  public struct State: Codable, Sendable {
    /// E, a month.
    var expected: Double
    /// Each bidder's cash at the opening.
    var usual: [Double]
    /// What the Treasury has paid net since the opening, at the start of the month.
    var paid = 0.0
    /// What was sold less retired this month.
    var borrowed = 0.0
    /// Debt of usual duration taken from the public beyond the plans at rest.
    var removed = 0.0
  }

  /// Who bids, besides money funds, which come first, and banks, which take the rest.
  static let bidders: [Sector] = [.moneyFunds, .mutualFunds, .pensionFunds, .valueFunds, .restOfWorld]
  /// Bill days in the ten trading days for which the calendar is read.
  static let settlements = 4.0

  /// Expected federal deficit and gross domestic product a year at the opening, at national scale.
  let deficit, product: Double
  public init(deficit: Double, product: Double) { (self.deficit, self.product) = (deficit, product) }

  public func opening(_ view: borrowing View) -> State {
    State(
      expected: deficit / 12 / view.scale,
      usual: TreasuryFunding.bidders.map { view.balance(.deposits, of: Holder($0)).dollars },
      paid: TreasuryFunding.paid(view))
  }

  /// What the books have the Treasury pay, net; remittances that only pay off the deferred asset are no cash.
  private static func paid(_ view: borrowing View) -> Double {
    Flow.allCases.reduce(0) { $1.isFinancial || $1 == .remittance ? $0 : $0 - view.flow($1, .treasury).dollars }
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view.calendar.isFirstOfMonth(view.day), view.step > 1 { closeMonth(view, &state, &turn) }
    var bids = offers(view, state.usual)
    var sold = 0.0
    if view.calendar.isCouponSettlement(view.day) {
      sold += try sellBonds(bonds(view, state), &bids, view, &state, &turn)
    }
    if view.calendar.isBillSettlement(view.day) {
      sold -= try buyBack(view, &state, &turn)
      let need = bills(view, state, sold: sold)
      sold += try need > 0 ? sellBills(need, &bids, view, &turn) : -retireBills(-need, view, &turn)
    }
    let short = leastCash.value / view.scale - view.value(.cashAccount, .treasury).dollars - sold
    if short > 0 { sold += try sellBills(short, &bids, view, &turn) }
    state.borrowed += sold
    turn.say(.foretoldBorrowing, view.scale * foretold(view, state, sold: sold))
    turn.say(.termPremiumShift, -durationResponse.value * 100 * state.removed * view.scale / max(1, product))
  }

  private func closeMonth(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let paid = TreasuryFunding.paid(view)
    state.expected += (paid - state.paid - state.expected) / 12
    state.paid = paid
    turn.say(.federalBorrowing, state.borrowed * 12 * view.scale)
    state.borrowed = 0
  }

  /// What is sold in bonds on a coupon day.
  private func bonds(_ view: borrowing View, _ state: borrowing State) -> Double {
    let share = min(max(billShare.value + view[.billShareShift], 0), 1)
    return max(0, (1 - share) * state.expected / 2) + successors(view)
  }

  /// What is sold on a coupon day in place of what was bought back for cash management.
  private func successors(_ view: borrowing View) -> Double { max(0, view[.cashBuybacks]) / 24 / view.scale }

  /// What is sold in bills on a bill day; negative: paid back.
  private func bills(_ view: borrowing View, _ state: borrowing State, sold: Double) -> Double {
    let step = largestStep.value / view.scale
    return min(max(gap(view, state, sold: sold) / TreasuryFunding.settlements, -step), step)
  }

  /// What the announcements of auctions and buybacks let everybody expect for the next trading day.
  private func foretold(_ view: borrowing View, _ state: borrowing State, sold: Double) -> Double {
    let next = view.calendar.next(after: view.day)
    let bought = (liquidityBuybacks.value + max(0, view[.cashBuybacks])) / 104 / view.scale
    return (view.calendar.isCouponSettlement(next) ? bonds(view, state) : 0)
      + (view.calendar.isBillSettlement(next) ? bills(view, state, sold: sold) - bought : 0)
  }

  /// How far the account will be from its target in ten trading days if no bill is sold.
  private func gap(_ view: borrowing View, _ state: borrowing State, sold: Double) -> Double {
    let (day, calendar) = (view.day, view.calendar)
    let last = calendar.day(TreasuryCash.horizon, after: day)
    let due = calendar.days(from: calendar.next(after: day), through: last).count { calendar.isCouponSettlement($0) }
    // The month's payments come later on its last day.
    let pending = calendar.isLastOfMonth(day) ? state.expected : 0
    let cash = view.value(.cashAccount, .treasury).dollars + sold - pending
    return (view[.cashTarget] - view[.scheduledCash]) / view.scale - cash - Double(due) * bonds(view, state)
  }

  // MARK: Selling

  /// What each bidder bids for bills and bonds together, in dollars; money funds bid for bills only.
  private func offers(_ view: borrowing View, _ usual: [Double]) -> [Double] {
    zip(TreasuryFunding.bidders, usual).map { sector, usual in
      let cash = max(0, view.balance(.deposits, of: Holder(sector)).dollars)
      guard sector == .moneyFunds else { return bidShare.value * max(0, cash - usual * view.nominalScale) }
      let facility = max(0, view.balance(.reverseRepo, of: Holder(sector)).dollars)
      return min(view[.moneyFundBillBid] / view.scale, cash + facility)
    }
  }

  /// The part that bills are of each bidder's Treasuries; all for money funds and for who has none.
  private func billParts(_ view: borrowing View) -> [Double] {
    TreasuryFunding.bidders.map { sector in
      let bills = max(0, view.value(.bills, sector).dollars)
      let bonds = Instrument.treasuryBonds.reduce(0.0) { $0 + max(0, view.value($1, sector).dollars) }
      return sector == .moneyFunds || bills + bonds == 0 ? 1 : bills / (bills + bonds)
    }
  }

  /// The parts of an issue that each bidder and each bank takes, bidders the given part of their bids, which are used up.
  private func allot(_ amount: Money, _ bids: inout [Double], parts: [Double], banks: Int) -> [Money] {
    let asked = zip(bids, parts).map { $0 * $1 }
    let offered = asked.reduce(0, +)
    let taken = amount > .zero ? min(1, offered / amount.dollars) : 0
    let weights =
      asked.map { offered > 0 ? taken * $0 / offered : 0 } + (0..<banks).map { _ in (1 - taken) / Double(banks) }
    let sold = amount.split(by: weights)
    bids = zip(bids, sold).map { max(0, $0 - $1.dollars) }
    return sold
  }

  private func sellBills(
    _ dollars: Double, _ bids: inout [Double], _ view: borrowing View, _ turn: inout Turn
  ) throws -> Double {
    let amount = try Money(dollars: dollars)
    let parts = allot(amount, &bids, parts: billParts(view), banks: view.members(.banks))
    let funds = Holder(.moneyFunds)
    let facility = max(.zero, view.balance(.reverseRepo, of: funds))
    turn.repay(min(parts[0], facility), .reverseRepo, from: Holder(.centralBank), to: funds, as: .moneyMarkets)
    for (part, buyer) in zip(parts, TreasuryFunding.bidders.map { Holder($0) } + view.banks) {
      turn.trade(part.cents, .bills, from: Holder(.treasury), to: buyer, as: .issuance)
    }
    return amount.dollars
  }

  private func retireBills(_ dollars: Double, _ view: borrowing View, _ turn: inout Turn) throws -> Double {
    let holders = TreasuryFunding.bidders.map { Holder($0) } + view.banks
    let held = holders.map { max(0, view.balance(.bills, of: $0).dollars) }
    let cash = max(0, view.value(.cashAccount, .treasury).dollars)
    let amount = try Money(dollars: min(dollars, held.reduce(0, +), cash))
    for (part, holder) in zip(amount.split(by: held), holders) {
      turn.repay(part, .bills, from: Holder(.treasury), to: holder)
    }
    return amount.dollars
  }

  /// Sells bonds evenly over maturities, and the successors of what is bought back for cash management.
  private func sellBonds(
    _ dollars: Double, _ bids: inout [Double], _ view: borrowing View, _ state: inout State, _ turn: inout Turn
  ) throws -> Double {
    let rows = Instrument.treasuryBonds
    let (durations, successors) = (TreasuryDuration(view[.longRate]), successors(view))
    let planned = max(0, (1 - billShare.value) * state.expected / 2)
    let bidding = TreasuryFunding.bidders.map { $0 == .moneyFunds ? 0.0 : 1 }
    for (place, bond) in rows.enumerated() {
      let even = (dollars - successors) / Double(rows.count)
      var parts = allot(try Money(dollars: even), &bids, parts: bidding, banks: view.members(.banks))
      if place < TreasuryFunding.short {
        let again = try Money(dollars: successors / Double(TreasuryFunding.short)).split(by: view.banks.map { _ in 1 })
        for (bank, part) in again.enumerated() { parts[TreasuryFunding.bidders.count + bank] += part }
      }
      for (part, buyer) in zip(parts, TreasuryFunding.bidders.map { Holder($0) } + view.banks) {
        turn.trade(
          try view.price(bond).units(for: part.cents), bond, from: Holder(.treasury), to: buyer, as: .issuance)
      }
      state.removed += (planned / Double(rows.count) - even) * durations.relative(bond)
    }
    return dollars
  }

  // MARK: Buying back

  /// Buys bonds of all maturities for liquidity and the shortest for cash management, from dealers, money funds and banks
  /// as each holds them; returns what it cost. Liquidity support beyond the plan at rest counts as duration removed.
  private func buyBack(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws -> Double {
    let holders = [Holder(.dealers), Holder(.moneyFunds)] + view.banks
    let durations = TreasuryDuration(view[.longRate])
    let each = 1 / (104 * view.scale)
    let support = liquidityBuybacks.value / Double(Instrument.treasuryBonds.count) * each
    let planned = TreasuryFunding.plannedSupport / Double(Instrument.treasuryBonds.count) * each
    let management = max(0, view[.cashBuybacks]) / Double(TreasuryFunding.short) * each
    var left = max(0, view.value(.cashAccount, .treasury).dollars - leastCash.value / view.scale)
    var cost = 0.0
    for (place, bond) in Instrument.treasuryBonds.enumerated() {
      let amount = try Money(dollars: min(support + (place < TreasuryFunding.short ? management : 0), left))
      let held = holders.map { Double(max(0, view.units(bond, of: $0))) }
      guard amount > .zero, held.contains(where: { $0 > 0 }) else { continue }
      for (part, holder) in zip(amount.split(by: held), holders) {
        turn.redeem(try view.price(bond).units(for: part.cents), bond, of: holder, by: Holder(.treasury))
      }
      left -= amount.dollars
      cost += amount.dollars
      state.removed += (support - planned) * durations.relative(bond)
    }
    return cost
  }

  /// How many of the shortest rows cash management buys.
  static let short = 2

  /// Buybacks for liquidity support that were known at the opening, dollars a year.
  static let plannedSupport = TreasuryFunding(deficit: 0, product: 1).liquidityBuybacks.value
}
