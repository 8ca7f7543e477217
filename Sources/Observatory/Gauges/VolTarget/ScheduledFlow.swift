import Markets
import Quantities
import Statistics

/// The vol-target flow of the coming days that is already decided by which old days leave the windows.
///
///     σ²_{t+j}(n) = 252/n (Σ_{i ≤ n − j} r²_{t−i+1} + j r̄²),   r̄² = Σ_{i ≤ n} r²_{t−i+1}/n
///
/// Each new day is taken to be exactly as volatile as the window thinks, and the price to end where it began, so that
/// nothing but the drop-off of old days moves an estimate; exponential estimators, which drop nothing, stay. This is the
/// flow a calendar can be made of.
public enum ScheduledFlow {
  /// The flow over the next days, over mandates as in ``ForcedFlow``. nil without a day ahead.
  public static func next(
    _ days: Int, _ mandates: VolTargetMandates, assets: Amount, after returns: [Double]
  ) -> ForcedFlow? {
    guard days > 0 else { return nil }
    let flat = [Double](repeating: 0, count: days)
    let flows = mandates.estimators.flatMap { pair in
      let σ = path(of: pair, after: returns, days: days)
      return mandates.targets.compactMap { target -> Double? in
        let exposures = mandates.exposures(of: target, over: σ)
        return exposures.count == days + 1 ? ForcedFlow.flow(along: exposures, flat, assets).value : nil
      }
    }
    return ForcedFlow(flows)
  }

  /// The larger estimate today and after each of the coming days.
  private static func path(of pair: VolTargetMandates.Estimators, after returns: [Double], days: Int) -> [Volatility] {
    guard case .windows(let short, let long) = pair, returns.count >= long, returns.count >= short else {
      return [Volatility](repeating: Volatility(0.1), count: days + 1)
    }
    return zip(window(short, returns, days), window(long, returns, days)).map { Volatility(max($0, $1)) }
  }

  private static func window(_ n: Int, _ returns: [Double], _ days: Int) -> [Double] {
    let squares = returns.suffix(n).map { $0 * $0 }
    let mean = squares.reduce(0, +) / Double(n)
    return (0...days).map { j in
      let kept = squares.dropFirst(j)
      return (252 / Double(n) * (kept.reduce(0, +) + Double(n - kept.count) * mean)).squareRoot()
    }
  }
}
