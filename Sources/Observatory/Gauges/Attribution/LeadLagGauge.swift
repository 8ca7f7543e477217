import Quantities
import Statistics

/// By how many months the index runs ahead of a statistic as it was first published.
///
///     lead = argmax_k |corr(r_{t − k}, g_t)|,  −12 ≤ k ≤ 12;   g_t first-print growth of month t, r_t the index's return
///
/// Growth is taken within one vintage, so revisions and new base years do not enter. The interval is the 90 % range of the
/// lead over a moving-block bootstrap with blocks of a year.
///
/// Ignores: that the month's statistic is published weeks after it; the lead is against the month it describes.
public struct LeadLagGauge: Sendable {
  public static let name = "lead of prices"
  public static let systems = ["S1"]

  public static let longest = 12
  public var samples: Int

  public init(samples: Int = 100) { self.samples = max(samples, 1) }

  public struct Lead: Sendable, Equatable {
    /// Months by which the first series runs ahead.
    public let months: Int
    public let correlation: Double
  }

  /// The lead of one monthly series over another of the same length; nil below five years or without spread.
  public static func lead(of prices: [Double], over growth: [Double]) -> Lead? {
    guard prices.count == growth.count, prices.count >= 60 else { return nil }
    let pairs = (-longest...longest).compactMap { k -> Lead? in
      let rows = growth.indices.filter {
        prices.indices.contains($0 - k) && prices[$0 - k].isFinite && growth[$0].isFinite
      }
      return Moments.correlation(rows.map { prices[$0 - k] }, rows.map { growth[$0] }).map {
        Lead(months: k, correlation: $0)
      }
    }
    return pairs.max { abs($0.correlation) < abs($1.correlation) }
  }

  /// - Parameter panel: monthly columns `index` (returns) and `growth`.
  public func reading(of panel: Panel, statistic: String, asOf day: Day) -> Reading {
    let name = "\(Self.name) over \(statistic)"
    let method = "months at which the correlation of returns with first-print growth is largest; 90 % block bootstrap"
    do {
      let known = panel.rows(through: day)
      let (prices, growth) = (try known.column("index").values, try known.column("growth").values)
      guard let last = known.days.last, let lead = Self.lead(of: prices, over: growth) else {
        throw Absence(
          reason: "sixty months of both are needed and there are \(known.days.count)", last: known.days.last)
      }
      let leads = (0..<samples).compactMap { sample -> Double? in
        let rows = Self.blocks(count: prices.count, sample: sample)
        return Self.leadWithin(rows, prices, growth).map(Double.init)
      }
      let band = QuantileBand(leads, level: 0.9)
      return Reading(
        gauge: name, value: Double(lead.months), low: band?.low, high: band?.high, unit: "month", last: last,
        seenFrom: day, method: "\(method); correlation \((lead.correlation * 100).rounded() / 100)", staleAfter: 75)
    } catch {
      let absence = error as? Absence
      return Reading(
        gauge: name, unit: "month", method: method, absentBecause: absence?.reason ?? "\(error)", last: absence?.last,
        seenFrom: day)
    }
  }

  /// Rows of a sample; the pairs (t − k, t) are formed before resampling, so blocks do not break them.
  private static func blocks(count: Int, sample: Int) -> [Int] {
    BlockBootstrap.moving(length: 12).indices(count: count, sample: sample, draw: Draw(seed: 2027, replicate: 0))
  }

  private static func leadWithin(_ rows: [Int], _ prices: [Double], _ growth: [Double]) -> Int? {
    (-longest...longest).compactMap { k -> (Int, Double)? in
      let pairs = rows.filter { prices.indices.contains($0 - k) && prices[$0 - k].isFinite && growth[$0].isFinite }
      return Moments.correlation(pairs.map { prices[$0 - k] }, pairs.map { growth[$0] }).map { (k, abs($0)) }
    }.max { $0.1 < $1.1 }?.0
  }
}
