import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Expected earnings of each basket over their opening value.
  public static let earningsGrowth = Observable(
    "earningsGrowth", unit: Dimensionless.self, atRest: 1, width: .each(EquityBasket.labels))
}

/// Firms, banks, energy and AI firms pay out what their cash exceeds its target, and say what they expect to earn.
///
///     D = [D(0)/12 · P A + (cash − target)⁺ / m] · h,   h = 1 − (debt − debt target)⁺/target, at least 0
///     E ← E + a (x (x/x̄)^(λ−1) · P A − E),   x̄ ← x̄ + (x − x̄)/n       expected earnings; x: activity
///
/// Earnings follow output with leverage λ for as long as wages have not followed, n months; in the long run they keep their
/// share. Dividends keep their share in the economy, and what is earned beyond them shows in cash. Cash above target closes the sink that undistributed profit would be, and who has borrowed beyond its target pays its
/// lenders before its owners, or its debt would grow without end. A target is the opening's, grown with prices and output
/// per worker. A bank pays out book equity above its opening part of assets. Dividends of listed firms go to the dealers' custody, which passes them to every
/// holder the same day; income of private businesses goes to their owners, times the mean h of firms. AI earnings also rise with compute that has power.
///
/// Ignores: retained earnings as a choice, issuance.
///
/// Sees: activity, prices and output per worker, compute and the share of it that has power. Does: pays dividends to custody; says what was declared,
/// what private businesses earn and what both baskets are expected to earn.
/// Verified by: `PayoutTests`.
public struct Payout: Mechanism, ParameterSet {
  public static let name = "payout"
  public static let sees: [Observable] = [.activity, .priceLevel, .productivityLevel, .computeGrowth, .energisedShare]
  public static let says: [Observable] = [.declaredDividends, .proprietorsIncome, .earningsGrowth, .expectedEarnings]

  @Parameter(
    "Months over which cash above target is paid out.", range: MonthSpan(1)...MonthSpan(48),
    source: .assumed(because: "Lintner (1956) finds years for dividends; a quarter keeps profit from piling up as cash")
  )
  public var smoothing: MonthSpan = MonthSpan(3)

  @Parameter(
    "Operating leverage: elasticity of earnings to output.", range: Share(1)...Share(6),
    source: .paper("Gourio (2007), NBER WP 12880", at: "labour leverage"))
  public var leverage: Share = Share(2.5)

  @Parameter(
    "Months after which a level of output counts as usual and moves earnings no more than itself: n.",
    range: MonthSpan(6)...MonthSpan(240),
    source: .paper(
      "Blanchard and Katz (1999), AER 89(2)", at: "labour cost returns by a fifth a year, half through wages"))
  public var leverageSpan = MonthSpan(60)

  @Parameter(
    "Share of a surprise taken into expected earnings each month.", range: .percent(2) ... .percent(100),
    source: .assumed(because: "analysts move consensus over two to three quarters"))
  public var adaptation: Share = .percent(15)

  @Parameter(
    "Elasticity of AI earnings to compute in service.", range: Share(0)...Share(1),
    source: .assumed(because: "revenue guidance of cloud businesses grew half as fast as capacity in 2025"))
  public var computeYield: Share = Share(0.35)

  public static let all: [Field<Self>] = [
    Field("smoothing", \.$smoothing), Field("leverage", \.$leverage), Field("leverageSpan", \.$leverageSpan),
    Field("adaptation", \.$adaptation), Field("computeYield", \.$computeYield),
  ]

  /// Dollars a year at the opening and at national scale.
  public struct Levels: Sendable {
    /// Dividends by sector: firms, aiFirms, energy, banks.
    public var firms, aiFirms, energy, banks: Double
    public var proprietors: Double
    /// Corporate profits of each basket.
    public var aiEarnings, restEarnings: Double
    public init(
      firms: Double, aiFirms: Double, energy: Double, banks: Double, proprietors: Double, aiEarnings: Double,
      restEarnings: Double
    ) {
      (self.firms, self.aiFirms, self.energy, self.banks) = (firms, aiFirms, energy, banks)
      (self.proprietors, self.aiEarnings, self.restEarnings) = (proprietors, aiEarnings, restEarnings)
    }
  }

  /// Cash and debt by payer (cents at the opening) and expected earnings.
  public struct State: Codable, Sendable {
    var targets: [Int64]
    var debts: [Int64]
    /// Book equity of each bank over its assets at the opening.
    var bankCapital: [Double]
    var earnings: [Double]
    /// x̄.
    var usual: Double
  }

  let levels: Levels
  public init(levels: Levels) { self.levels = levels }

  static func payers(_ view: borrowing View) -> [Holder] {
    let firms = (0..<view.members(.firms)).map { Holder(.firms, $0) }
    return firms + [Holder(.energy)] + (0..<view.members(.aiFirms)).map { Holder(.aiFirms, $0) }
  }

