/// When support for investment is called for, and how urgently.
///
///     need = min(1, max(0, (g* − g)/w, (s − s*)/s*))
///
/// g is growth a year against its trigger g*, with the whole need a width w below it; s how far investment stands below
/// its highest of a year, with the whole need at twice its trigger s*. The monitor reads the same formula on real data.
public struct PolicyTrigger: Sendable {
  let growth, width, shortfall: Double

  public init(growth: Double, width: Double, shortfall: Double) {
    (self.growth, self.width, self.shortfall) = (growth, max(width, 1e-6), max(shortfall, 1e-6))
  }

  /// Growth of 1.4 % a year at P.L. 110-185 and −3.2 % at P.L. 111-5; information equipment and software 6.4 % below its
  /// high before the latter and 13.2 % at P.L. 107-147 (BEA).
  public static let standard = PolicyTrigger(growth: 0.014, width: 0.046, shortfall: 0.064)

  /// From 0, none, to 1, all of it.
  public func need(growth now: Double, shortfall: Double) -> Double {
    min(1, max(0, max((growth - now) / width, (shortfall - self.shortfall) / self.shortfall)))
  }
}
