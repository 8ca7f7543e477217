import Markets
import Quantities
import Statistics

/// What a kind of fund whose rules are known only in kind holds, and orders for the next trading day.
///
///     value = mean over worlds;   interval = mean ± c · deviation over worlds
///
/// c is not assumed: it is what makes nine intervals of ten hold the truth on simulated markets whose funds were drawn from
/// a law the gauge does not know, and it is checked on others (``TrackRecord``). The flow is a forecast: it follows from
/// closes already seen.
///
/// Verified by: `FundMoneyGaugeTests`, and by `penstock score`.
public struct FundMoneyGauge: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case volTarget = "vol-target money"
    case trend = "trend money"

    /// Published assets: $350 billion of vol-target funds, $340 billion of trend followers.
    public var assets: Amount {
      switch self {
      case .volTarget: Brief.volTargetAssets
      case .trend: TrendMoney.usEquities.assets
      }
    }

    public var systems: [String] { self == .volTarget ? ["S2"] : ["S3"] }
    public var positionName: String { "\(rawValue), position" }
    public var flowName: String { "\(rawValue), next day's flow" }

    /// Prices needed before every rule counts.
    public var needed: Int { self == .volTarget ? MandateEnsemble.needed : ProgrammeEnsemble.needed }

    public func ensemble() -> any FundEnsemble { self == .volTarget ? MandateEnsemble() : ProgrammeEnsemble() }
  }

  public let kind: Kind
  public var column: String
  public var assets: Amount
  /// c of positions and of flows.
  public var factors: (position: Double, flow: Double)

  public init(
    _ kind: Kind, column: String = "close", assets: Amount? = nil, factors: (position: Double, flow: Double)? = nil
  ) {
    (self.kind, self.column, self.assets) = (kind, column, assets ?? kind.assets)
    self.factors = factors ?? TrackRecord.factors(of: kind)
  }

  /// How many prices it looks back on: the slowest mean of a rule has forgotten the rest to a thousandth.
  static let memory = 900

  /// The position at the last close and the flow of the next trading day; assets are taken as of the last close.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    let names = [kind.positionName, kind.flowName]
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      guard history.frequency == .day, history.prices.count >= kind.needed else {
        throw Absence(
          reason: "\(kind.needed) daily prices are needed and there are \(history.prices.count)", last: history.last)
      }
      var ensemble = kind.ensemble()
      for row in history.days.indices.suffix(Self.memory) {
        ensemble.update(history.prices[row], next: history.tradingDay(after: row))
      }
      ensemble.anchor()
      let estimate = ensemble.estimate(assets: assets)
      let spreads = [(estimate.position, factors.position), (estimate.nextFlow, factors.flow)]
      return zip(names, spreads).map { name, spread in
        let ends = spread.0.interval(spread.1)
        return Reading(
          gauge: name, value: spread.0.mean, low: ends.low, high: ends.high, unit: Dollars.symbol, last: history.last,
          seenFrom: day, method: method, staleAfter: history.staleAfter)
      }
    } catch {
      return names.map {
        Reading(
          gauge: $0, unit: Dollars.symbol, method: method, absentBecause: error.reason, last: error.last, seenFrom: day)
      }
    }
  }

  private var method: String {
    "ensemble of 480 funds that read \(column), assets \(assets.billions); 90 %, its width set on simulated funds"
  }
}

extension PriceHistory {
  /// The day of the next price, or the next trading day after the last.
  func tradingDay(after row: Int) -> Day {
    row + 1 < days.count ? days[row + 1] : TradingCalendar.nyse.next(after: days[row])
  }
}
