import Quantities

extension Stream {
  static let volatilityShocks = Stream(311)
}

extension VolatilityModel {
  /// Returns drawn from the model: one for each of `count` consecutive days from `first` on.
  ///
  /// Day d reads z at its own address, so a longer history begins with the shorter one's draws. The first `warmUp` days,
  /// before `first`, are run and dropped; they start from a middling variance. nil when the parameters are not admissible.
  /// A draw of Student's t costs about 2 µs.
  public func simulate(
    _ parameters: VolatilityParameters, count: Int, draw: Draw, of holder: UInt32 = 0, from first: Day = Day(number: 0),
    warmUp: Int = 1000
  ) -> [Double]? {
    guard isAdmissible(parameters) else { return nil }
    let ν = errors == .studentT ? parameters.degrees : nil
    let scale = ν.map { (($0 - 2) / $0).squareRoot() } ?? 1
    var path = VolatilityPath(self, parameters, restingLevel(parameters))
    var returns: [Double] = []
    returns.reserveCapacity(max(count, 0))
    for step in -max(warmUp, 0)..<max(count, 0) {
      let day = Day(number: Int32(truncatingIfNeeded: Int(first.number) + step))
      let z =
        ν.map { scale * draw.studentT(degrees: $0, .volatilityShocks, of: holder, on: day) }
        ?? draw.normal(.volatilityShocks, of: holder, on: day)
      let ε = path.variance.squareRoot() * z
      if step >= 0 { returns.append(parameters.mean + ε) }
      path.advance(past: ε)
    }
    return returns
  }

  /// Where the recursion would rest if surprises had their mean size; a persistence next to one counts as .999.
  private func restingLevel(_ p: VolatilityParameters) -> Double {
    if dynamics == .egarch { return p.constant / (1 - p.memory) }
    let γ = isAsymmetric ? p.asymmetry : 0
    let size = dynamics == .tarch ? VolatilityModel.meanSize : 1
    return p.constant / (1 - min(size * (p.response + γ / 2) + p.memory, 0.999))
  }
}
