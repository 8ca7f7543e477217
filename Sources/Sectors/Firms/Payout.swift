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
///     D = D(0)/12 · E + (cash − target)⁺ / m
///     E ← E + a (activity^λ · P − E)           expected earnings with operating leverage λ
///
/// Cash above target closes the sink that undistributed profit would be; a target is the opening's, at current prices. A
/// bank pays out book equity instead. Dividends of listed firms go to the dealers' custody, which passes them to every
/// holder the same day; income of private businesses goes to their owners. AI earnings also rise with compute in service.
///
/// Ignores: growth of real earnings with productivity, retained earnings as a choice, issuance.
///
/// Sees: activity, the price level, the growth of compute. Does: pays dividends to custody; says what was declared,
/// what private businesses earn and what both baskets are expected to earn.
/// Verified by: `PayoutTests`.
public struct Payout: Mechanism, ParameterSet {
  public static let name = "payout"
  public static let sees: [Observable] = [.activity, .priceLevel, .computeGrowth]
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
    "Share of a surprise taken into expected earnings each month.", range: .percent(2) ... .percent(100),
    source: .assumed(because: "analysts move consensus over two to three quarters"))
  public var adaptation: Share = .percent(15)

  @Parameter(
    "Elasticity of AI earnings to compute in service.", range: Share(0)...Share(1),
    source: .assumed(because: "revenue guidance of cloud businesses grew half as fast as capacity in 2025"))
  public var computeYield: Share = Share(0.35)

  public static let all: [Field<Self>] = [
    Field("smoothing", \.$smoothing), Field("leverage", \.$leverage), Field("adaptation", \.$adaptation),
    Field("computeYield", \.$computeYield),
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

  /// Cash targets by payer (cents at the opening) and expected earnings.
  public struct State: Codable, Sendable {
    var targets: [Int64]
    /// Book equity of each bank at the opening, in cents.
    var bankEquity: [Int64]
    var earnings: [Double]
  }

  let levels: Levels
  public init(levels: Levels) { self.levels = levels }

  static func payers(_ view: borrowing View) -> [Holder] {
    let firms = (0..<view.members(.firms)).map { Holder(.firms, $0) }
    return firms + [Holder(.energy)] + (0..<view.members(.aiFirms)).map { Holder(.aiFirms, $0) }
  }

  public func opening(_ view: borrowing View) throws -> State {
    var capital: [Int64] = []
    for index in 0..<view.members(.banks) { capital.append(try Payout.bookEquity(Holder(.banks, index), view).cents) }
    return State(
      targets: Payout.payers(view).map { view.balance(.deposits, of: $0).cents }, bankEquity: capital, earnings: [1, 1])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let activity =
      Industry.producers.map { view[.activity, $0.rawValue] }.reduce(0, +) / Double(Industry.producers.count)
    let pull = Elementary.pow(max(0.05, activity), leverage.value) * view[.priceLevel]
    let ai = pull * Elementary.pow(max(0.05, view[.computeGrowth]), computeYield.value)
    for (basket, target) in [ai, pull].enumerated() {
      state.earnings[basket] += adaptation.value * (target - state.earnings[basket])
      turn.say(.earningsGrowth, at: basket, state.earnings[basket])
      turn.say(
        .expectedEarnings, at: basket, state.earnings[basket] * (basket == 0 ? levels.aiEarnings : levels.restEarnings))
    }
    let declared = try pay(view, state, &turn)
    turn.say(.declaredDividends, at: 0, declared.ai)
    turn.say(.declaredDividends, at: 1, declared.rest)
    turn.say(.proprietorsIncome, max(0, levels.proprietors / 12 / view.scale * state.earnings[1]))
  }

  /// Every payer sends its dividend to custody. Returns what was declared on each basket, in dollars.
  private func pay(_ view: borrowing View, _ state: State, _ turn: inout Turn) throws -> (ai: Double, rest: Double) {
    var declared = (ai: Money.zero, rest: Money.zero)
    let payers = Payout.payers(view)
    let cashTargets = state.targets.map { Double(max(0, $0)) }
    let ofFirms = zip(payers, cashTargets).reduce(0) { $0 + ($1.0.sector == .firms ? $1.1 : 0) }
    for (index, holder) in payers.enumerated() where state.targets[index] > 0 {
      let cash = view.balance(.deposits, of: holder)
      let target = Double(state.targets[index]) / 100 * view[.priceLevel]
      let excess = max(0, cash.dollars - target) / smoothing.value
      let weight =
        switch holder.sector {
        case .firms: levels.firms * cashTargets[index] / max(1, ofFirms)
        case .aiFirms: levels.aiFirms / Double(view.members(.aiFirms))
        default: levels.energy
        }
      let base = weight / 12 / view.scale * state.earnings[holder.sector == .aiFirms ? 0 : 1]
      let amount = min(try Money(dollars: max(0, base + excess)), max(cash, .zero))
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

  /// A bank's cash is its capital: it pays out book equity above its target.
  private func bankDividend(_ bank: Holder, _ view: borrowing View, _ state: State) throws -> Money {
    let equity = try Payout.bookEquity(bank, view).dollars
    let target = Double(state.bankEquity[bank.row]) / 100 * view[.priceLevel]
    let base = levels.banks / 12 / view.scale * state.earnings[1] / Double(view.members(.banks))
    return try Money(dollars: max(0, min(base, max(0, equity)) + max(0, equity - target) / smoothing.value))
  }

  /// Assets less liabilities other than listed equity.
  static func bookEquity(_ holder: Holder, _ view: borrowing View) throws -> Money {
    try Instrument.allCases.filter { !Instrument.equities.contains($0) }
      .reduce(Money.zero) { $0 + (try view.worth($1, of: holder)) }
  }
}