  public func opening(_ view: borrowing View) throws -> State {
    var capital: [Double] = []
    for bank in view.banks {
      capital.append(try Payout.bookEquity(bank, view).dollars / max(1, BankCapital.assets(of: bank, view)))
    }
    let payers = Payout.payers(view)
    return State(
      targets: payers.map { view.balance(.deposits, of: $0).cents },
      debts: try payers.map { try BusinessBorrowing.debt(of: $0, view).cents }, bankCapital: capital, earnings: [1, 1],
      usual: 1)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let activity =
      Industry.producers.map { view[.activity, $0.rawValue] }.reduce(0, +) / Double(Industry.producers.count)
    let surge = Elementary.pow(max(0.05, activity / state.usual), leverage.value - 1)
    let pull = max(0.05, activity) * surge * view.nominalScale
    state.usual += (max(0.05, activity) - state.usual) / leverageSpan.value
    let ai = pull * Elementary.pow(max(0.05, view[.computeGrowth] * view[.energisedShare]), computeYield.value)
    for (basket, target) in [ai, pull].enumerated() {
      state.earnings[basket] += adaptation.value * (target - state.earnings[basket])
      turn.say(.earningsGrowth, at: basket, state.earnings[basket])
      turn.say(
        .expectedEarnings, at: basket, state.earnings[basket] * (basket == 0 ? levels.aiEarnings : levels.restEarnings))
    }
    let health = try payersHealth(view, state)
    let declared = try pay(view, state, health, &turn)
    turn.say(.declaredDividends, at: 0, declared.ai)
    turn.say(.declaredDividends, at: 1, declared.rest)
    let firms = health.prefix(view.members(.firms))
    let mean = firms.reduce(0, +) / Double(max(1, firms.count))
    turn.say(.proprietorsIncome, max(0, levels.proprietors / 12 / view.scale * view.nominalScale) * mean)
  }

  /// Every payer sends its dividend to custody. Returns what was declared on each basket, in dollars.
  private func pay(
    _ view: borrowing View, _ state: State, _ health: [Double], _ turn: inout Turn
  ) throws -> (ai: Double, rest: Double) {
    var declared = (ai: Money.zero, rest: Money.zero)
    let payers = Payout.payers(view)
    let cashTargets = state.targets.map { Double(max(0, $0)) }
    let ofFirms = zip(payers, cashTargets).reduce(0) { $0 + ($1.0.sector == .firms ? $1.1 : 0) }
    for (index, holder) in payers.enumerated() where state.targets[index] > 0 {
      let cash = view.balance(.deposits, of: holder)
      let target = Double(state.targets[index]) / 100 * view.nominalScale
      let excess = max(0, cash.dollars - target) / smoothing.value
      let weight =
        switch holder.sector {
        case .firms: levels.firms * cashTargets[index] / max(1, ofFirms)
        case .aiFirms: levels.aiFirms / Double(view.members(.aiFirms))
        default: levels.energy
        }
      let base = weight / 12 / view.scale * view.nominalScale
      let amount = min(try Money(dollars: max(0, base + excess) * health[index]), max(cash, .zero))
      turn.pay(amount, from: holder, to: Holder(.dealers), as: .dividends, ifShort: .orPart)
      if holder.sector == .aiFirms {
        declared.ai = declared.ai + amount
      } else {
        declared.rest = declared.rest + amount
      }
    }
    for index in 0..<view.members(.banks) {
      let amount = try bankDividend(Holder(.banks, index), view, state)
      turn.pay(amount, from: Holder(.banks, index), to: Holder(.dealers), as: .dividends, ifShort: .orPart)
      declared.rest = declared.rest + amount
    }
    return (declared.ai.dollars, declared.rest.dollars)
  }

  /// h of every payer; one for who opened without cash.
  private func payersHealth(_ view: borrowing View, _ state: State) throws -> [Double] {
    var health: [Double] = []
    for (index, holder) in Payout.payers(view).enumerated() {
      let target = Double(state.targets[index]) / 100 * view.nominalScale
      let debt = try BusinessBorrowing.debt(of: holder, view).dollars
      let excess = max(0, debt - Double(state.debts[index]) / 100 * view.nominalScale)
      health.append(target > 0 ? max(0, 1 - excess / target) : 1)
    }
    return health
  }

  /// A bank's cash is its capital: it pays out book equity above its part of assets, and less when it is short of that.
  private func bankDividend(_ bank: Holder, _ view: borrowing View, _ state: State) throws -> Money {
    let equity = try Payout.bookEquity(bank, view).dollars
    let target = try state.bankCapital[bank.row] * BankCapital.assets(of: bank, view)
    let base = levels.banks / 12 / view.scale * view.nominalScale / Double(view.members(.banks))
    return try Money(dollars: max(0, min(equity, base + (equity - target) / smoothing.value)))
  }

  /// Assets less liabilities other than listed equity.
  static func bookEquity(_ holder: Holder, _ view: borrowing View) throws -> Money {
    try Instrument.allCases.filter { !Instrument.equities.contains($0) }
      .reduce(Money.zero) { $0 + (try view.worth($1, of: holder)) }
  }
}
