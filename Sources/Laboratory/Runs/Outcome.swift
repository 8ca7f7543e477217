import Quantities
import Statistics

/// A number that sums up a run and that runs are compared by.
public struct Outcome: Sendable {
  /// How the number is to be read and written.
  public enum Kind: Sendable { case fraction, number, dollars }

  public let name: String
  public let title: String
  public let unit: String
  public let kind: Kind
  public let meaning: String
  let read: @Sendable (Evidence) throws(Unreadable) -> Double

  init(
    _ name: String, _ title: String, unit: any MeasurementUnit.Type, _ kind: Kind, _ meaning: String,
    read: @escaping @Sendable (Evidence) throws(Unreadable) -> Double
  ) {
    (self.name, self.title, self.unit, self.kind, self.meaning) = (name, title, unit.symbol, kind, meaning)
    self.read = read
  }

  /// In the order of every table.
  public static let all =
    market + economy + firms + tracks + energy + balanceSheets + liquidity + policy + wealth + homes + crypto

  /// Those a reader asks about first.
  public static let headlines = all.filter {
    [
      "annualisedVolatility", "maximumDrawdown", "indexReturn", "realGDPGrowth", "meanUnemployment", "inflation",
      "aiCapex", "householdNetWorth",
    ].contains($0.name)
  }
}

/// Why an outcome cannot be read off a run.
public struct Unreadable: Error, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// The outcomes of one run; a missing one keeps its reason.
public struct Outcomes: Sendable {
  public let values: [(outcome: Outcome, value: Result<Double, Unreadable>)]

  /// Reads a run's panels: observables by day, balances at national scale by month end.
  package init(daily: Panel, monthly: Panel) {
    let evidence = Evidence(daily: daily, monthly: monthly)
    values = Outcome.all.map { outcome in
      (
        outcome,
        Result { () throws(Unreadable) in
          let value = try outcome.read(evidence)
          guard value.isFinite else { throw Unreadable("it came out as \(value)") }
          return value
        }
      )
    }
  }

  public subscript(name: String) -> Double? { try? values.first { $0.outcome.name == name }?.value.get() }
}
