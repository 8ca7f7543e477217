import Statistics

/// One of the nineteen who speak on policy.
struct Official: Sendable, Equatable {
  /// How far above the committee's middle the rate is that this official is known to favour, in units of the
  /// committee's spread; positive is a hawk.
  let leaning: Double
  /// How far a remark moves the market, against a usual official's.
  let weight: Double
}

/// The nineteen who attend: the chair, six more governors, twelve presidents of Reserve Banks.
///
/// No living person's view is claimed: the chair stands in the middle and the others have the eighteen even scores of a
/// normal distribution, Φ⁻¹((k + ½)/18), scaled so that Σ w² λ² = Σ w².
struct Committee: Sendable {
  /// The chair first.
  let officials: [Official]

  init(chairWeight: Double) {
    let scores = (0..<18).map { Elementary.normalQuantile((Double($0) + 0.5) / 18) }
    let weights = 18 + chairWeight * chairWeight
    let spread = (weights / scores.reduce(0) { $0 + $1 * $1 }).squareRoot()
    officials = [Official(leaning: 0, weight: chairWeight)] + scores.map { Official(leaning: $0 * spread, weight: 1) }
  }
}
