import Quantities
import Statistics

/// The model's economy in ordinary times held against the country's, fact by fact.
///
/// A model's value is the median over replicates.
public struct EconomyValidation: Sendable {
  public struct Row: Sendable {
    public let fact: EconomyFact
    public let value: Double?

    public var isInside: Bool { value.map { $0 >= fact.low && $0 <= fact.high } ?? false }
    /// How far outside, in half-widths of the band; nil inside, without a value, or where the band is a point.
    public var distance: Double? {
      guard let value, !isInside, fact.high > fact.low else { return nil }
      return (value > fact.high ? value - fact.high : value - fact.low) / ((fact.high - fact.low) / 2)
    }
  }

  /// A fact that could not be measured, and why.
  public struct Absence: Sendable {
    public let fact: EconomyFact
    public let reason: String
  }

  public let rows: [Row]
  /// Facts whose columns the economy does not record, or whose run was not made. They count nowhere.
  public let absent: [Absence]
  public let replicates: Int
  public let months: Int

  /// - Parameters:
  ///   - near: histories of the default run's months 13 to 36.
  ///   - windfall: what households spend of one.
  public init(of histories: [EconomyHistory], near: [EconomyHistory] = [], windfall: WindfallSpending? = nil) {
    var (rows, absent) = ([Row](), [Absence]())
    for fact in EconomyFacts.all {
      let read =
        switch fact.window {
        case .ordinary: histories
        case .near: near
        case .windfall: windfall.map { [$0.history] } ?? []
        }
      if read.isEmpty {
        absent.append(Absence(fact: fact, reason: "its run was not made"))
      } else if let name = fact.needs.first(where: { name in read.contains { $0.observed(name) == nil } }) {
        absent.append(Absence(fact: fact, reason: "the economy does not record \(name)"))
      } else {
        let value = Moments.quantile(read.compactMap { fact.compute($0) }.filter(\.isFinite), 0.5)
        rows.append(Row(fact: fact, value: value))
      }
    }
    (self.rows, self.absent) = (rows, absent)
    replicates = histories.count
    months = histories.first?.months ?? 0
  }

  public var inside: Int { rows.count(where: \.isInside) }
  public var insideUntargeted: Int { rows.count { $0.isInside && !$0.fact.isTargeted } }
  public var misses: [Row] { rows.filter { !$0.isInside } }
  public var accountingMisses: Int { rows.count { !$0.isInside && $0.fact.kind == .accounting } }
}
