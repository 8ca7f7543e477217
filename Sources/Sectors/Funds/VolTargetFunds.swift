import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Equity exposure of vol-target funds over their assets: K.
  public static let volTargetExposure = Observable("volTargetExposure", unit: Dimensionless.self, atRest: 0)
  /// What vol-target funds order in a day, national.
  public static let volTargetFlow = Observable("volTargetFlow", unit: Dollars.self, atRest: 0)
}

/// Funds that hold their volatility at a mandate's target by trading index futures.
///
///     K*   = clip(σ*/max(σ_fast, σ_slow), 0, K_max)
///     K    moves toward K* by at most δ a day, once it is off by more than a band
///     flow = K A − position                                   see ``VolTargetRule``
///
/// Members take the mandates in turn: targets of 5, 8, 10, 12, 15 and 18 %, slow windows of 20, 40 and 63 days, fast
/// decays of .94 and .97. A is what the fund owns less what it owes; the position is at the last close, so the estimate
/// leads the trade by a day. The windows open with the real returns of the quarter before.
///
/// Ignores: bonds in the mandates, subscriptions that follow performance, trading costs.
///
/// Sees: the index and its return. Does: orders index futures; says exposure and flow.
/// Verified by: `VolTargetFundsTests`.
public struct VolTargetFunds: Mechanism, ParameterSet {
  public static let name = "volTargetFunds"
  public static let systems = ["S2"]
  public static let sees: [Observable] = [.indexLevel, .indexReturn]
  public static let says: [Observable] = [.volTargetExposure, .volTargetFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Largest exposure a mandate allows: K_max.", range: Share(1)...Share(2),
    source: .rule("S&P Dow Jones Risk Control Indices Methodology: maximum leverage 150 %"))
  public var cap = Share(1.5)

  @Parameter(
    "Half-width of the zone in which exposure is left alone.", range: Share(0)...Share(0.2),
    source: .rule(
      "S&P Dow Jones Risk Control 2.0 family: rebalances when off target by more than a tolerance of a few per cent"))
  public var band = Share(0.03)

  @Parameter(
    "Most that exposure changes in a day: δ.", range: Share(0.02)...Share(1),
    source: .assumed(
      because: "mandates spread large changes over some days; ten to thirty points a day are usual limits"))
  public var dailyLimit = Share(0.2)

  public static let all: [Field<Self>] = [
    Field("cap", \.$cap), Field("band", \.$band), Field("dailyLimit", \.$dailyLimit),
  ]

  public init() {}

  /// Targets of the mandates, which members take in turn.
  public static let targets: [Volatility] = [
    .percent(5), .percent(8), .percent(10), .percent(12), .percent(15), .percent(18),
  ]

  public struct State: Codable, Sendable {
    var windows: VolatilityWindows
    var exposures: [Double]
    var book: FuturesBook
  }

  public func opening(_ view: borrowing View) throws -> State {
    var assets: [Money] = []
    for member in 0..<view.members(.volTargetFunds) { assets.append(try VolTargetFunds.assets(of: member, view)) }
    let exposures = VolTargetFunds.openingExposure(of: assets.map(\.dollars))
    return State(
      windows: VolTargetFunds.openingWindows,
      exposures: zip(exposures, assets).map { $1 > .zero ? $0 / $1.dollars : 0 },
      book: try FuturesBook(exposures: exposures, at: view[.indexLevel]))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    if view.step > 1 { state.windows.update(view[.indexReturn]) }
    let level = view[.indexLevel]
    let capitalisations = view.capitalisations
    try state.book.confirm(at: level)
    var (exposure, owned, flow) = (0.0, 0.0, 0.0)
    for member in 0..<view.members(.volTargetFunds) {
      let a = max(try VolTargetFunds.assets(of: member, view).dollars, 0)
      let wanted = mandate(member).wanted(at: state.windows.volatility(ofMandate: member))
      let k = mandate(member).step(from: Share(state.exposures[member]), toward: wanted)
      let order = try Money(dollars: k.value * a - state.book.exposure(member, at: level))
      state.exposures[member] = k.value
      state.book.place(order, for: member)
      turn.orderIndex(order, for: Holder(.volTargetFunds, member), futures: true, at: capitalisations)
      (exposure, owned, flow) = (exposure + k.value * a, owned + a, flow + order.dollars)
    }
    turn.say(.volTargetExposure, owned > 0 ? exposure / owned : 0)
    turn.say(.volTargetFlow, flow * view.scale)
  }

  private func mandate(_ member: Int) -> VolTargetRule {
    VolTargetRule(
      target: VolTargetFunds.targets[member % VolTargetFunds.targets.count], cap: cap, band: band,
      dailyLimit: dailyLimit)
  }

  private static func assets(of member: Int, _ view: borrowing View) throws -> Money {
    try view.netAssets(of: Holder(.volTargetFunds, member), besides: .volTargetShares)
  }
}

extension VolTargetFunds {
  /// The equity exposure that members of given assets open with, at the registered parameters, in the unit of the assets.
  ///
  /// Dealers open with the matching basket. A scenario that changes the mandates trades away from here from the first day.
  public static func openingExposure(of assets: [Double]) -> [Double] {
    assets.enumerated().map { member, a in
      let wanted = VolTargetFunds().mandate(member).wanted(at: openingWindows.volatility(ofMandate: member))
      return max(a, 0) * wanted.value
    }
  }

  private static let openingWindows = VolatilityWindows(
    returns: IndexHistory.sp500.dailyReturns, before: .percent(12.7))
}
