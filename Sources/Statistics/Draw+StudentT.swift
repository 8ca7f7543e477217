import Quantities

extension Draw {
  /// Student's t with any positive number of degrees of freedom, the quantile of ``uniform(_:of:on:index:)``.
  ///
  /// Its variance is ν/(ν - 2) for ν above 2, not 1. nan when degrees are not above zero. About 2 µs: a draw for
  /// institutions and venues, not for populations.
  public func studentT(
    degrees: Double, _ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0
  ) -> Double {
    StudentT.quantile(uniform(stream, of: holder, on: day, index: index), degrees: degrees)
  }
}
