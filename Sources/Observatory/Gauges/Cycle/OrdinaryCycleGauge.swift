import Quantities
import Statistics

/// Whether hiring, inventories and credit still move as an ordinary cycle makes them: as much, as long, and together.
///
///     g_k     = log x_k,t − log x_k,t−12                                growth over a year, by month
///     size    = sd(g, recent)/sd(g, before)                             recent: the last five years
///     memory  = autocorrelation of g at six months, recent less before
///     shared  = λ₁/4 of hiring, inventories, credit and output together, recent and before; see ``Statistics/SharedCycle``
///
/// Hiring is payrolls, what hires exceed separations by: hires themselves are published from 2000 on. Before is from 1985 to the end of 2019: the pandemic would be most of any later window's size. Intervals are 90 % of a moving-block bootstrap
/// with blocks of two years, which for five years is a rough one. A test of cyclical power at periods of six to thirty-two
/// quarters wants two whole cycles after the break that is claimed, sixteen years, and says so until then.
///
/// Ignores: seasons beyond those the publishers take out, prices in inventories and credit.
///
/// Verified by: panels with and without a cycle, `OrdinaryCycleTests`.
public struct OrdinaryCycleGauge: Sendable {
  public static let name = "ordinary cycle"
  public static let systems = ["S14"]

  /// Columns of the panel, by month: three of the cycle, and output.
  public static let parts = ["hiring", "inventories", "credit"]
  public static let columns = parts + ["output"]

  static let recent = 60
  /// The first month of the cycle since volatility fell (McConnell and Perez-Quiros 2000, AER 90(5): 1984Q1), with growth known.
  static let since = Day(1985, 1, 1)!
  static let lag = 6
  /// The last month before the pandemic, and the first after which the cycle is said to be gone.
  static let before = Day(2019, 12, 31)!
  static let claimed = Day(2023, 1, 1)!
  static let yearsNeeded = 16.0

  public var samples: Int
  public init(samples: Int = 200) { self.samples = max(samples, 1) }

  /// - Parameter panel: levels by month in ``columns``; a row with a missing value is left out.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let (growth, days) = try growth(panel, through: day)
      let now = Array(days.indices.suffix(Self.recent))
      let past = days.indices.filter { days[$0] >= Self.since && days[$0] <= Self.before }
      guard now.count == Self.recent, past.count >= 2 * Self.recent, let last = days.last else {
        throw Absence(
          reason:
            "five years of growth and ten before 2020 are needed and there are \(now.count) and \(past.count) months",
          last: days.last)
      }
      var readings: [Reading] = []
      for (index, part) in Self.parts.enumerated() {
        readings.append(
          reading(
            "size of \(part)", "standard deviation of yearly growth, last 60 months over those before 2020", now, past,
            last, day
          ) { rows, other in
            let (a, b) = (Self.spread(growth[index], rows), Self.spread(growth[index], other))
            return a.flatMap { a in b.map { a / $0 } }
          })
        readings.append(
          reading(
            "memory of \(part)", "autocorrelation of yearly growth at six months, last 60 months less before 2020", now,
            past, last, day
          ) { rows, other in
            let (a, b) = (Self.memory(growth[index], rows), Self.memory(growth[index], other))
            return a.flatMap { a in b.map { a - $0 } }
          })
      }
      readings.append(
        reading(
          "shared cycle", "first principal component of hiring, inventories, credit and output, last 60 months", now,
          past, last, day
        ) { rows, _ in SharedCycle.share(growth.map { g in rows.map { g[$0] } }) })
      readings.append(
        reading("shared cycle before 2020", "the same, all months before 2020", now, past, last, day) { _, other in
          SharedCycle.share(growth.map { g in other.map { g[$0] } })
        })
      return readings + [spectral(last, day)]
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dimensionless.symbol,
          method: "yearly growth of hiring, inventories, credit and output",
          absentBecause: error.reason, last: error.last, seenFrom: day)
      ]
    }
  }

  private func reading(
    _ name: String, _ method: String, _ now: [Int], _ past: [Int], _ last: Day, _ day: Day,
    _ statistic: ([Int], [Int]) -> Double?
  ) -> Reading {
    let title = "\(Self.name), \(name)"
    guard let value = statistic(now, past), value.isFinite else {
      return Reading(
        gauge: title, unit: Dimensionless.symbol, method: method, absentBecause: "a series has no spread", last: last,
        seenFrom: day)
    }
    let scheme = BlockBootstrap.moving(length: 24)
    let draw = Draw(seed: 2028, replicate: 0)
    let draws = (0..<samples).compactMap { sample -> Double? in
      let a = scheme.indices(count: now.count, sample: sample, draw: draw).map { now[$0] }
      let b = scheme.indices(count: past.count, sample: sample + samples, draw: draw).map { past[$0] }
      return statistic(a, b)
    }
    let band = QuantileBand(draws.filter(\.isFinite), level: 0.9)
    return Reading(
      gauge: title, value: value, low: band?.low, high: band?.high, unit: Dimensionless.symbol, last: last,
      seenFrom: day, method: method + "; 90 % block bootstrap", staleAfter: 100)
  }

  /// The test that cannot be made yet.
  private func spectral(_ last: Day, _ day: Day) -> Reading {
    let years = Double(Self.claimed.distance(to: last)) / 365.25
    return Reading(
      gauge: "\(Self.name), cyclical power", unit: Dimensionless.symbol,
      method: "power of yearly growth at periods of 6 to 32 quarters, after over before",
      absentBecause:
        "two whole cycles, \(Int(Self.yearsNeeded)) years, are needed after \(Self.claimed) and there are \((years * 10).rounded() / 10)",
      last: last, seenFrom: day)
  }

  private static func spread(_ growth: [Double], _ rows: [Int]) -> Double? {
    Moments.standardDeviation(rows.map { growth[$0] }).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Pairs of rows that stand six months apart in time, whatever rows were drawn.
  private static func memory(_ growth: [Double], _ rows: [Int]) -> Double? {
    let pairs = rows.filter { $0 >= lag }
    return Moments.correlation(pairs.map { growth[$0 - lag] }, pairs.map { growth[$0] })
  }

  /// Yearly growth of each column on the months on which all have it.
  private func growth(_ panel: Panel, through day: Day) throws(Absence) -> ([[Double]], [Day]) {
    var columns: [[Double]] = []
    do {
      for name in Self.columns { columns.append(SharedCycle.growth(try panel.column(name).values)) }
    } catch {
      throw Absence(reason: "\(error)")
    }
    let rows = panel.days.indices.filter { row in
      panel.days[row] <= day && columns.allSatisfy { $0[row].isFinite }
    }
    return (columns.map { column in rows.map { column[$0] } }, rows.map { panel.days[$0] })
  }
}
