import Statistics
import Testing

/// Values computed with mpmath 1.3 at 60 digits; those of two million degrees with SciPy 1.17.1.
@Suite("Student's t")
struct StudentTTests {
  @Test(
    "quantiles are right to 1e-12",
    arguments: [
      (0.975, 1.0, 12.706204736174694),
      (0.975, 2.0, 4.302652729749462),
      (0.975, 9.0, 2.262157162798205),
      (0.995, 29.0, 2.7563859036706053),
      (0.95, 3.5, 2.222433493649601),
      (0.75, 5.0, 0.7266868438004227),
      (0.9, 100.0, 1.290074761346516),
      (1e-09, 4.0, -234.02761040611892),
      (0.6, 250.0, 0.25361688158193907),
      (0.975, 100000.0, 1.9599877075346093),
      (0.999, 0.5, 102849.11563017537),
      (0.51, 7.0, 0.02597794156951689),
      (0.975, 2000000.0, 1.9599651706763748),
    ])
  func quantile(p: Double, degrees: Double, expected: Double) {
    #expect(abs(StudentT.quantile(p, degrees: degrees) / expected - 1) < 1e-12)
  }

  @Test(
    "probabilities are right to 1e-12",
    arguments: [
      (0.5, 1.0, 0.6475836176504333),
      (2.0, 10.0, 0.9633059826146299),
      (-3.25, 4.5, 0.01322083011937693),
      (6.0, 60.0, 0.9999999385657694),
      (1.0, 2000000.0, 0.8413446855758694),
      (-40.0, 3.0, 1.7190340394579263e-05),
      (0.01, 30.0, 0.5039562537134111),
    ])
  func cdf(t: Double, degrees: Double, expected: Double) {
    #expect(abs(StudentT.cdf(t, degrees: degrees) / expected - 1) < 1e-12)
  }

  @Test("the quantile undoes the distribution", arguments: [0.3, 1, 2.5, 8, 40, 999, 250_000])
  func inverse(degrees: Double) {
    // Degrees enter as ν · 1e-16 through the rounding of ν/(ν + t²).
    for p in [1e-12, 1e-4, 0.03, 0.3, 0.4999, 0.5, 0.61, 0.99, 1 - 1e-9] {
      let back = StudentT.cdf(StudentT.quantile(p, degrees: degrees), degrees: degrees)
      #expect(abs(back / p - 1) < 1e-12 + 1e-15 * degrees, "p \(p)")
    }
  }

  @Test("the formula for many degrees joins the one for fewer")
  func joins() {
    for p in [1e-6, 0.01, 0.4, 0.975] {
      let (below, above) = (StudentT.quantile(p, degrees: 1e6), StudentT.quantile(p, degrees: 1e6 + 1))
      #expect(abs(below / above - 1) < 1e-9)
      #expect(abs(StudentT.cdf(below, degrees: 1e6) / StudentT.cdf(below, degrees: 1e6 + 1) - 1) < 1e-9)
    }
  }

  @Test("ends and nonsense have stated answers")
  func specialCases() {
    #expect(StudentT.quantile(0, degrees: 3) == -.infinity && StudentT.quantile(1, degrees: 3) == .infinity)
    #expect(StudentT.quantile(0.5, degrees: 3) == 0 && StudentT.cdf(0, degrees: 3) == 0.5)
    #expect(StudentT.cdf(.infinity, degrees: 3) == 1 && StudentT.cdf(-.infinity, degrees: 3) == 0)
    #expect(StudentT.quantile(2, degrees: 3).isNaN && StudentT.quantile(0.3, degrees: 0).isNaN)
    #expect(StudentT.cdf(1, degrees: -1).isNaN && StudentT.cdf(.nan, degrees: 3).isNaN)
    #expect(StudentT.quantile(0.975, degrees: .infinity) == Elementary.normalQuantile(0.975))
    #expect(StudentT.twoSided(-2, degrees: 10) == StudentT.twoSided(2, degrees: 10))
  }
}
