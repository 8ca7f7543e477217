import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// What policy adds to the log of wanted AI capex: its cost that policy bears or is believed to come to bear.
  public static let aiSupport = Observable("aiSupport", unit: Dimensionless.self, atRest: 0)
  /// How much of the programme of support is in force, from 0 to 1.
  public static let policySupport = Observable("policySupport", unit: Dimensionless.self, atRest: 0)
  /// How far permits for power and sites are sped up, from 0 to 1.
  public static let permitting = Observable("permitting", unit: Dimensionless.self, atRest: 0)
  /// Growth of output that policy makers see, a year.
  public static let growthNowcast = Observable("growthNowcast", unit: PerAnnum.self, atRest: 0.02)
  /// What support has cost the Treasury since the opening, loans apart, national dollars.
  public static let supportCost = Observable("supportCost", unit: Dollars.self, atRest: 0)
}

/// The policy put: when growth or AI capex falters, the federal government lends, refunds tax, speeds permits and buys.
///
///     n  = need(nowcast, shortfall of AI capex from its highest of a year)
///     S ← S + (n − S)/τ                                  a law takes τ months, and lapses as slowly
///     p  = Φ((g* − g)/σ),   u = refund + loans · spread
///     log I* += ε u · max(S, p)
///
/// Loans, refunds and purchases are shares of what the boom spends or sums a year, times S, paid by the Treasury. What firms
/// believe counts before anything is paid: p is the chance that growth falls below the trigger within a year. Permits
/// cost nothing, and matter where power is short.
///
/// Ignores: tariffs and export controls, states' incentives, support that was in force at the opening.
///
/// Sees: real product, AI capex. Does: lends to AI firms, refunds tax and buys from them; says support, and what it adds
/// to wanted capex. Verified by: `PolicyPutTests`.
public struct PolicyPut: Mechanism, ParameterSet {
  public static let name = "policyPut"
  public static let systems = ["S8"]
  public static let sees: [Observable] = [.realGDP, .aiCapexRate]
  public static let says: [Observable] = [.aiSupport, .policySupport, .permitting, .growthNowcast, .supportCost]

  @Parameter(
    "Growth of output a year below which support is called for: g*.", range: .percent(-5) ... .percent(3),
    source: .release(
      "BEA and Congress", series: "real growth over a year when P.L. 107-147 and 110-185 passed: 1.3 and 1.4 %",
      asOf: "2008Q1"))
  public var growthTrigger: Rate = .percent(1.4)

  @Parameter(
    "Points below the trigger at which all support is called for.", range: .percent(0.2) ... .percent(10),
    source: .release(
      "BEA", series: "real growth over a year from 1.4 % at P.L. 110-185 to −3.2 % at P.L. 111-5", asOf: "2009Q1"))
  public var growthWidth: Rate = .percent(4.6)

  @Parameter(
    "Dispersion of growth over a year: σ.", range: .percent(0.2) ... .percent(10),
    source: .release("BEA", series: "real GDP, standard deviation of growth over a year, 1990-2019", asOf: "2019Q4"))
  public var growthDispersion: Rate = .percent(1.64)

  @Parameter(
    "Fall of AI capex from its highest of a year past which support is called for.",
    range: .percent(0.5) ... .percent(50),
    source: .release(
      "BEA", series: "information equipment and software, below its high: 6.4 % before P.L. 111-5, 13.2 % at 107-147",
      asOf: "2008Q4"))
  public var shortfallTrigger: Share = .percent(6.4)

  @Parameter(
    "Months from need to law: τ.", range: MonthSpan(1)...MonthSpan(36),
    source: .rule("Economic Stimulus Act of 2008, P.L. 110-185, signed 2008-02-13 in a recession from 2007-12"))
  public var delay = MonthSpan(2.5)

  @Parameter(
    "Federal loans over AI capex with all support.", range: .percent(0) ... .percent(50),
    source: .rule("CHIPS and Science Act, P.L. 117-167: 75 billion of loans against 450 billion of announced plants"))
  public var loans: Share = .percent(17)

  @Parameter(
    "Part of AI capex refunded as tax with all support.", range: .percent(0) ... .percent(50),
    source: .rule("P.L. 119-21: the credit of 26 USC 48D raised from 25 to 35 %"))
  public var refund: Share = .percent(10)

  @Parameter(
    "Federal purchases of AI services with all support, dollars a year.", range: AnnualAmount(0)...AnnualAmount(2e11),
    source: .release("Intel", series: "federal investment of 8.9 billion in a chip maker", asOf: "2025-08-22"))
  public var purchases = AnnualAmount(8.9e9)

