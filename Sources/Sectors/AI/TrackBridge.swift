import Quantities
import Simulation

extension Observable {
  /// How far each industry has come from the rest of the economy to the AI track: what it pays AI firms over what it
  /// pays them and its people.
  public static let bridgeIndex = Observable(
    "bridgeIndex", unit: Dimensionless.self, atRest: 0, width: .each(Industry.names))
}

/// How far each industry is from the rest of the economy to the AI track.
///
///     bridge_j = AI_j/(AI_j + pay_j)
///     AI_j     = s · services_j · P a_j + share_j (sales − S(0) P) + payroll share_j · automation
///     pay_j    = payroll_j · W a_j
///
/// services_j is what an industry bought of information at the opening, s the AI firms' part of it, a_j its activity, P and
/// W the levels of prices and wages. Zero is all people, one all machines; who pays neither is at zero.
///
/// Ignores: AI that industries run themselves, firms inside an industry, pay that automation has already saved.
///
/// Sees: activity, prices, wages, sales of AI services, what automation pays. Does: says the index.
/// Verified by: `TrackBridgeTests`.
public struct TrackBridge: Mechanism {
  public static let name = "trackBridge"
  public static let sees: [Observable] = [.activity, .priceLevel, .wageLevel, .aiRevenue, .automationSpending]
  public static let says: [Observable] = [.bridgeIndex]

  /// Real sales of AI services in the first month, dollars a year.
  public struct State: Codable, Sendable { var opening: Double? }

  let aiShare: Double
  /// Dollars a year by industry at the opening: bought of information services, and paid to people.
  let services, payroll: [Double]
  public init(information: InformationSales, services: [Double], payroll: [Double]) {
    (aiShare, self.services, self.payroll) = (information.aiShare, services, payroll)
  }

  public func opening(_ view: borrowing View) -> State { State(opening: nil) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let (prices, automation) = (view[.priceLevel], view[.automationSpending])
    let sold = view[.aiRevenue] - automation
    let opening = state.opening ?? sold / prices
    state.opening = opening
    let more = max(0, sold - opening * prices)
    let (bought, paid) = (max(1e-9, services.reduce(0, +)), max(1e-9, payroll.reduce(0, +)))
    for j in Industry.allCases.indices {
      let base = aiShare * services[j] * prices * view[.activity, j]
      let ai = base + services[j] / bought * more + payroll[j] / paid * automation
      let people = payroll[j] * view[.wageLevel] * view[.activity, j]
      turn.say(.bridgeIndex, at: j, ai + people > 0 ? ai / (ai + people) : 0)
    }
  }
}
