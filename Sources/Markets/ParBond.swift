import Quantities
import Statistics

/// A bond that trades at par.
public enum ParBond {
  /// Its modified duration: the fall of its price in per cent for a rise of the yield by one point.
  ///
  ///     D = (1 − (1 + y)^(−T))/y;   T for y = 0
  public static func duration(maturity: Tenor, yield: Rate) -> Tenor {
    guard yield.value.magnitude > 1e-9 else { return maturity }
    return Tenor((1 - Elementary.pow(1 + yield.value, -maturity.value)) / yield.value)
  }
}
