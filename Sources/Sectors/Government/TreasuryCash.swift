import Accounting
import Markets
import Quantities
import Simulation

/// The cash account between month ends: tax dates, benefit dates, coupon days.
///
///     float(d) = F(d) of ``FiscalCalendar``;   banks advance to the Treasury what float rises by, and are advanced what it
///     falls by
///
/// Customers pay and are paid on the month's last day. Until then their banks carry what the Treasury has already received
/// or paid, in the row `fiscalFloat`: reserves and the cash account move on the day, deposits at the month's end. The
/// amounts of the calendar are last month's, times twelve. Taxes of states go to deposits and never through the account.
///
/// Ignores: interest on the float.
///
/// Sees: the Treasury's flows, the cash account. Does: lends in `fiscalFloat`; says the cash that the calendar foretells.
/// Sources: Daily Treasury Statement; Social Security Administration, schedule of benefit payments.
/// Verified by: `TreasuryCashTests`.
public struct TreasuryCash: Mechanism, ParameterSet {
  public static let name = "treasuryCash"
  public static let says: [Observable] = [.nextCash, .scheduledCash]

  @Parameter(
    "Share of federal benefits that is Social Security, paid on the 3rd and three Wednesdays.",
    range: .percent(0) ... .percent(60),
    source: .release("BEA", series: "NIPA 2.1 line 18 over 3.2 line 28: 1,578 of 3,686 billion", asOf: "2025Q4"))
  public var socialSecurity: Share = .percent(42.8)

  @Parameter(
    "Share of federal benefits paid on the first of a month: Medicare Advantage plans.",
    range: .percent(0) ... .percent(40),
    source: .release(
      "MedPAC, BEA", series: "report of March 2025, payments to plans, over NIPA 3.2 line 28: 538 of 3,686 billion",
      asOf: "2025"))
  public var first: Share = .percent(14.6)

  public static let all: [Field<Self>] = [Field("socialSecurity", \.$socialSecurity), Field("first", \.$first)]

  /// Dollars a year at the opening and at national scale: taxes less refunds, benefits, coupons on bonds, all other outlays.
  public struct Levels: Sendable {
    public var taxes, benefits, interest, other: Double
    public init(taxes: Double, benefits: Double, interest: Double, other: Double) {
      (self.taxes, self.benefits, self.interest, self.other) = (taxes, benefits, interest, other)
    }
  }

  let levels: Levels
  public init(levels: Levels) { self.levels = levels }

  public struct State: Codable, Sendable {
    var calendar: FiscalCalendar
    /// The Treasury's cumulated flows at the start of the month, in the order of ``flows``; nil before the first.
    var before: [Double]
    /// How the float is shared out among banks: as reserves were at the opening.
    let shares: [Double]
  }

  /// How many trading days ahead the calendar is read.
  static let horizon = 10

  private static func flows(_ view: borrowing View) -> [Double] {
    func sum(_ flows: [Flow]) -> Double { flows.reduce(0) { $0 + view.flow($1, .treasury).dollars } }
    return [
      sum([.incomeTax, .payrollTax, .corporateTax, .productionTax]), -sum([.socialBenefits]), -sum([.bondInterest]),
      -sum([.wages, .governmentPurchases, .grants]),
    ]
  }

  public func opening(_ view: borrowing View) -> State {
    let reserves = (0..<view.members(.banks)).map { max(0, view.balance(.reserves, of: Holder(.banks, $0)).dollars) }
    let n = view.scale
    return State(
      calendar: FiscalCalendar(
        taxes: levels.taxes / n, benefits: levels.benefits / n, other: levels.other / n, interest: levels.interest / n,
        socialSecurity: socialSecurity.value, first: first.value),
      before: TreasuryCash.flows(view), shares: reserves)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view.calendar.isFirstOfMonth(view.day), view.step > 1 { learn(view, &state) }
    let wanted = try Money(dollars: state.calendar.float(on: view.day, view.calendar)).split(by: state.shares)
    settle(wanted, view, &turn)
    let (day, calendar) = (view.day, view.calendar)
    let next = calendar.next(after: day)
    let ahead = calendar.day(TreasuryCash.horizon, after: day)
    turn.say(.nextCash, view.scale * state.calendar.expectedCash(after: day, through: next, calendar))
    turn.say(.scheduledCash, view.scale * state.calendar.expectedCash(after: day, through: ahead, calendar))
  }

  /// Takes last month's flows as this month's.
  private func learn(_ view: borrowing View, _ state: inout State) {
    let now = TreasuryCash.flows(view)
    let month = zip(now, state.before).map { max(0, $0 - $1) }
    state.before = now
    guard month[0] > 0 else { return }
    (state.calendar.taxes, state.calendar.benefits) = (12 * month[0], 12 * month[1])
    // What the central bank holds of the debt pays it on the month's last day only.
    let debt = Instrument.treasuryBonds.reduce(0.0) { $0 - view.value($1, .treasury).dollars }
    let held = Instrument.treasuryBonds.reduce(0.0) { $0 + view.value($1, .centralBank).dollars }
    state.calendar.interest = 12 * month[2] * (debt > 0 ? max(0, 1 - held / debt) : 1)
    state.calendar.other = 12 * month[3]
  }

  /// Brings every bank to what it is to have advanced; the Treasury advances no more than it has.
  private func settle(_ wanted: [Money], _ view: borrowing View, _ turn: inout Turn) {
    let treasury = Holder(.treasury)
    var cash = max(view.balance(.cashAccount, of: treasury), .zero)
    for (index, target) in wanted.enumerated() {
      let bank = Holder(.banks, index)
      let change = target - view.balance(.fiscalFloat, of: bank)
      if change > .zero {
        turn.lend(change, .fiscalFloat, from: bank, to: treasury, as: .moneyMarkets)
        cash = cash + change
      } else {
        let paid = min(-change, cash)
        turn.lend(paid, .fiscalFloat, from: treasury, to: bank, as: .moneyMarkets)
        cash = cash - paid
      }
    }
  }
}
