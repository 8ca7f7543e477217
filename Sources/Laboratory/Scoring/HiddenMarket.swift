import Accounting
import Markets
import Observatory
import Quantities
import Sectors
import Simulation
import Statistics

/// A simulated market of five years whose funds and options follow a hidden law, with the truth it recorded.
///
/// Gauges see ``panel`` alone: closes, VIX and VIX3M. The first two years are history, so that rules and windows are warm;
/// the last three are scored. What a day's row of truth says is what held at its close, and what was ordered on the day after.
public struct HiddenMarket: Sendable {
  public let law: HiddenFundLaw
  public let replicate: Int
  /// Daily columns `close`, `vix` and `vix3m`.
  public let panel: Panel
  /// The first row that is scored; the last is the one before the end.
  public let firstRow: Int
  public let volTarget: Truth
  public let trend: Truth
  /// 0 without a spell, 1 hedging-led, 2 panic, 3 mixed: what the present spell is so far.
  public let causes: [Double]
  /// Dealers' gamma in dollars of delta for a rise of 1 %.
  public let dealerGamma: [Double]
  /// What news and value did to the index on the day of a row, as a change of its logarithm.
  let fundamental: [Double]
  let seed: UInt64
  /// The replicate of every draw of the market.
  let streamReplicate: UInt32
  /// What customers ordered of each option programme on the day of a row, over its size.
  let optionOrders: [[Double]]
  /// Dollars of each programme at the opening over the index then.
  let optionSizes: [Double]
  /// Of the panel and the truth.
  public let hash: String
  /// The largest residual of any identity of the books at the end.
  public let auditResidual: Money

  /// Dollars, by row of the panel but the last.
  public struct Truth: Sendable {
    /// Held at the close.
    public let position: [Double]
    /// Ordered on the day after.
    public let nextFlow: [Double]
  }

  public static let historyDays = 504
  public static let scoredDays = 756

  /// - Parameter isInterrupted: asked after every simulated month.
  /// - Throws: an error of assembly, the ``Simulation/RunFailure`` of a day, or ``RunInterrupted``.
  public init(_ law: HiddenFundLaw, seed: UInt64, replicate: Int, isInterrupted: () -> Bool = { false }) throws {
    let request = HiddenMarket.request(law, seed: seed, replicate: replicate)
    let world = try HiddenMarket.world(law, request)
    for day in 1...HiddenMarket.historyDays + HiddenMarket.scoredDays {
      do throws(RunFailure) { try world.advance() } catch {
        // Which of many markets it was.
        let phase = "\(error.phase) of \(law.rawValue) market \(replicate)"
        throw RunFailure(mechanism: error.mechanism, phase: phase, day: error.day, cause: error.cause)
      }
      if day % 21 == 0, isInterrupted() { throw RunInterrupted() }
    }
    try self.init(
      law, replicate, request, world.recorder.daily(), try world.ledger.audit(members: true).residual)
  }

  private init(
    _ law: HiddenFundLaw, _ replicate: Int, _ request: RunRequest, _ record: Panel, _ residual: Money
  ) throws {
    (seed, streamReplicate, auditResidual) = (request.seed, request.replicate, residual)
    (self.law, self.replicate, firstRow) = (law, replicate, HiddenMarket.historyDays)
    func points(_ name: String) throws -> [Double] { try record.column(name).values.map { 100 * $0 } }
    let close = try record.column("indexLevel").values
    let (vix, vix3M) = (try points("vix"), try points("vix3M"))
    panel = try Panel(
      .day, days: record.days,
      columns: [
        PanelColumn("close", unit: "index", values: close), PanelColumn("vix", unit: "index", values: vix),
        PanelColumn("vix3m", unit: "index", values: vix3M),
      ])
    func sum(_ prefix: String) -> [Double] {
      let columns = record.columns.filter { $0.name.hasPrefix(prefix) }
      // A row of the record says what was held at the close before and what is ordered on its day.
      return record.days.indices.dropFirst().map { row in columns.reduce(0) { $0 + $1.values[row] } }
    }
    volTarget = Truth(position: sum("hiddenVolTargetPositions."), nextFlow: sum("hiddenVolTargetTrades."))
    trend = Truth(position: sum("hiddenTrendPositions."), nextFlow: sum("hiddenTrendTrades."))
    causes = try record.column("inversionCause").values
    dealerGamma = try record.column("dealerGamma").values
    fundamental = try HiddenMarket.fundamental(record)
    // Said after the close before, for the day of the row.
    let orders = try OptionProgramme.allCases.map { try record.column("optionOrders.\($0.rawValue)").values }
    optionOrders = record.days.indices.map { row in orders.map { row > 0 ? $0[row - 1] : 0 } }
    optionSizes = OptionProgramme.allCases.map { programme in
      let path = "\(OptionDealers.name).\(programme.rawValue)"
      return (request.overrides.first { $0.path == path }.flatMap { Double($0.text) } ?? 0) / close[0]
    }
    var digest = SHA256()
    for values in [close, vix, vix3M, volTarget.position, volTarget.nextFlow, trend.position, trend.nextFlow, causes] {
      values.withUnsafeBufferPointer { digest.update(numbers: $0) }
    }
    hash = digest.hex
  }

