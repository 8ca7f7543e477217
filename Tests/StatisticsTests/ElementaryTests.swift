import Statistics
import Testing

/// Values computed with mpmath 1.3 at 60 digits and rounded to double.
@Suite("Elementary functions")
struct ElementaryTests {
  @Test(
    "exp is within an ulp, down to the smallest double",
    arguments: [
      (-745.0, .leastNonzeroMagnitude),
      (-700.25, 7.678723813110872e-305),
      (-87.5, 9.982350930569248e-39),
      (-1.0, 0.36787944117144233),
      (-1e-10, 0.9999999999),
      (1e-05, 1.00001000005),
      (0.1, 1.1051709180756477),
      (0.5, 1.6487212707001282),
      (1.0, 2.718281828459045),
      (3.75, 42.52108200006278),
      (88.1, 1.825340356258735e+38),
      (709.0, 8.218407461554972e+307),
    ])
  func exponential(x: Double, expected: Double) {
    #expect(ulps(Elementary.exp(x), expected) <= 1)
  }

  @Test(
    "log is within an ulp, from the smallest double",
    arguments: [
      (.leastNonzeroMagnitude, -744.4400719213812),
      (1e-308, -709.1962086421661),
      (1e-10, -23.025850929940457),
      (0.3, -1.2039728043259361),
      (0.999999, -1.000000500029089e-06),
      (1.0000001, 9.999999505838704e-08),
      (1.5, 0.4054651081081644),
      (2.0, 0.6931471805599453),
      (10.0, 2.302585092994046),
      (12345.678, 9.421061321291832),
      (1e+308, 709.1962086421661),
    ])
  func logarithm(x: Double, expected: Double) {
    #expect(ulps(Elementary.log(x), expected) <= 1)
  }

  @Test(
    "pow is within an ulp, also where y log x is in the hundreds",
    arguments: [
      (2.0, 0.5, 1.4142135623730951),
      (10.0, -3.0, 0.001),
      (1.0001, 50000.0, 148.37606292299293),
      (0.9, 6500.0, 3.769739633544983e-298),
      (1e-300, 0.25, 1e-75),
      (3.0, 600.0, 1.873927703884794e+286),
      (1.07, 0.08333333333333333, 1.0056541453874053),
      (7.5, -2.25, 0.01074266807949073),
      (0.5, 1073.5, .leastNonzeroMagnitude),
      (1e+300, 1.02, 1.0000000000000123e+306),
    ])
  func power(x: Double, y: Double, expected: Double) {
    #expect(ulps(Elementary.pow(x, y), expected) <= 1)
  }

  @Test(
    "the normal distribution is right to 1e-15 into the far tail",
    arguments: [
      (-20.5, 1.0764673258790961e-93),
      (-8.25, 7.919726314642477e-17),
      (-5.0, 2.866515718791939e-07),
      (-2.5, 0.006209665325776135),
      (-1.0, 0.15865525393145705),
      (-0.1, 0.460172162722971),
      (0.0, 0.5),
      (0.3, 0.6179114221889527),
      (1.0, 0.8413447460685429),
      (1.96, 0.9750021048517795),
      (4.5, 0.9999966023268753),
    ])
  func normal(x: Double, expected: Double) {
    #expect(abs(Elementary.normalCDF(x) / expected - 1) < 1e-15)
  }

  @Test(
    "the normal quantile is right to 1e-15 into both tails",
    arguments: [
      (1e-300, -37.0470962993612),
      (1e-100, -21.273453560965326),
      (0x1p-53, -8.209536151601387),
      (0x1p-24, -5.294704084854598),
      (1e-05, -4.264890793922825),
      (0.01, -2.326347874040841),
      (0.075, -1.439531470938456),
      (0.25, -0.6744897501960817),
      (0.4375, -0.1573106846101707),
      (0.6, 0.2533471031357997),
      (0.9, 1.2815515655446006),
      (0.975, 1.9599639845400538),
      (0.99999, 4.264890793923841),
      (1 - 0x1p-24, 5.294704084854598),
      (1 - 0x1p-53, 8.209536151601387),
    ])
  func normalQuantile(p: Double, expected: Double) {
    #expect(abs(Elementary.normalQuantile(p) / expected - 1) < 1e-15)
  }

  @Test("what has no finite answer has a stated one")
  func specialCases() {
    let (inf, nan) = (Double.infinity, Double.nan)
    #expect(Elementary.exp(inf) == inf && Elementary.exp(-inf) == 0 && Elementary.exp(nan).isNaN)
    #expect(Elementary.exp(0) == 1 && Elementary.exp(710) == inf && Elementary.exp(-746) == 0)
    #expect(Elementary.log(0) == -inf && Elementary.log(inf) == inf && Elementary.log(1) == 0)
    #expect(Elementary.log(-1).isNaN && Elementary.log(nan).isNaN)
    #expect(Elementary.pow(0, 2) == 0 && Elementary.pow(0, -2) == inf && Elementary.pow(0, 0) == 1)
    #expect(Elementary.pow(inf, 2) == inf && Elementary.pow(inf, -2) == 0 && Elementary.pow(-2, 2).isNaN)
    #expect(Elementary.pow(2, inf) == inf && Elementary.pow(2, -inf) == 0 && Elementary.pow(0.5, inf) == 0)
    #expect(Elementary.pow(1, nan) == 1 && Elementary.pow(nan, 0) == 1 && Elementary.pow(nan, 1).isNaN)
    #expect(Elementary.normalCDF(-inf) == 0 && Elementary.normalCDF(inf) == 1 && Elementary.normalCDF(nan).isNaN)
    #expect(Elementary.normalCDF(-39) == 0)
    #expect(Elementary.normalQuantile(0) == -inf && Elementary.normalQuantile(1) == inf)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(-0.1).isNaN && Elementary.normalQuantile(1.1).isNaN)
    #expect(Elementary.normalQuantile(nan).isNaN)
  }

  @Test("the quantile undoes the distribution and neither ever turns back")
  func inverseAndMonotone() {
    var (before, beforeQuantile) = (0.0, -Double.infinity)
    for step in 1..<20_000 {
      let p = Double(step) / 20_000
      let z = Elementary.normalQuantile(p)
      let back = Elementary.normalCDF(z)
      #expect(abs(back / p - 1) < 4e-15)
      #expect(back > before && z > beforeQuantile)
      (before, beforeQuantile) = (back, z)
    }
  }

  private func ulps(_ value: Double, _ expected: Double) -> Double { abs(value - expected) / expected.ulp }
}
