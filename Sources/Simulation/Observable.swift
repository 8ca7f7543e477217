import Quantities

/// A number everyone can see: a price, a rate, an index, or a short vector of them.
///
/// It keeps the value last said; while nobody says it, it is at rest. Two mechanisms never say the same one: the
/// economy checks that when it is assembled.
///
///     extension Observable {
///       static let policyRate = Observable("policyRate", unit: PerAnnum.self, atRest: 0.03625)
///     }
public struct Observable: Sendable {
  /// How many numbers it holds.
  public enum Width: Sendable, Equatable {
    case one
    /// One number for each label, in order.
    case each([String])
    /// One number for each mechanism that places orders, in the order of the day page.
    case eachCause
  }

  public let name: String
  public let unit: String
  public let atRest: Double
  public let width: Width
  let key: UInt64

  public init(_ name: String, unit: any MeasurementUnit.Type, atRest: Double, width: Width = .one) {
    (self.name, self.unit, self.atRest, self.width) = (name, unit.symbol, atRest, width)
    key = name.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
