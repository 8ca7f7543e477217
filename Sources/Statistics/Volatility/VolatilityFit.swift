/// A ``VolatilityModel`` fitted to returns by maximum likelihood.
///
/// From the best of a few guesses, ``BFGS`` climbs in unconstrained coordinates and ``NewtonPolish`` finishes; where the
/// surface is too rough for slopes, ``NelderMead`` goes first. 10,000 returns take a few milliseconds.
/// Verified by: `VolatilityFitTests`, against the Python package arch on the S&P 500, 1999 to 2018.
public struct VolatilityFit: Sendable {
  public let model: VolatilityModel
  public let parameters: VolatilityParameters
  public let logLikelihood: Double
  /// σ_t² of every day.
  public let variances: [Double]
  /// σ² of the day after the last.
  public let nextVariance: Double
  /// z_t = ε_t/σ_t.
  public let standardizedResiduals: [Double]
  /// Whether no direction goes up any more. A fit that is not converged is the best point found.
  public let isConverged: Bool
  public let evaluations: Int

  public var akaike: Double { 2 * (Double(model.dimension) - logLikelihood) }

  /// Fits a model. O(n) for each of some fifty evaluations.
  ///
  /// nil below 50 returns, when one is not finite, without spread, or when no guess has a finite likelihood. Returns are
  /// best in percent; any scale gives the same fit.
  public init?(_ model: VolatilityModel, to returns: [Double]) {
    guard returns.count >= 50, let likelihood = VolatilityLikelihood(model, returns),
      let mean = Moments.mean(returns), let deviation = Moments.standardDeviation(returns)
    else { return nil }
    let coordinates = VolatilityCoordinates(model: model, mean: mean, deviation: deviation)
    let n = Double(returns.count)
    func loss(_ point: [Double]) -> Slope {
      let (parameters, jacobian) = coordinates.parameters(at: point)
      let score = likelihood.score(at: parameters)
      guard score.value.isFinite else { return Slope(value: .infinity, gradient: point.map { _ in .nan }) }
      let gradient = jacobian.transposed.times(score.gradient) ?? []
      return Slope(value: -score.value / n, gradient: gradient.map { -$0 / n })
    }
    var guesses = coordinates.starts.map { ($0, loss($0).value) }.filter { $0.1.isFinite }
    guesses.sort { $0.1 < $1.1 }
    guard let start = guesses.first?.0 else { return nil }
    var climb = BFGS()
    climb.tolerance = 1e-7
    var best = climb.minimise(from: start, loss)
    if !best.isConverged { best = VolatilityFit.search(around: best, climb, worth: 1e-5 / n, loss) }
    var polish = NewtonPolish()
    polish.steps = 1
    best = polish.polish(best, loss)
    let fitted = coordinates.parameters(at: best.point).0
    guard let path = likelihood.variances(at: fitted), let next = path.last else { return nil }
    (self.model, parameters, logLikelihood) = (model, fitted, -best.value * n)
    (variances, nextVariance) = (path.dropLast(), next)
    standardizedResiduals = zip(returns, path).map { ($0 - fitted.mean) / $1.squareRoot() }
    (isConverged, evaluations) = (best.isConverged, best.evaluations + coordinates.starts.count)
  }

  /// Looks around a point where slopes led no further: the likelihood of TARCH and EGARCH has an edge at every μ that
  /// is a day's return, and there no slope is zero. Has arrived when nothing better than `gain` is near.
  private static func search(
    around stuck: Minimum, _ climb: BFGS, worth gain: Double, _ loss: ([Double]) -> Slope
  ) -> Minimum {
    var simplex = NelderMead()
    simplex.maximumEvaluations = 300
    var best = stuck
    for _ in 0..<4 where !best.isConverged {
      let rough = simplex.minimise(from: best.point, step: best.point.map { _ in 0.02 }) { loss($0).value }
      var again = climb.minimise(from: rough.point, loss)
      again.evaluations += best.evaluations + rough.evaluations
      let isBetter = again.value < best.value - gain
      if again.value > best.value { (again.point, again.value) = (best.point, best.value) }
      again.isConverged = again.isConverged || !isBetter
      best = again
    }
    return best
  }
}
