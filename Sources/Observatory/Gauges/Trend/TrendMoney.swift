import Quantities
import Statistics

/// How much money follows trends in one market.
///
///     position = A τ s m / σ · forecast/10
///
/// A the assets of trend funds, τ the volatility they aim at, s the market's share of their risk. m is what diversification
/// allows: 1 if all their markets move together, 1/√s if none does. Nobody publishes it, so dollars come with its range.
public struct TrendMoney: Sendable {
  public var assets: Amount
  public var target: Volatility
  /// s.
  public var riskShare: Share
  /// m.
  public var diversification: (low: Double, middle: Double, high: Double)

  public init(
    assets: Amount, target: Volatility, riskShare: Share, diversification: (low: Double, middle: Double, high: Double)
  ) {
    (self.assets, self.target, self.riskShare) = (assets, target, riskShare)
    self.diversification = diversification
  }

  /// US equities: $340 billion at 12 %, a quarter of risk in equities and 45 % of that in the United States.
  ///
  /// The range of m is assumed: from markets that move together to a well-spread fund.
  public static let usEquities = TrendMoney(
    assets: Amount(340e9), target: .percent(12), riskShare: Share(0.25 * 0.45), diversification: (1, 1.7, 2.5))

  /// The dollars held at a forecast and a volatility, m in the middle.
  public func position(_ forecast: Double, at volatility: Volatility) -> Double {
    assets.value * target.value * riskShare.value * diversification.middle / volatility.value * forecast / 10
  }

  /// Dollars at m in the middle, at both ends of its range.
  func ends(_ dollars: Double) -> [Double] {
    [diversification.low, diversification.high].map { dollars * $0 / diversification.middle }
  }

  func position(_ ensemble: TrendEnsemble, _ speed: TrendEnsemble.Speed? = nil) -> Double? {
    let forecast = speed.map { ensemble.forecast($0) } ?? ensemble.combined
    return forecast.map { position($0, at: ensemble.volatility) }
  }

  /// What is bought along a path by all speeds together, and at the ends of the range of speeds and diversification.
  func flows(_ ensemble: TrendEnsemble, path: [Double]) -> (all: Double, ends: [Double])? {
    let (after, growth) = (ensemble.after(path), Elementary.exp(path.reduce(0, +)))
    func flow(_ speed: TrendEnsemble.Speed?) -> Double? {
      guard let then = position(ensemble, speed), let now = position(after, speed) else { return nil }
      return now - then * growth
    }
    return flow(nil).map { ($0, TrendEnsemble.Speed.allCases.compactMap { flow($0) }.flatMap(ends)) }
  }

  /// What is bought along a path of daily returns: the position wanted at its end less the old one as the market left it.
  func flow(_ ensemble: TrendEnsemble, path: [Double], _ speed: TrendEnsemble.Speed? = nil) -> Double? {
    guard let before = position(ensemble, speed), let after = position(ensemble.after(path), speed) else { return nil }
    return after - before * Elementary.exp(path.reduce(0, +))
  }
}
