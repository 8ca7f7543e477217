import Laboratory
import Quantities
import Statistics

/// Requests with drawn parameters, shocks and openings, for identities that hold whatever the values.
///
/// The ranges keep every toy stable and its stocks above zero.
struct DrawnRequest {
  private static let ranges: [Toy: [(name: String, low: Double, high: Double)]] = [
    .SIM: [("alpha1", 0.3, 0.9), ("alpha2", 0.1, 0.6), ("theta", 0.1, 0.5), ("G", 1, 1000), ("W", 0.5, 20)],
    .PC: [
      ("alpha1", 0.3, 0.9), ("alpha2", 0.25, 0.6), ("theta", 0.15, 0.5), ("lambda0", 0.2, 0.8), ("lambda1", 0, 8),
      ("lambda2", 0, 0.05), ("G", 1, 1000), ("r", 0, 0.04),
    ],
    .LP1: [
      ("alpha1", 0.6, 0.9), ("alpha2", 0.2, 0.4), ("theta", 0.2, 0.4), ("lambda20", 0.2, 0.5), ("lambda22", 0.5, 1.5),
      ("lambda23", 0.5, 1.5), ("lambda24", 0, 0.05), ("lambda30", 0.2, 0.5), ("lambda32", 0.5, 1.5),
      ("lambda33", 0.5, 1.5), ("lambda34", 0, 0.05), ("chi", 0, 1), ("G", 1, 1000), ("r_b", 0, 0.06), ("p_bL", 10, 40),
    ],
    .BMW: [
      ("alpha0", 1, 1000), ("alpha1", 0.5, 0.78), ("alpha2", 0.05, 0.12), ("delta", 0.05, 0.12), ("gamma", 0.05, 0.18),
      ("kappa", 0.7, 1.1), ("r_l", 0, 0.08), ("pr", 0.5, 4),
    ],
  ]

  let request: ToyRequest

  init(_ toy: Toy, seed: UInt32) {
    let draw = Draw(seed: 2012, replicate: 0)
    var next: UInt16 = 0
    func uniform() -> Double {
      next += 1
      return draw.uniform(Stream(1), of: seed, on: Day(number: 0), index: next)
    }
    var (settings, shocks): ([(name: String, value: Double)], [ToyShock]) = ([], [])
    for (name, low, high) in DrawnRequest.ranges[toy] ?? [] {
      if uniform() < 0.6 { settings.append((name, low + (high - low) * uniform())) }
      guard uniform() < 0.3 else { continue }
      shocks.append(ToyShock(name: name, value: low + (high - low) * uniform(), period: 1 + Int(uniform() * 39)))
    }
    request = ToyRequest(
      toy, periods: 40, settings: settings, shocks: shocks, opening: uniform() < 0.5 ? .steady : .nothing)
  }
}
