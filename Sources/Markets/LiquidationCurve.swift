import Statistics

/// How much of leveraged positions is closed by force when the price falls.
///
///     share(d) = Φ((ln d − ln m) / s),   d > 0
///
/// A position is closed when the fall d uses up its margin; margins are lognormal with median m and dispersion s, so
/// half of all positions are gone at a fall of m.
public struct LiquidationCurve: Sendable {
  let median, dispersion: Double

  public init(median: Double, dispersion: Double) { (self.median, self.dispersion) = (median, dispersion) }

  /// The share of positions closed by a fall, as a fraction of the price; zero for a rise.
  public func share(ofFall fall: Double) -> Double {
    guard fall > 0, median > 0, dispersion > 0 else { return 0 }
    return Elementary.normalCDF((Elementary.log(fall) - Elementary.log(median)) / dispersion)
  }
}
