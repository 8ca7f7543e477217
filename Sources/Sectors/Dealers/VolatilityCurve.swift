import Markets
import Quantities
import Simulation
import Statistics

/// The implied volatilities of the index by horizon, the futures on them, and why the curve inverts when it does.
///
///     σ²(h) = E[RV over h] + premium(h) + pressure(h)        see ``Markets/VarianceCurve``
///     π_0   = near + response (E[RV over a month] − v̄)
///     P     = slope · x                                       x: log demand for protection
///
/// Each spell of VIX above VIX3M is labelled by the Shapley split of its days (``Markets/InversionSplit``) against the
/// usual parts, those of long-run variance without pressure. The label of a spell is the one it ends with.
///
/// Ignores: jumps, the calendar of events, what dealers' own losses do to their capacity.
///
/// Sees: the index's return, the demand for protection. Does: says indices, futures and the spell's cause.
/// Verified by: `VolatilityCurveTests`.
public struct VolatilityCurve: Mechanism, ParameterSet {
  public static let name = "volatilityCurve"
  public static let sees: [Observable] = [.indexReturn, .hedgingDemand]
  public static let says: [Observable] = [
    .vix9D, .vix, .vix3M, .vix6M, .vixFutures, .inversionCause, .inversionParts,
  ]

  @Parameter(
    "Weight of the week in expected variance: β_w.", range: Share(0)...Share(1),
    source: .release(
      "S&P Dow Jones Indices", series: "252 r² of ^GSPC on its day, week and month, weighted; our regression",
      asOf: "1990 to 2025"))
  public var weekly = Share(0.35)

  @Parameter(
    "Weight of the month in expected variance: β_m.", range: Share(0)...Share(1),
    source: .release(
      "S&P Dow Jones Indices", series: "the same regression; the day's own weight is nil", asOf: "1990 to 2025"))
  public var monthly = Share(0.5)

  @Parameter(
    "Volatility in the long run: √v̄.", range: .percent(8)...(.percent(30)),
    source: .release("S&P Dow Jones Indices", series: "^GSPC, root of mean 252 r²", asOf: "1990 to 2025"))
  public var longRun: Volatility = .percent(18)

  @Parameter(
    "Variance premium for the next moment at long-run variance, in annual variance.", range: Share(-0.02)...Share(0.05),
    source: .release(
      "Cboe", series: "VIX9D, VIX, VIX3M and VIX6M squared less expected variance, means; our fit", asOf: "2011 to 2025"
    ))
  public var nearPremium = Share(0.0055)

  @Parameter(
    "Variance premium in the far future, in annual variance.", range: Share(0)...Share(0.1),
    source: .release("Cboe", series: "the same fit", asOf: "2011 to 2025"))
  public var farPremium = Share(0.031)

  @Parameter(
    "Decay of the near premium: τ.", range: TradingSpan(5)...TradingSpan(500),
    source: .release("Cboe", series: "the same fit", asOf: "2011 to 2025"))
  public var premiumDecay = TradingSpan(100)

  @Parameter(
    "Change of the near premium for a change of expected variance.", range: Share(-1)...Share(1),
    source: .release(
      "Cboe", series: "VIX² on expected variance, past falls held fixed: a slope of .64, of .71 at three months",
      asOf: "2011 to 2025"))
  public var premiumResponse = Share(-0.4)

  @Parameter(
    "Annual variance for a doubling, in logs one, of demand for protection: P/x.", range: Share(0)...Share(1),
    source: .release(
      "Cboe", series: "VIX² less expected variance on what past falls add to demand; our regression",
      asOf: "2010 to 2025"))
  public var pressureSlope = Share(0.2)

  @Parameter(
    "Decay of pressure: h_0.", range: TradingSpan(1)...TradingSpan(250),
    source: .release("Cboe", series: "the same regression for VIX3M, .57 of that for VIX", asOf: "2010 to 2025"))
  public var pressureDecay = TradingSpan(30)

  public static let all: [Field<Self>] = [
    Field("weekly", \.$weekly), Field("monthly", \.$monthly), Field("longRun", \.$longRun),
    Field("nearPremium", \.$nearPremium), Field("farPremium", \.$farPremium), Field("premiumDecay", \.$premiumDecay),
    Field("premiumResponse", \.$premiumResponse), Field("pressureSlope", \.$pressureSlope),
    Field("pressureDecay", \.$pressureDecay),
  ]

