/// A variance implied by options in its three parts.
public struct VarianceParts: Sendable, Codable, Equatable {
  /// What realised variance is expected to be.
  public var realized: Double
  /// What is paid above that for bearing variance.
  public var premium: Double
  /// What demand for options adds.
  public var pressure: Double

  public init(realized: Double, premium: Double, pressure: Double) {
    (self.realized, self.premium, self.pressure) = (realized, premium, pressure)
  }

  /// The sum, or zero where a negative premium outweighs the rest.
  public var total: Double { max(realized + premium + pressure, 0) }
}
