/// Correlation of a series with itself at any number of lags, with missing values left out.
///
///     ρ_h = (Σ' (x_t - x̄)(x_{t-h} - x̄) / (n' + h)) / (Σ (x_t - x̄)² / n)
///
/// Σ' runs over the n' pairs of which both values are present; without missing values n' + h = n and this is
/// ``Moments/autocorrelation(_:lag:)``. The definition for missing values is that of R's acf. O(n) once and a lag; sums
/// run in four lanes, the same on every machine.
public struct Autocorrelation: Sendable {
  /// Distances from the mean, zero where missing.
  private let distances: [Double]
  private let isPresent: [Bool]?
  private let variance: Double

  /// nil when nothing is present, a value is infinite, or there is no spread. nan is a missing value.
  public init?(_ values: [Double]) {
    let present = StylisedFacts.present(values)
    guard let mean = Moments.mean(present) else { return nil }
    distances = values.map { $0.isNaN ? 0 : $0 - mean }
    isPresent = present.count == values.count ? nil : values.map { !$0.isNaN }
    variance = Autocorrelation.product(distances, lag: 0) / Double(present.count)
    guard variance > 0, variance.isFinite else { return nil }
  }

  /// ρ at a lag; nil when it is negative or no pair is that far apart.
  public subscript(lag: Int) -> Double? {
    guard lag >= 0, lag < distances.count else { return nil }
    let pairs =
      isPresent.map { there in (lag..<there.count).reduce(0) { $0 + (there[$1] && there[$1 - lag] ? 1 : 0) } }
      ?? distances.count - lag
    guard pairs > 0 else { return nil }
    return Autocorrelation.product(distances, lag: lag) / Double(pairs + lag) / variance
  }

  /// The mean of ρ at a lag and one either side of it (of lags 1 and 2 for lag 1), which steadies an estimate.
  ///
  /// Source: Franke and Westerhoff (2012), J. Economic Dynamics and Control 36(8), appendix.
  public func smoothed(_ lag: Int) -> Double? {
    guard lag >= 1 else { return nil }
    let near = (max(lag - 1, 1)...lag + 1).map { self[$0] }
    return near.contains(nil) ? nil : near.compactMap(\.self).reduce(0, +) / Double(near.count)
  }

  private static func product(_ x: [Double], lag: Int) -> Double {
    x.withUnsafeBytes { bytes in
      let count = x.count - lag
      let whole = count / 4 * 4
      func four(_ t: Int) -> SIMD4<Double> {
        bytes.loadUnaligned(fromByteOffset: t * MemoryLayout<Double>.stride, as: SIMD4<Double>.self)
      }
      var lanes = SIMD4<Double>.zero
      for t in stride(from: 0, to: whole, by: 4) { lanes += four(t) * four(t + lag) }
      var sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
      for t in whole..<count { sum += x[t] * x[t + lag] }
      return sum
    }
  }
}
