import Markets
import Quantities
import Statistics

/// The state of the curves of implied volatility: each index over its neighbour, futures at fixed maturities, inversion.
///
/// A curve is inverted when its near end stands above its far end; which curve is always said, because the index curve and
/// the futures curve invert on different days.
public struct VolatilityCurveGauge: BriefGauge {
  public static let name = "VIX curve"
  public static let systems = ["S5"]

  static let indices = "market/vol_indices_daily.csv"
  static let futures = "market/vix_futures_curve_daily.csv"
  static let pairs = [
    (near: "vix9d_close", far: "vix_close", name: "VIX9D/VIX"),
    (near: "vix_close", far: "vix3m_close", name: "VIX/VIX3M"),
    (near: "vix_close", far: "vix6m_close", name: "VIX/VIX6M"),
  ]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.indices)
    var readings = Self.pairs.map { pair in
      do throws(Absence) {
        return try ratio(pair, table, data)
      } catch {
        return data.absence("\(Self.name), \(pair.name)", unit: Dimensionless.symbol, error)
      }
    }
    do throws(Absence) {
      readings += [try spells(table, data)] + (try futurePoints(data))
    } catch {
      readings.append(data.absence("VX curve", unit: "index", error))
    }
    return readings
  }

  private func ratio(_ pair: (near: String, far: String, name: String), _ table: KnownTable, _ data: KnownData)
    throws(Absence) -> Reading
  {
    let spell = try InversionSpells(table, near: pair.near, far: pair.far)
    let state = spell.isInverted ? "inverted for \(spell.currentLength) days" : "not inverted"
    return data.reading(
      "\(Self.name), \(pair.name)", spell.lastRatio, unit: Dimensionless.symbol, last: spell.lastDay, staleAfter: 4,
      method: "ratio of closes; above 1 is inverted: \(state); observed", columns: spell.columns)
  }

  private func spells(_ table: KnownTable, _ data: KnownData) throws(Absence) -> Reading {
    let spells = try InversionSpells(table, near: "vix_close", far: "vix3m_close", from: Day(2010, 1, 1))
    return data.reading(
      "VIX curve, share of days VIX/VIX3M inverted", spells.share, unit: Dimensionless.symbol, last: spells.lastDay,
      staleAfter: 4, method: "since 2010, \(spells.lengths.count) spells, median \(spells.medianLength) days",
      columns: spells.columns)
  }

  private func futurePoints(_ data: KnownData) throws(Absence) -> [Reading] {
    let curve = try VIXFuturesCurve(try data.table(Self.futures))
    return curve.points.map { point in
      data.reading(
        "VX, \(Int(point.maturity)) days", point.price, unit: "index", last: curve.day, staleAfter: 4,
        method: "constant maturity between neighbouring contracts, interpolated linearly", columns: curve.columns)
    } + [
      data.reading(
        "VX curve, first/second", curve.ratio, unit: Dimensionless.symbol, last: curve.day, staleAfter: 4,
        method: "ratio of the first two contracts; above 1 is inverted", columns: curve.columns)
    ]
  }
}

/// Days on which one volatility index closed above another.
struct InversionSpells {
  let columns: [String]
  let lastDay: Day
  let lastRatio: Double
  /// How many days each spell lasted.
  let lengths: [Int]
  let share: Double
  let currentLength: Int
  var isInverted: Bool { lastRatio > 1 }
  var medianLength: Int { lengths.isEmpty ? 0 : lengths.sorted()[lengths.count / 2] }

  init(_ table: KnownTable, near: String, far: String, from first: Day? = nil) throws(Absence) {
    let (a, b) = (try table.numbers(near), try table.numbers(far))
    columns = [near, far].map { "\(table.file): \($0)" }
    let rows = table.days.indices.filter { row in
      (first.map { table.days[row] >= $0 } ?? true) && a[row] > 0 && b[row] > 0
    }
    guard let last = rows.last else { throw Absence(reason: "\(table.file) has no day with both \(near) and \(far)") }
    (lastDay, lastRatio) = (table.days[last], a[last] / b[last])
    var (lengths, running) = ([Int](), 0)
    for row in rows {
      if a[row] > b[row] {
        running += 1
      } else if running > 0 {
        lengths.append(running)
        running = 0
      }
    }
    currentLength = running
    self.lengths = running > 0 ? lengths + [running] : lengths
    share = Double(self.lengths.reduce(0, +)) / Double(rows.count)
  }
}

/// The newest VIX futures of a file of constant ranks.
struct VIXFuturesCurve {
  let day: Day
  let points: [(maturity: Double, price: Double)]
  let ratio: Double
  let columns: [String]

  init(_ table: KnownTable) throws(Absence) {
    let ranks = (1...9).map { "vx\($0)" }
    var prices: [[Double]] = []
    for rank in ranks { prices.append(try table.numbers(rank)) }
    let (days, flags) = (try table.numbers("vx1_calendar_days_to_expiry"), try table.numbers("position_unreliable"))
    let usable = table.days.indices.last { row in
      flags[row] != 1 && !days[row].isNaN && !prices[0][row].isNaN && !prices[1][row].isNaN
    }
    guard let row = usable else { throw Absence(reason: "\(table.file) has no curve known on the day") }
    day = table.days[row]
    let (curve, first, last) = (prices.map { $0[row] }, days[row], table.days[row])
    points = [30.0, 60, 90, 180].compactMap { maturity in
      ConstantMaturity.price(of: curve, daysToFirst: first, on: last, maturity: maturity).map { (maturity, $0) }
    }
    ratio = curve[0] / curve[1]
    columns = (ranks + ["vx1_calendar_days_to_expiry"]).map { "\(table.file): \($0)" }
  }
}
