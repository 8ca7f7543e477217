import Statistics

/// How long businesses last: the share that is left at age a, in years, is e^(−H(1) a^p).
struct FirmSurvival {
  /// H(1) and p.
  private let first, shape: Double

  /// From the shares that are left after one and after fifteen years.
  init(firstYear: Double, fifteenYears: Double) {
    first = -Elementary.log(firstYear)
    shape = Elementary.log(-Elementary.log(fifteenYears) / first) / Elementary.log(15)
  }

  /// The hazard to leave within a month at an age in months.
  func hazard(at age: Int) -> Double {
    let (from, to) = (Double(max(0, age)) / 12, Double(max(0, age) + 1) / 12)
    return first * (Elementary.pow(to, shape) - Elementary.pow(from, shape))
  }

  /// No age has a higher hazard: of a month, at birth if it falls with age.
  var highest: Double { shape <= 1 ? hazard(at: 0) : 1 }

  /// Months that a business lasts, by the share of businesses that last longer.
  func lifetime(_ longer: Double) -> Int { Int(12 * Elementary.pow(-Elementary.log(longer) / first, 1 / shape)) }
}
