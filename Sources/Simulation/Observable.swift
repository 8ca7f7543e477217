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

/// The current values of all observables of a world.
final class Board {
  private(set) var names: [String] = []
  private var keys: [UInt64] = []
  private var slots: [Range<Int>] = []
  private(set) var labels: [(name: String, unit: String)] = []
  var values: [Double] = []

  /// Lays out observables in the order they are declared; the first declaration of a name counts.
  init(_ observables: [Observable], causes: [String]) {
    var entries: [(key: UInt64, name: String, slot: Range<Int>)] = []
    for observable in observables where !entries.contains(where: { $0.key == observable.key }) {
      let start = values.count
      for suffix in Board.suffixes(observable, causes) {
        labels.append((observable.name + suffix, observable.unit))
        values.append(observable.atRest)
      }
      entries.append((observable.key, observable.name, start..<values.count))
    }
    names = entries.map(\.name)
    entries.sort { $0.key < $1.key }
    keys = entries.map(\.key)
    slots = entries.map(\.slot)
  }

  private static func suffixes(_ observable: Observable, _ causes: [String]) -> [String] {
    switch observable.width {
    case .one: [""]
    case .each(let labels): labels.map { ".\($0)" }
    case .eachCause: causes.map { ".\($0)" }
    }
  }

  /// The slots of an observable, or nil when nobody in this economy sees or says it.
  func slot(_ observable: Observable) -> Range<Int>? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < observable.key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == observable.key ? slots[low] : nil
  }
}
