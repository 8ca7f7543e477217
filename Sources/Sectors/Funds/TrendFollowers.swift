import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Equity exposure of trend followers, national.
  public static let trendPosition = Observable("trendPosition", unit: Dollars.self, atRest: 0)
  /// What trend followers order in a day, national.
  public static let trendFlow = Observable("trendFlow", unit: Dollars.self, atRest: 0)
}

/// Managers who follow the index's trend with futures.
///
///     position* = A · (τ w D/σ) · f/10,   f = clip(g Σ_k ω_k f_k, ±20)
///
/// f_k are crossovers, breakouts and momentum signs at speeds from two weeks to a year (``TrendSignals``); managers
/// weigh them differently (``TrendProgram``) and look on different weekdays, but the speeds they share make their trades
/// cluster. τ is the volatility aimed at, w the part of risk given to US equity, D what diversification allows. Once the
/// position is off by more than a buffer, a part of the way to the buffer's edge is traded each day.
///
/// Ignores: the managers' other markets, whose gains do not reach their assets here; trading costs.
///
/// Sees: the index and its return. Does: orders index futures; says position and flow.
/// Verified by: `TrendFollowersTests`.
public struct TrendFollowers: Mechanism, ParameterSet {
  public static let name = "trendFollowers"
  public static let systems = ["S3"]
  public static let sees: [Observable] = [.indexLevel, .indexReturn]
  public static let says: [Observable] = [.trendPosition, .trendFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Volatility a manager aims at: τ.", range: .percent(5)...(.percent(25)),
    source: .paper(
      "Hurst, Ooi and Pedersen (2017), J. Portfolio Management 44(1)", at: "10 %; programmes sold at 10 to 15 %"))
  public var target: Volatility = .percent(12)

  @Parameter(
    "Part of risk given to equity of all countries.", range: Share(0.05)...Share(0.5),
    source: .assumed(because: "four asset classes of equal risk make it a quarter; managers show 20 to 30 %"))
  public var equityShare = Share(0.25)

  @Parameter(
    "Part of equity risk that is in US indices.", range: Share(0.1)...Share(0.8),
    source: .assumed(because: "US index futures are near half of liquid equity futures"))
  public var domesticShare = Share(0.45)

  @Parameter(
    "What diversification over markets allows: D.", range: Share(1)...Share(2.5),
    source: .paper("Carver (2015), Systematic Trading", at: "table 18: 1.5 to 2.5 for diversified programmes"))
  public var diversification = Share(1.5)

  @Parameter(
    "What diversification over rules allows: g.", range: Share(1)...Share(1.6),
    source: .paper("Carver (2015), Systematic Trading", at: "chapter 8: 1.2 to 1.4 for a dozen trend rules"))
  public var ruleDiversification = Share(1.25)

  @Parameter(
    "Buffer around the wanted position, over the average position.", range: Share(0)...Share(0.5),
    source: .paper("Carver (2015), Systematic Trading", at: "chapter 12: 10 %"))
  public var buffer = Share(0.1)

  @Parameter(
    "Part of the way that is traded in a day.", range: Share(0.1)...Share(1),
    source: .assumed(because: "large managers work a change of position over several days"))
  public var pace = Share(0.4)

  public static let all: [Field<Self>] = [
    Field("target", \.$target), Field("equityShare", \.$equityShare), Field("domesticShare", \.$domesticShare),
    Field("diversification", \.$diversification), Field("ruleDiversification", \.$ruleDiversification),
    Field("buffer", \.$buffer), Field("pace", \.$pace),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    var signals: TrendSignals
    /// Wanted positions over assets, as of each manager's last look.
    var wanted: [Double]
    var book: FuturesBook
  }

  public func opening(_ view: borrowing View) throws -> State {
    var assets: [Money] = []
    for member in 0..<view.members(.trendFollowers) { assets.append(try TrendFollowers.assets(of: member, view)) }
    return State(
      signals: TrendFollowers.openingSignals,
      wanted: assets.indices.map { leverage($0, TrendFollowers.openingSignals) },
      book: try FuturesBook(
        exposures: TrendFollowers.openingExposure(of: assets.map(\.dollars)), at: view[.indexLevel]))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    if view.step > 1 { state.signals.update(level) }
    let capitalisations = view.capitalisations
    try state.book.confirm(at: level)
    var (position, flow) = (0.0, 0.0)
    for member in 0..<view.members(.trendFollowers) {
      let a = max(try TrendFollowers.assets(of: member, view).dollars, 0)
      if TrendProgram.roster(member).looks(on: view.day) { state.wanted[member] = leverage(member, state.signals) }
      let held = state.book.exposure(member, at: level)
      let zone = buffer.value * average(state.signals) * a
      let order = try Money(dollars: pace.value * TrendFollowers.outside(zone, state.wanted[member] * a - held))
      state.book.place(order, for: member)
      turn.orderIndex(order, for: Holder(.trendFollowers, member), futures: true, at: capitalisations)
      (position, flow) = (position + held + order.dollars, flow + order.dollars)
    }
    turn.say(.trendPosition, position * view.scale)
    turn.say(.trendFlow, flow * view.scale)
  }

  /// The part of a gap that lies outside a zone around zero.
  public static func outside(_ zone: Double, _ gap: Double) -> Double {
    gap > zone ? gap - zone : gap < -zone ? gap + zone : 0
  }

  /// Position over assets at a forecast of 10.
  private func average(_ signals: TrendSignals) -> Double {
    target.value * equityShare.value * domesticShare.value * diversification.value / signals.volatility.value
  }

  /// The position over assets a manager wants.
  private func leverage(_ member: Int, _ signals: TrendSignals) -> Double {
    let forecast = ruleDiversification.value * TrendProgram.roster(member).combine(signals.forecasts)
    return average(signals) * Forecast.capped(forecast) / Forecast.meanSize
  }

  private static func assets(of member: Int, _ view: borrowing View) throws -> Money {
    try view.netAssets(of: Holder(.trendFollowers, member), besides: .trendShares)
  }
}

extension TrendFollowers {
  /// The equity exposure that managers of given assets open with, at the registered parameters, in the unit of the
  /// assets. Dealers open with the matching basket.
  public static func openingExposure(of assets: [Double]) -> [Double] {
    assets.enumerated().map { member, a in max(a, 0) * TrendFollowers().leverage(member, openingSignals) }
  }

  private static let openingSignals = TrendSignals(over: IndexHistory.sp500.closes(on: .nyse))
}
