import Statistics
import Testing

/// Expected figures are SciPy 1.17.1's gammaln and psi.
@Suite("The gamma function")
struct GammaFunctionTests {
  @Test(
    "its logarithm and the derivative of that are SciPy's",
    arguments: [
      (0.5, 0.5723649429247, -1.9635100260214235), (1.5, -0.12078223763524526, 0.03648997397857652),
      (2.3, 0.15418945495963046, 0.6000398803639695), (5, 3.1780538303479458, 1.5061176684318003),
      (17.25, 31.37462231367769, 2.818546676986557), (250.7, 1132.388373627729, 5.522261263632228),
      (0.001, 6.907178885383853, -1000.5755719318103), (3.1e6, 43_235_422.72079389, 14.946912508165042),
    ])
  func values(z: Double, logarithm: Double, digamma: Double) {
    #expect(abs(GammaFunction.log(z) - logarithm) < 1e-14 * max(1, abs(logarithm)))
    #expect(abs(GammaFunction.digamma(z) - digamma) < 1e-14 * max(1, abs(digamma)))
  }

  @Test("log Γ(z + 1) is log Γ(z) + log z on both sides of where the series takes over")
  func recurrence() {
    for step in 1...200 {
      let z = 0.1 * Double(step)
      let (higher, lower) = (GammaFunction.log(z + 1), GammaFunction.log(z))
      #expect(abs(higher - lower - Elementary.log(z)) < 3e-14 * max(1, higher.magnitude))
      #expect(abs(GammaFunction.digamma(z + 1) - GammaFunction.digamma(z) - 1 / z) < 1e-14 * max(1, 1 / z))
    }
  }

  @Test("outside its domain it is infinite or nan, and never traps")
  func edges() {
    #expect(GammaFunction.log(0) == .infinity && GammaFunction.log(.infinity) == .infinity)
    #expect(GammaFunction.log(-1.5).isNaN && GammaFunction.log(.nan).isNaN && GammaFunction.digamma(-2).isNaN)
    #expect(GammaFunction.digamma(0) == -.infinity && GammaFunction.digamma(.infinity) == .infinity)
  }
}
