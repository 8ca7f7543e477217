import Quantities
import Statistics

/// The odds that CME's FedWatch published for the next meeting, and the day's news beside their largest move.
public struct PublishedOddsGauge: BriefGauge {
  public static let name = "cut odds, published"
  public static let systems = ["S6"]

  static let odds = "market/fedwatch_probabilities_daily.csv"
  static let meetings = "market/fomc_meetings.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let path = try PublishedOdds(data)
    let columns =
      ["meeting_date", "target_low_bp", "probability"].map { "\(Self.odds): \($0)" }
      + ["\(Self.meetings): target_after_pct"]
    guard let last = path.cut.last else {
      throw Absence(reason: "\(Self.odds) prices no meeting after \(data.day)")
    }
    var readings = [
      data.reading(
        Self.name, last.odds, unit: Dimensionless.symbol, last: last.day, staleAfter: 4,
        method:
          "CME FedWatch, probability of a target below \(path.target) % after \(path.meeting); no interval published",
        columns: columns)
    ]
    readings.append(
      data.reading(
        "hike odds, published", last.hike, unit: Dimensionless.symbol, last: last.day, staleAfter: 4,
        method:
          "CME FedWatch, probability of a target above \(path.target) % after \(path.meeting); no interval published",
        columns: columns))
    let name = "cut less hike odds, largest published move in 30 days"
    readings.append(
      data.attempt(name, unit: Dimensionless.symbol) { () throws(Absence) in
        guard let move = OddsMove(path.cut.map { ($0.day, $0.odds - $0.hike) }, since: data.day.advanced(by: -30))
        else {
          throw Absence(reason: "no two neighbouring days of the last thirty differ", last: last.day)
        }
        return move.reading(name, PolicyNews(data), data, columns: columns)
      })
    return readings
  }
}

/// Published odds of a cut at the next meeting, day by day.
struct PublishedOdds {
  let meeting: Day
  /// The target in force, in percent.
  let target: Double
  private(set) var cut: [(day: Day, odds: Double, hike: Double)] = []

  init(_ data: KnownData) throws(Absence) {
    let announced = try data.series(PublishedOddsGauge.meetings, "target_after_pct")
    target = announced.last
    let table = try data.table(PublishedOddsGauge.odds)
    let (dates, lows, chances) = (
      try table.dates("meeting_date"), try table.numbers("target_low_bp"), try table.numbers("probability")
    )
    guard let next = dates.compactMap(\.self).filter({ $0 > data.day }).min() else {
      throw Absence(reason: "\(PublishedOddsGauge.odds) prices no meeting after \(data.day)", last: table.days.max())
    }
    meeting = next
    for row in table.days.indices where dates[row] == next && !chances[row].isNaN && !lows[row].isNaN {
      if cut.last?.day != table.days[row] { cut.append((table.days[row], 0, 0)) }
      if lows[row] < target * 100 - 15 { cut[cut.count - 1].odds += chances[row] }
      if lows[row] > target * 100 - 10 { cut[cut.count - 1].hike += chances[row] }
    }
  }
}