  /// Σ_b w_b (news_b + value_b), w the baskets' weights that make the index's return of theirs.
  private static func fundamental(_ record: Panel) throws -> [Double] {
    func both(_ name: String) throws -> [[Double]] {
      try EquityBasket.labels.map { try record.column("\(name).\($0)").values }
    }
    let (returns, news, value) = (try both("basketReturn"), try both("newsContribution"), try both("valueContribution"))
    let index = try record.column("indexReturn").values
    var weight = 0.5
    return record.days.indices.map { row in
      let (a, b, i) = (Elementary.exp(returns[0][row]), Elementary.exp(returns[1][row]), Elementary.exp(index[row]))
      // Equal returns tell nothing of the weights, which hardly change in a day.
      if abs(a - b) > 1e-5 { weight = min(max((i - b) / (a - b), 0), 1) }
      return weight * (news[0][row] + value[0][row]) + (1 - weight) * (news[1][row] + value[1][row])
    }
  }

  public func truth(of kind: FundMoneyGauge.Kind) -> Truth { kind == .volTarget ? volTarget : trend }

  /// The rows that are scored.
  public var rows: Range<Int> { firstRow..<panel.days.count - 1 }

  private static func request(_ law: HiddenFundLaw, seed: UInt64, replicate: Int) -> RunRequest {
    var request = RunRequest()
    (request.seed, request.scale) = (seed, RunRequest.coarsest)
    // Laws do not share their news.
    request.replicate = UInt32(truncatingIfNeeded: 2 * replicate + (law == .inside ? 0 : 1))
    request.overrides = optionOverrides(Draw(seed: seed, replicate: request.replicate))
    return request
  }

  private static func world(_ law: HiddenFundLaw, _ request: RunRequest) throws -> World {
    let draw = Draw(seed: request.seed, replicate: request.replicate)
    let (mandates, programmes) = (law.mandates(draw), law.programmes(draw))
    let page = MarketOnlyEconomy.full(
      News(), volTarget: HiddenVolTargetFunds(mandates: mandates), trend: HiddenTrendFollowers(programmes: programmes))
    let sizes = FuturesFundSizes(volTarget: mandates.map(\.size), trend: programmes.map(\.size))
    let labels = ["indexLevel", "indexReturn", "vix", "vix3M", "inversionCause", "dealerGamma"]
    let funds = [
      ("hiddenVolTargetPositions", mandates.count), ("hiddenVolTargetTrades", mandates.count),
      ("hiddenTrendPositions", programmes.count), ("hiddenTrendTrades", programmes.count),
    ].flatMap { name, count in (1...count).map { "\(name).\($0)" } }
    let orders = OptionProgramme.allCases.map { "optionOrders.\($0.rawValue)" }
    let parts = ["basketReturn", "newsContribution", "valueContribution"].flatMap { name in
      EquityBasket.labels.map { "\(name).\($0)" }
    }
    return try MarketOnlyEconomy.world(request, page, .full, sizes: sizes, keeping: labels + funds + orders + parts)
  }

  /// Parameters of implied volatility, of the demand for hedges and of the sizes of option programmes, each off its own
  /// value by a factor, e^{.25 z} and for sizes e^{.5 z}, and kept in its range. Weights of memory are left, since their sum
  /// decides whether variance returns.
  private static func optionOverrides(_ draw: Draw) -> [RunRequest.Override] {
    var numbers = DrawSequence(draw, .hiddenCurve)
    func overrides(
      _ mechanism: String, _ rows: [(name: String, parameter: any AnyParameter)], spread: Double
    ) -> [RunRequest.Override] {
      rows.compactMap { name, parameter in
        let factor = Elementary.exp(spread * numbers.normal())
        guard !memories.contains(name), let low = number(parameter.bounds.low), let high = number(parameter.bounds.high)
        else { return nil }
        return RunRequest.Override("\(mechanism).\(name)", "\(min(max(parameter.number * factor, low), high))")
      }
    }
    return overrides(VolatilityCurve.name, VolatilityCurve().rows, spread: 0.25)
      + overrides(HedgingDemand.name, HedgingDemand().rows, spread: 0.25)
      + overrides(OptionDealers.name, OptionDealers().rows, spread: 0.5)
  }

  private static let memories = ["daily", "weekly", "monthly", "persistence", "swingPersistence"]

  private static func number(_ written: String) -> Double? {
    written.split(separator: " ").first.flatMap { Double($0) }
  }
}
