/// A value that can be a parameter: it has a unit, an order, and a written form.
public protocol ParameterValue: Sendable, Comparable {
  static var unitSymbol: String { get }
  /// Reads `12 %`, `0.12 1/√year` or a bare `0.12`; nil when the text is not a finite number of this unit.
  init?(written: String)
  var written: String { get }
  /// The value in its own unit, for tables and the calibration box.
  var number: Double { get }
}

extension Quantity: ParameterValue {
  public static var unitSymbol: String { Unit.symbol }

  public init?(written text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let first = parts.first, let number = Double(first), number.isFinite else { return nil }
    switch parts.count == 2 ? String(parts[1]) : "" {
    case "%": self.init(number / 100)
    case "", Unit.symbol: self.init(number)
    default: return nil
    }
  }

  public var written: String { "\(value) \(Unit.symbol)" }
  public var number: Double { value }
}

/// Where a declaration stands, so that a message and the parameter table can point at it.
public struct Place: Sendable, Equatable {
  public let file: String
  public let line: Int
}

/// One number of the model, with its meaning, its range and its source.
///
///     @Parameter("Volatility the mandate aims to hold.", range: .percent(5) ... .percent(20),
///                source: .paper("Harvey et al. (2018), J. Portfolio Management 45(1)"))
///     public var target: Volatility = .percent(10)
///
/// The parameter table, scenario validation and `penstock parameters` are derived from the declaration.
@propertyWrapper
public struct Parameter<Value: ParameterValue>: Sendable {
  public var wrappedValue: Value
  public let summary: StaticString
  public let range: ClosedRange<Value>
  public let source: Source
  public let place: Place
  public var projectedValue: Self {
    get { self }
    set { self = newValue }
  }

  public init(
    wrappedValue: Value, _ summary: StaticString, range: ClosedRange<Value>, source: Source,
    file: String = #fileID, line: Int = #line
  ) {
    (self.wrappedValue, self.summary, self.range, self.source) = (wrappedValue, summary, range, source)
    place = Place(file: file, line: line)
  }
}

/// A parameter without its type: what the table prints and an override writes.
public protocol AnyParameter: Sendable {
  var summary: StaticString { get }
  var unit: String { get }
  var written: String { get }
  var number: Double { get }
  var bounds: (low: String, high: String) { get }
  var source: Source { get }
  var place: Place { get }
  mutating func set(_ text: String) throws(ParameterError)
}

extension Parameter: AnyParameter {
  public var unit: String { Value.unitSymbol }
  public var written: String { wrappedValue.written }
  public var number: Double { wrappedValue.number }
  public var bounds: (low: String, high: String) { (range.lowerBound.written, range.upperBound.written) }

  public mutating func set(_ text: String) throws(ParameterError) {
    guard let value = Value(written: text) else { throw .wrongUnit(wanted: unit, got: text) }
    guard range.contains(value) else { throw .outside(low: bounds.low, high: bounds.high, got: text) }
    wrappedValue = value
  }
}

/// Why an override was refused.
public enum ParameterError: Error, Equatable, CustomStringConvertible {
  case wrongUnit(wanted: String, got: String)
  case outside(low: String, high: String, got: String)
  case noSuchParameter(String, nearest: String?)

  public var description: String {
    switch self {
    case .wrongUnit(let wanted, let got): "'\(got)' is not a number of unit '\(wanted)'"
    case .outside(let low, let high, let got): "\(got) is outside the allowed range \(low) ... \(high)"
    case .noSuchParameter(let name, let nearest):
      "there is no parameter '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}

/// The parameters of one mechanism: a key path to each, in the order of declaration.
public protocol ParameterSet: Sendable {
  static var all: [Field<Self>] { get }
}

/// One parameter's name and the way to it.
public struct Field<Root: ParameterSet>: Sendable {
  public let name: String
  let get: @Sendable (Root) -> any AnyParameter
  let set: @Sendable (inout Root, String) throws(ParameterError) -> Void

  public init<V>(_ name: String, _ path: any WritableKeyPath<Root, Parameter<V>> & Sendable) {
    self.name = name
    get = { $0[keyPath: path] }
    set = { (root, text) throws(ParameterError) in try root[keyPath: path].set(text) }
  }
}

extension ParameterSet {
  public var rows: [(name: String, parameter: any AnyParameter)] { Self.all.map { ($0.name, $0.get(self)) } }

  /// Overrides one parameter from text, checking unit and range.
  public mutating func set(_ name: String, to text: String) throws(ParameterError) {
    guard let field = Self.all.first(where: { $0.name == name }) else {
      throw .noSuchParameter(name, nearest: name.nearest(among: Self.all.map(\.name)))
    }
    try field.set(&self, text)
  }
}