  public struct State: Codable, Sendable {
    var forecast: HARForecast
    var spell = InversionSpell()
  }

  /// VX futures, by month.
  static let months = 7
  /// Trading days of the path that is worked out; it continues flat.
  private static let reach = 127

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    var forecast = HARForecast(
      HARForecast.Weights(daily: Share(0), weekly: weekly, monthly: monthly), longRun: longRun)
    for dailyReturn in IndexHistory.sp500.dailyReturns { forecast.update(dailyReturn) }
    return State(forecast: forecast)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    state.forecast.update(view[.indexReturn])
    let curve = curve(state.forecast.path(days: VolatilityCurve.reach), demand: view[.hedgingDemand])
    let levels = VolatilityIndex.allCases.map { curve.level(of: $0).value }
    for (observable, level) in zip([Observable.vix9D, .vix, .vix3M, .vix6M], levels) { turn.say(observable, level) }
    turn.say(.vixFutures, each: futures(curve, on: view.day, view.calendar))
    let split = InversionSplit(today: InversionSplit.Ends(of: curve), usual: InversionSplit.Ends(of: usual))
    turn.say(.inversionParts, each: [split.realized, split.premium, split.pressure])
    if levels[1] > levels[2] { state.spell.add(split) } else { state.spell = InversionSpell() }
    turn.say(.inversionCause, VolatilityCurve.label(state.spell.cause))
  }

  /// The curve for an expected path of variance and a demand for protection.
  func curve(_ path: [Double], demand x: Double) -> VarianceCurve {
    let month = path.prefix(21)
    let expected = month.isEmpty ? 0 : month.reduce(0, +) / Double(month.count)
    let near = nearPremium.value + premiumResponse.value * (expected - longRun.value * longRun.value)
    return VarianceCurve(
      path: path, premium: .init(near: near, far: farPremium.value, decay: premiumDecay),
      pressure: .init(strength: pressureSlope.value * x, decay: pressureDecay))
  }

  /// The curve of long-run variance without pressure.
  private var usual: VarianceCurve { curve([longRun.value * longRun.value], demand: 0) }

  /// Futures by month of settlement, the first the next to settle.
  private func futures(_ curve: VarianceCurve, on day: Day, _ calendar: TradingCalendar) -> [Double] {
    var month = day
    if calendar.volatilityExpiry(inMonthOf: month) <= day { month = month.startOfMonth.advanced(by: 32) }
    return (0..<VolatilityCurve.months).map { _ in
      let settles = calendar.volatilityExpiry(inMonthOf: month)
      month = month.startOfMonth.advanced(by: 32)
      return curve.future(settlingIn: Double(day.distance(to: settles))).value
    }
  }

  /// 0 without a cause, 1 hedging-led, 2 panic, 3 mixed.
  public static func label(_ cause: InversionCause?) -> Double {
    switch cause {
    case nil: 0
    case .hedgingLed: 1
    case .panic: 2
    case .mixed: 3
    }
  }
}

extension Observable {
  /// Implied volatility of the index over 9, 30, 93 and 184 days: .2 where the index prints 20.
  public static let vix9D = Observable("vix9D", unit: RootPerAnnum.self, atRest: 0.145)
  public static let vix = Observable("vix", unit: RootPerAnnum.self, atRest: 0.15)
  public static let vix3M = Observable("vix3M", unit: RootPerAnnum.self, atRest: 0.18)
  public static let vix6M = Observable("vix6M", unit: RootPerAnnum.self, atRest: 0.2)
  /// Futures on VIX, the next to settle first.
  public static let vixFutures = Observable(
    "vixFutures", unit: RootPerAnnum.self, atRest: 0.18, width: .each((1...7).map { "\($0)" }))
  /// What made the present spell of VIX above VIX3M: 0 none, 1 hedging-led, 2 panic, 3 mixed.
  public static let inversionCause = Observable("inversionCause", unit: Dimensionless.self, atRest: 0)
  /// The parts of VIX less VIX3M beyond the usual: expected variance, premium, pressure.
  public static let inversionParts = Observable(
    "inversionParts", unit: RootPerAnnum.self, atRest: 0, width: .each(["realized", "premium", "pressure"]))
}