  @Parameter(
    "Interest that a federal loan saves.", range: .percent(0) ... .percent(10),
    source: .release("Federal Reserve Board", series: "E.2 commercial loan spreads, weighted", asOf: "2024"))
  public var spread: Rate = .percent(2.3)

  @Parameter(
    "Elasticity of wanted capex to its cost: ε.", range: Share(0)...Share(8),
    source: .paper("Zwick and Mahon (2017), AER 107(1)", at: "elasticity to the user cost, −1.6"))
  public var elasticity = Share(1.6)

  public static let all: [Field<Self>] = [
    Field("growthTrigger", \.$growthTrigger), Field("growthWidth", \.$growthWidth),
    Field("growthDispersion", \.$growthDispersion), Field("shortfallTrigger", \.$shortfallTrigger),
    Field("delay", \.$delay), Field("loans", \.$loans), Field("refund", \.$refund),
    Field("purchases", \.$purchases), Field("spread", \.$spread), Field("elasticity", \.$elasticity),
  ]

  public struct State: Codable, Sendable {
    var support = 0.0
    /// Real product and AI capex of the last months, the newest last.
    var product: [Double] = []
    var capex: [Double] = []
    var cost = 0.0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view[.realGDP] > 0 { state.product = (state.product + [view[.realGDP]]).suffix(12) }
    if view[.aiCapexRate] > 0 { state.capex = (state.capex + [view[.aiCapexRate]]).suffix(12) }
    let growth = nowcast(state.product)
    let high = state.capex.reduce(0) { max($0, $1) }
    let shortfall = high > 0 ? 1 - view[.aiCapexRate] / high : 0
    let trigger = PolicyTrigger(
      growth: growthTrigger.value, width: growthWidth.value, shortfall: shortfallTrigger.value)
    state.support += (trigger.need(growth: growth, shortfall: shortfall) - state.support) / delay.value
    try pay(&state, view, &turn)
    turn.say(.growthNowcast, growth)
    turn.say(.policySupport, state.support)
    turn.say(.permitting, state.support)
    turn.say(.aiSupport, belief(support: state.support, growth: growth))
    turn.say(.supportCost, state.cost)
  }

  /// Growth a year of the last six months' product on the six before, or of halves of what there is; trend before that.
  func nowcast(_ product: [Double]) -> Double {
    let half = product.count / 2
    guard half >= 3 else { return Observable.growthNowcast.atRest }
    let now = product.suffix(half).reduce(0, +)
    let before = product.suffix(2 * half).prefix(half).reduce(0, +)
    return min(max(Elementary.pow(now / max(before, 1), 12 / Double(half)) - 1, -0.5), 0.5)
  }

  /// What support in force or believed in adds to the log of wanted capex.
  public func belief(support: Double, growth: Double) -> Double {
    let chance = Elementary.normalCDF((growthTrigger.value - growth) / growthDispersion.value)
    return elasticity.value * (refund.value + loans.value * spread.value) * max(support, chance)
  }

  private func pay(_ state: inout State, _ view: borrowing View, _ turn: inout Turn) throws {
    let (treasury, firms) = (Holder(.treasury), view.members(.aiFirms))
    guard state.support > 0.001, firms > 0 else { return }
    let monthly = state.support / 12 / view.scale
    let capex = max(0, view[.aiCapexRate])
    let parts = Array(repeating: 1.0, count: firms)
    let cash = max(0, view.balance(.cashAccount, of: treasury).dollars)
    let lent = try Money(dollars: min(monthly * loans.value * capex, cash / 4)).split(by: parts)
    let refunded = try Money(dollars: monthly * refund.value * capex).split(by: parts)
    let bought = try Money(dollars: monthly * purchases.value).split(by: parts)
    let bills = Shortfall.orBorrow(.bills, from: Holder(.banks))
    // Loans come first: refunds may take all the cash there is, and then borrow.
    for index in 0..<firms {
      turn.lend(lent[index], .corporateLoans, from: treasury, to: Holder(.aiFirms, index))
    }
    for index in 0..<firms {
      let firm = Holder(.aiFirms, index)
      turn.pay(refunded[index], from: treasury, to: firm, as: .corporateTax, ifShort: bills)
      turn.pay(bought[index], from: treasury, to: firm, as: .governmentPurchases, ifShort: bills)
    }
    state.cost += state.support / 12 * (refund.value * capex + purchases.value)
  }
}
