import Accounting
import Markets
import Quantities
import Simulation

/// Annuities whose funds cut equity when volatility rises, so that their guarantees stay cheap.
///
///     E* = E_0 · cap_t/cap_0 · min(σ_0/max(σ_fast, σ_slow), 1/.7)       see `VolatilitySleeve`
///
/// The funds stand in insurers' separate accounts, here in the pension column. They hold the basket itself. Their size
/// keeps its part of the market. What equity is sold for buys bonds.
///
/// Ignores: the hedging of the guarantees by insurers themselves, lapses, new sales.
///
/// Sees: the index's return. Does: orders the index; says exposure and flow.
/// Verified by: `VariableAnnuitiesTests`.
public struct VariableAnnuities: Mechanism, ParameterSet {
  public static let name = "variableAnnuities"
  public static let systems = ["S2"]
  public static let sees: [Observable] = [.indexReturn]
  public static let says: [Observable] = [.annuityExposure, .annuityFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Equity of managed-volatility annuity funds at the opening.", range: Amount(0)...Amount(1e12),
    source: .release(
      "Strategic Insight", series: "managed-volatility assets of 360.9 billion, 72 % in annuities; 70 % of that",
      asOf: "2014Q2"))
  public var equity = Amount(180e9)

  @Parameter(
    "Half-width of the zone in which equity is left alone.", range: Share(0)...Share(0.3),
    source: .assumed(because: "the sub-advisers trade once off by about a twentieth"))
  public var band = Share(0.05)

  public static let all: [Field<Self>] = [Field("equity", \.$equity), Field("band", \.$band)]

  /// Seven tenths of the assets are equity at the opening, and no more than all of them can be.
  private static let most = 1 / 0.7

  public struct State: Codable, Sendable {
    var sleeve: VolatilitySleeve
    /// E_0/cap_0.
    let share: Double
    /// Equity over ``share`` of the market.
    var exposure = 1.0
    var bonds = BondSwap()
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    let cap = view.capitalisations.total * view.scale
    return State(sleeve: VolatilitySleeve(), share: cap > 0 ? equity.value / cap : 0)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view.step > 1 { state.sleeve.update(view[.indexReturn]) }
    try state.bonds.settle(for: Holder(.pensionFunds), view, &turn)
    let capitalisations = view.capitalisations
    let wanted = state.sleeve.scale(cap: VariableAnnuities.most)
    let step = VolatilitySleeve.trade(from: state.exposure, toward: wanted, band: band.value, pace: 1)
    state.exposure += step
    let flow = step * state.share * capitalisations.total
    state.bonds.note(equityOrdered: flow)
    turn.orderIndex(try Money(dollars: flow), for: Holder(.pensionFunds), futures: false, at: capitalisations)
    turn.say(.annuityExposure, state.exposure)
    turn.say(.annuityFlow, flow * view.scale)
  }
}

extension Observable {
  /// Equity of managed-volatility annuities over that of the opening, the market's growth taken out.
  public static let annuityExposure = Observable("annuityExposure", unit: Dimensionless.self, atRest: 1)
  /// What managed-volatility annuities order in a day, national.
  public static let annuityFlow = Observable("annuityFlow", unit: Dollars.self, atRest: 0)
}
