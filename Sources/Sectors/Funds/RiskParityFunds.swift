import Accounting
import Markets
import Quantities
import Simulation

/// Funds that give each asset the same part of their risk, and so hold equity in inverse proportion to its volatility.
///
///     E* = e_0 A min(σ_0/max(σ_fast, σ_slow), K_max)                     see `VolatilitySleeve`
///
/// e_0 is equity over assets at the opening and A the assets now. They hold the basket itself; what futures would do is
/// done with the fund's cash, within what there is.
///
/// Ignores: bonds and commodities, whose volatility does not move here, correlations, leverage at fund level.
///
/// Sees: the index's return, the fund's own holdings. Does: orders the index; says exposure and flow.
/// Verified by: `RiskParityFundsTests`.
public struct RiskParityFunds: Mechanism, ParameterSet {
  public static let name = "riskParityFunds"
  public static let systems = ["S2"]
  public static let sees: [Observable] = [.indexReturn]
  public static let says: [Observable] = [.riskParityExposure, .riskParityFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Most equity over that of the opening: K_max.", range: Share(1)...Share(3),
    source: .rule("as risk control: S&P Dow Jones Risk Control Indices Methodology, maximum leverage 150 %"))
  public var cap = Share(1.5)

  @Parameter(
    "Part of the gap that is traded in a day.", range: Share(0.05)...Share(1),
    source: .paper("Bhansali et al. (2012), Journal of Investing 21(3)", at: "monthly to weekly; assumed a tenth a day")
  )
  public var pace = Share(0.1)

  public static let all: [Field<Self>] = [Field("cap", \.$cap), Field("pace", \.$pace)]

  public struct State: Codable, Sendable {
    var sleeve: VolatilitySleeve
    /// e_0, by member.
    let weights: [Double]
  }

  public init() {}

  public func opening(_ view: borrowing View) throws -> State {
    var weights: [Double] = []
    for member in 0..<view.members(.riskParityFunds) {
      let (equity, assets) = try RiskParityFunds.position(member, view)
      weights.append(assets > 0 ? equity / assets : 0)
    }
    return State(sleeve: VolatilitySleeve(), weights: weights)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view.step > 1 { state.sleeve.update(view[.indexReturn]) }
    let capitalisations = view.capitalisations
    let scale = state.sleeve.scale(cap: cap.value)
    var (held, owned, flow) = (0.0, 0.0, 0.0)
    for (member, weight) in state.weights.enumerated() {
      let (equity, assets) = try RiskParityFunds.position(member, view)
      let wanted = weight * max(assets, 0) * scale
      let order = VolatilitySleeve.trade(from: equity, toward: wanted, band: 0, pace: pace.value)
      turn.orderIndex(
        try Money(dollars: order), for: Holder(.riskParityFunds, member), futures: false, at: capitalisations)
      (held, owned, flow) = (held + equity, owned + assets, flow + order)
    }
    turn.say(.riskParityExposure, owned > 0 ? held / owned : 0)
    turn.say(.riskParityFlow, flow * view.scale)
  }

  /// Equity and net assets of a fund, in dollars.
  private static func position(_ member: Int, _ view: borrowing View) throws -> (equity: Double, assets: Double) {
    let fund = Holder(.riskParityFunds, member)
    let equity = try view.worth(.aiEquity, of: fund).dollars + view.worth(.restEquity, of: fund).dollars
    return (equity, try view.netAssets(of: fund, besides: .riskParityShares).dollars)
  }
}

extension Observable {
  /// Equity over assets of risk-parity funds.
  public static let riskParityExposure = Observable("riskParityExposure", unit: Dimensionless.self, atRest: 0)
  /// What risk-parity funds order in a day, national.
  public static let riskParityFlow = Observable("riskParityFlow", unit: Dollars.self, atRest: 0)
}
