import Quantities

/// Annual volatilities of a whole history of daily returns, one a day.
public enum RealizedVolatility {
  /// The equally weighted volatility of each day's last `window` returns; `nan` until there are as many.
  ///
  /// See ``WindowVariance``. O(returns · window).
  public static func simple(returns: [Double], window: Int) -> [Double] {
    var variance = WindowVariance(window: window)
    return returns.map { dailyReturn in
      variance.update(dailyReturn)
      return variance.volatility?.value ?? .nan
    }
  }

  /// The exponentially weighted volatility after each day's return, from a stated opening.
  ///
  /// See ``EWMAVariance``. O(returns).
  public static func exponential(returns: [Double], decay: Double, opening: Volatility) -> [Double] {
    var variance = EWMAVariance(decay: decay, at: opening)
    return returns.map { dailyReturn in
      variance.update(dailyReturn)
      return variance.volatility.value
    }
  }
}
