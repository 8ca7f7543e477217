import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  static let fundamentalists = Stream(300)
  static let chartists = Stream(301)
}

/// The equations of ``FrankeWesterhoff`` in their letters, one line each, for the mechanisms and for the fast core.
struct FrankeWesterhoffEquations: Sendable, Equatable {
  let switching: FrankeWesterhoff.Switching
  let φ, χ, σf, σc, α0, αn, αp, μ, pace: Double

  init(_ model: FrankeWesterhoff) {
    switching = model.switching
    (φ, χ) = (model.phi.value, model.chi.value)
    (σf, σc) = (model.fundamentalNoise.value, model.chartNoise.value)
    (α0, αn, αp) = (model.predisposition.value, model.herding.value, model.misalignment.value)
    (μ, pace) = (model.impact.value, model.pace.value)
  }

  /// d_f, in book units.
  @inline(__always) func fundamentalDemand(share n: Double, price p: Double, noise ζ: Double) -> Double {
    n * (σf * ζ - φ * p)
  }

  /// d_c, in book units.
  @inline(__always) func chartDemand(share n: Double, price p: Double, last: Double, noise ζ: Double) -> Double {
    (1 - n) * (χ * (p - last) + σc * ζ)
  }

  /// p₊₁, for an excess demand in cents.
  @inline(__always) func nextPrice(_ p: Double, excessCents: Double) -> Double {
    p + μ * (excessCents / Money.centsPerBookUnit)
  }

  /// What is to be raised to a power of e: a, or −β a of discrete choice.
  @inline(__always) func exponent(share n: Double, price p: Double) -> Double {
    let a = α0 + αn * (2 * n - 1) + αp * p * p
    return switching == .discreteChoice ? -pace * a : a
  }

  /// n_f₊₁ by discrete choice, from e^{−β a}.
  @inline(__always) func chosenShare(_ power: Double) -> Double { 1 / (1 + power) }

  /// n_f₊₁ by transition, from e^a.
  @inline(__always) func driftedShare(_ n: Double, _ power: Double) -> Double {
    n + (1 - n) * min(1, pace * power) - n * min(1, pace / power)
  }

  func nextShare(_ n: Double, power: Double) -> Double {
    switching == .discreteChoice ? chosenShare(power) : driftedShare(n, power)
  }
}

extension FrankeWesterhoff {
  var equations: FrankeWesterhoffEquations { FrankeWesterhoffEquations(self) }
}
