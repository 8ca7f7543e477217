import Quantities
import Statistics

/// How much money follows trends in one market.
///
///     position = A τ √s / σ · forecast/10
///
/// A the assets of trend funds, τ the volatility they aim at, s the market's share of their variance, taken as
/// uncorrelated with the rest.
public struct TrendMoney: Sendable {
  public var assets: Amount
  public var target: Volatility
  /// s.
  public var riskShare: Share

  public init(assets: Amount, target: Volatility, riskShare: Share) {
    (self.assets, self.target, self.riskShare) = (assets, target, riskShare)
  }

  /// US equities: $340 billion at 12 %, a quarter of risk in equities and 45 % of that in the United States.
  public static let usEquities = TrendMoney(
    assets: Amount(340e9), target: .percent(12), riskShare: Share(0.25 * 0.45))

  /// The dollars held at a forecast and a volatility.
  public func position(_ forecast: Double, at volatility: Volatility) -> Double {
    assets.value * target.value * riskShare.value.squareRoot() / volatility.value * forecast / 10
  }

  func position(_ ensemble: TrendEnsemble, _ speed: TrendEnsemble.Speed? = nil) -> Double? {
    let forecast = speed.map { ensemble.forecast($0) } ?? ensemble.combined
    return forecast.map { position($0, at: ensemble.volatility) }
  }

  /// What is bought along a path of daily returns: the position wanted at its end less the old one as the market left it.
  func flow(_ ensemble: TrendEnsemble, path: [Double], _ speed: TrendEnsemble.Speed? = nil) -> Double? {
    guard let before = position(ensemble, speed), let after = position(ensemble.after(path), speed) else { return nil }
    return after - before * Elementary.exp(path.reduce(0, +))
  }
}
