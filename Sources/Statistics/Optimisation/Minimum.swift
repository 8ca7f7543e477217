/// Where a search for a minimum ended.
public struct Minimum: Sendable, Hashable {
  public var point: [Double]
  public var value: Double
  /// How often the function was evaluated.
  public var evaluations: Int
  /// Whether the search ended because it had arrived, not because it was out of steps.
  public var isConverged: Bool

  public init(point: [Double], value: Double, evaluations: Int, isConverged: Bool) {
    (self.point, self.value) = (point, value)
    (self.evaluations, self.isConverged) = (evaluations, isConverged)
  }
}

/// A function's value and its derivatives at a point.
public struct Slope: Sendable {
  public var value: Double
  public var gradient: [Double]

  public init(value: Double, gradient: [Double]) { (self.value, self.gradient) = (value, gradient) }

  var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) }
  /// The largest derivative.
  var steepness: Double { gradient.reduce(0) { max($0, $1.magnitude) } }
}
