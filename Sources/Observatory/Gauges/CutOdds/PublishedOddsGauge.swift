import Quantities
import Statistics

/// The odds that CME's FedWatch published for the next meeting, and the day's news beside their largest move.
///
/// Remarks and decisions dated on the day of the move are named; that they caused it is not said.
public struct PublishedOddsGauge: BriefGauge {
  public static let name = "cut odds, published"
  public static let systems = ["S6"]

  static let odds = "market/fedwatch_probabilities_daily.csv"
  static let meetings = "market/fomc_meetings.csv"
  static let speeches = "market/fed_speeches_scored.csv"

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
    if let move = path.largestMove(since: data.day.advanced(by: -30)), move.change != 0 {
      let news = try? events(on: move.day, data)
      let said = news.map { $0.isEmpty ? "no dated remark or decision that day" : $0.joined(separator: ", ") }
      readings.append(
        data.reading(
          "cut odds, largest move in 30 days", move.change, unit: Dimensionless.symbol, last: move.day, staleAfter: 30,
          method: "change from \(move.previous) to \(move.day); \(said ?? "no file of remarks"); cause not tested",
          columns: columns + ["\(Self.speeches): speaker"]))
    }
    return readings
  }

  /// Speeches and decisions of a day.
  private func events(on day: Day, _ data: KnownData) throws(Absence) -> [String] {
    let table = try data.table(Self.speeches)
    let speakers = try table.texts("speaker")
    let spoke = table.days.indices.filter { table.days[$0] == day }.map { "remarks of \(speakers[$0])" }
    let decided = try data.table(Self.meetings).days.contains(day) ? ["decision of the committee"] : []
    return decided + spoke
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

  func largestMove(since first: Day) -> (previous: Day, day: Day, change: Double)? {
    zip(cut, cut.dropFirst()).filter { $1.day >= first && $0.day.distance(to: $1.day) <= 5 }
      .map { (previous: $0.day, day: $1.day, change: $1.odds - $0.odds) }
      .max { abs($0.change) < abs($1.change) }
  }
}
