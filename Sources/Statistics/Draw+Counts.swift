import Quantities

extension Draw {
  /// A count of rare events with a mean, by inversion of the Poisson distribution.
  ///
  ///     smallest n with Σ_{j ≤ n} e^{-λ} λʲ / j! > u
  ///
  /// A mean of zero, below zero or nan gives 0. Above 500 the count is a normal one with the first Cornish-Fisher term,
  /// max(0, round(λ + √λ z + (z² - 1)/6)), whose probabilities err by less than 3e-5; a mean above 2⁵² counts as 2⁵².
  /// O(λ) up to 500.
  public func poisson(
    mean: Double, _ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0
  ) -> Int {
    guard mean > 0 else { return 0 }
    let u = uniform(stream, of: holder, on: day, index: index)
    guard mean <= 500 else {
      let mean = min(mean, 0x1p52)
      let z = Elementary.normalQuantile(u)
      return Int(max(0, (mean + mean.squareRoot() * z + (z * z - 1) / 6).rounded(.toNearestOrEven)))
    }
    var probability = Elementary.exp(-mean)
    var (cumulative, count) = (probability, 0)
    while cumulative <= u {
      count += 1
      probability *= mean / Double(count)
      let next = cumulative + probability
      // Rounding can leave the whole sum below a u next to 1: past the mean, a term that adds nothing is the last.
      if next == cumulative, Double(count) > mean { break }
      cumulative = next
    }
    return count
  }
}
