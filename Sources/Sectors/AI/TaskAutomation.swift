import Statistics

/// Which tasks it pays to automate, and what that saves: the arithmetic of a task-based model.
///
///     doable   = Φ((log H − log m)/s)                 the share of tasks no longer than AI can do
///     pays     = Φ(x),  x = x(0) + log(w/p)/σ         the share whose cost by AI is below the wage it saves
///     cost     = E[z | z < 1] = e^(σ²/2 − xσ) Φ(x − σ)/Φ(x)        AI over wage on the tasks that pay
///
/// The ratio z of the cost of AI to the wage is lognormal over tasks and firms with dispersion σ, so there is no cliff.
public struct TaskAutomation: Sendable {
  /// Median length of a task in minutes, and the dispersion of its logarithm.
  public let length, lengthSpread: Double
  /// Dispersion of the logarithm of AI's cost over the wage: σ.
  public let spread: Double
  /// The share of doable tasks that pays at the opening.
  public let paying: Double

  public init(length: Double, lengthSpread: Double, spread: Double, paying: Double) {
    (self.length, self.lengthSpread, self.spread, self.paying) = (length, lengthSpread, spread, paying)
  }

  public func doable(horizon: Double) -> Double {
    Elementary.normalCDF((Elementary.log(max(1e-6, horizon)) - Elementary.log(length)) / lengthSpread)
  }

  /// The standardised advantage x of AI at a wage and a price over the opening's.
  public func advantage(wage: Double, price: Double) -> Double {
    let gain = Elementary.log(max(1e-9, wage) / max(1e-9, price))
    return min(8, max(-8, Elementary.normalQuantile(min(0.999, max(0.001, paying))) + gain / spread))
  }

  public func pays(wage: Double, price: Double) -> Double {
    Elementary.normalCDF(advantage(wage: wage, price: price))
  }

  /// What AI costs on the tasks that pay, over the wages they took; between zero and one.
  public func cost(wage: Double, price: Double) -> Double {
    let x = advantage(wage: wage, price: price)
    let mean = Elementary.exp(spread * spread / 2 - x * spread) * Elementary.normalCDF(x - spread)
    return min(1, max(0, mean / max(1e-12, Elementary.normalCDF(x))))
  }
}
