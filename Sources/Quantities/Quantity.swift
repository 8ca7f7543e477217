/// A unit that a number can be measured in.
public protocol MeasurementUnit: Sendable {
  /// The symbol printed in tables and accepted in scenario files.
  static var symbol: String { get }
}

/// A floating-point number that knows its unit.
///
/// Two quantities add only when their units are the same type, so a rate per year cannot be added to a share of
/// income by accident. Inside a formula `.value` is read once into the equation's letters.
public struct Quantity<Unit: MeasurementUnit>: Hashable, Sendable, Comparable, AdditiveArithmetic {
  public var value: Double

  @inlinable public init(_ value: Double) { self.value = value }
  @inlinable public static var zero: Self { Self(0) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.value + b.value) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(a.value - b.value) }

  /// The dimensionless ratio of two like quantities.
  @inlinable public static func / (a: Self, b: Self) -> Double { a.value / b.value }

  /// A percentage: `.percent(10)` is 0.10.
  @inlinable public static func percent(_ value: Double) -> Self { Self(value / 100) }
}

extension Quantity: Codable {
  public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(Double.self)) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

public enum Dimensionless: MeasurementUnit { public static let symbol = "1" }
public enum PerAnnum: MeasurementUnit { public static let symbol = "1/year" }
public enum RootPerAnnum: MeasurementUnit { public static let symbol = "1/√year" }
public enum Years: MeasurementUnit { public static let symbol = "year" }
public enum TradingDays: MeasurementUnit { public static let symbol = "day" }
public enum Months: MeasurementUnit { public static let symbol = "month" }
public enum Dollars: MeasurementUnit { public static let symbol = "$" }
public enum DollarsPerAnnum: MeasurementUnit { public static let symbol = "$/year" }

/// A share of a whole, or any other pure number.
public typealias Share = Quantity<Dimensionless>
/// An interest or growth rate.
public typealias Rate = Quantity<PerAnnum>
/// An annualised standard deviation of log returns.
public typealias Volatility = Quantity<RootPerAnnum>
/// A length of time in years, as a bond's duration.
public typealias Tenor = Quantity<Years>
/// A length of time in trading days, as a window or a half-life.
public typealias TradingSpan = Quantity<TradingDays>
/// A length of time in months.
public typealias MonthSpan = Quantity<Months>
/// An amount of dollars at national scale; extensive, so it is divided by the scale of a run.
public typealias Amount = Quantity<Dollars>
/// Dollars a year at national scale; extensive.
public typealias AnnualAmount = Quantity<DollarsPerAnnum>
