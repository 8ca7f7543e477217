import Statistics

/// Fisher's interval of a correlation.
enum FisherInterval {
  /// tanh(artanh ρ ± z/√(n − 3)); nil below five pairs or at ±1.
  static func of(_ ρ: Double, pairs n: Int, level: Double = 0.9) -> (low: Double, high: Double)? {
    guard n >= 5, abs(ρ) < 1, level > 0, level < 1 else { return nil }
    let centre = 0.5 * Elementary.log((1 + ρ) / (1 - ρ))
    let half = Elementary.normalQuantile((1 + level) / 2) / Double(n - 3).squareRoot()
    func tanh(_ x: Double) -> Double {
      let e = Elementary.exp(2 * x)
      return (e - 1) / (e + 1)
    }
    return (tanh(centre - half), tanh(centre + half))
  }
}
