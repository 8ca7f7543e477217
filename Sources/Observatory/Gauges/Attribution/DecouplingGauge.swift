import Quantities
import Statistics

/// How much of the index's weekly moves is explained by something other than the economy.
///
///     share = (φ_liquidity + φ_positioning + φ_policy)/R²,   φ from ``Statistics/ShapleyR2`` over blocks
///
/// All regressors are changes over the week before or the same week, never levels; positions are those of the week before,
/// since the same week's follow the price. Weeks do not overlap. The interval is that of a stationary bootstrap with
/// blocks of eight weeks on average.
///
/// Ignores: what causes what; that news of the economy reaches prices before the statistics; revisions.
///
/// Verified by: R's `swiss` (ANCHORS T12, in `ShapleyR2Tests`) and panels made of known blocks.
public struct DecouplingGauge: Sendable {
  public static let name = "decoupling share"
  public static let systems = ["S1"]

  /// Names of a panel's columns by block.
  public struct Block: Sendable, Equatable {
    public let name: String
    public let columns: [String]
    public init(_ name: String, _ columns: [String]) { (self.name, self.columns) = (name, columns) }
  }

  public var outcome: String
  public var blocks: [Block]
  /// The block that the economy is.
  public var economy: String
  public var weeks: Int
  public var samples: Int

  public init(outcome: String, blocks: [Block], economy: String = "macro", weeks: Int = 156, samples: Int = 200) {
    (self.outcome, self.blocks, self.economy) = (outcome, blocks, economy)
    (self.weeks, self.samples) = (max(weeks, 1), max(samples, 1))
  }

  private var method: String {
    "Shapley share of R² not due to \(economy), weekly changes, \(weeks) weeks; 90 % block bootstrap"
  }

  /// The decoupling share, and each block's part of R².
  ///
  /// - Parameter panel: rows of changes; a row with a missing value is left out.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let (y, x, last) = try complete(panel, through: day)
      var (indices, next): ([[Int]], Int) = ([], 0)
      for block in blocks {
        indices.append(Array(next..<(next + block.columns.count)))
        next += block.columns.count
      }
      guard let fit = ShapleyR2(y, on: x, blocks: indices), fit.total > 0 else {
        throw Absence(reason: "\(outcome) has no spread", last: last)
      }
      let draws = resampled(y, x, indices)
      return readings(fit, draws, last, seenFrom: day)
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dimensionless.symbol, method: method, absentBecause: error.reason, last: error.last,
          seenFrom: day)
      ]
    }
  }

  private func readings(_ fit: ShapleyR2, _ draws: [ShapleyR2], _ last: Day, seenFrom day: Day) -> [Reading] {
    func reading(_ name: String, _ method: String, _ statistic: (ShapleyR2) -> Double) -> Reading {
      let band = QuantileBand(draws.map(statistic).filter(\.isFinite), level: 0.9)
      return Reading(
        gauge: name, value: statistic(fit), low: band?.low, high: band?.high, unit: Dimensionless.symbol, last: last,
        seenFrom: day, method: method, staleAfter: 11)
    }
    let own = blocks.firstIndex { $0.name == economy }
    let share = reading(Self.name, method) { fit in 1 - (own.map { fit.shares[$0] } ?? 0) / fit.total }
    return [share]
      + blocks.indices.map { index in
        reading("explained by \(blocks[index].name)", "Shapley R² of \(blocks[index].columns.joined(separator: ", "))")
        {
          $0.shares[index]
        }
      }
  }

  private func resampled(_ y: [Double], _ x: [[Double]], _ blocks: [[Int]]) -> [ShapleyR2] {
    let scheme = BlockBootstrap.stationary(meanLength: 8)
    let draw = Draw(seed: 2026, replicate: 0)
    return (0..<samples).compactMap { sample in
      let rows = scheme.indices(count: y.count, sample: sample, draw: draw)
      return ShapleyR2(rows.map { y[$0] }, on: x.map { column in rows.map { column[$0] } }, blocks: blocks)
    }
  }

  private func complete(_ panel: Panel, through day: Day) throws(Absence) -> ([Double], [[Double]], Day) {
    let names = [outcome] + blocks.flatMap(\.columns)
    let (columns, complete): ([[Double]], [Int])
    do {
      (columns, complete) = try panel.complete(names, through: day)
    } catch {
      throw Absence(reason: "\(error)")
    }
    let rows = complete.suffix(weeks)
    guard rows.count >= max(52, 4 * names.count), let last = rows.last else {
      throw Absence(
        reason: "\(max(52, 4 * names.count)) complete weeks are needed and there are \(rows.count)",
        last: rows.last.map { panel.days[$0] })
    }
    let kept = columns.map { column in rows.map { column[$0] } }
    return (kept[0], Array(kept.dropFirst()), panel.days[last])
  }
}
