import Quantities
import Statistics

/// The dated news of monetary policy: decisions, releases and who spoke.
///
/// Laid beside a move in odds, it says what happened that day and nothing about cause.
struct PolicyNews: Sendable {
  private let dated: [(day: Day, text: String)]
  let columns: [String]
  /// What of it is there and cannot be read.
  let fault: String?

  static let speeches = "market/fed_speeches_scored.csv"
  static let meetings = "market/fomc_meetings.csv"
  static let events = "market/fomc_event_moves_usmpd.csv"

  /// What of it the folder has; empty when it has none.
  init(_ data: KnownData) {
    var (dated, columns): ([(day: Day, text: String)], [String]) = ([], [])
    var fault: String?
    func read(_ file: String, _ column: String, _ text: (KnownTable) throws(Absence) -> [String]) {
      do throws(Absence) {
        let table = try data.table(file)
        dated += zip(table.days, try text(table)).map { ($0, $1) }
        columns.append("\(file): \(column)")
      } catch {
        if error.isFault { fault = error.reason }
      }
    }
    read(Self.speeches, "speaker") { table throws(Absence) in try table.texts("speaker").map { "remarks of \($0)" } }
    read(Self.events, "event_type") { table throws(Absence) in
      try table.texts("event_type").map { $0.replacing("_", with: " ") }
    }
    read(Self.meetings, "date") { table throws(Absence) in table.days.map { _ in "decision" } }
    (self.dated, self.columns, self.fault) = (dated, columns, fault)
  }

  /// The news of two days and those between in a sentence.
  func sentence(from first: Day, through last: Day) -> String {
    let news = dated.filter { first <= $0.day && $0.day <= last }.sorted { $0.day < $1.day }
    return news.isEmpty ? "no dated remark or decision" : news.map { "\($0.text) on \($0.day)" }.joined(separator: ", ")
  }
}

/// The largest change of odds from one day to the next.
struct OddsMove: Sendable {
  let before: Day
  let day: Day
  let change: Double

  /// nil when no two neighbouring days, at most five apart, lie in the window, or nothing moved.
  init?(_ path: [(day: Day, odds: Double)], since first: Day) {
    let moves = zip(path, path.dropFirst()).filter { $1.day >= first && $0.day.distance(to: $1.day) <= 5 }
    guard let largest = moves.max(by: { abs($0.1.odds - $0.0.odds) < abs($1.1.odds - $1.0.odds) }),
      largest.0.odds != largest.1.odds
    else { return nil }
    (before, day) = (largest.0.day, largest.1.day)
    change = largest.1.odds - largest.0.odds
  }

  /// The reading of the move, with the news of its day.
  func reading(_ name: String, _ news: PolicyNews, _ data: KnownData, columns: [String]) -> Reading {
    var reading = data.reading(
      name, change, unit: Dimensionless.symbol, last: day, staleAfter: 30,
      method: "change from \(before) to \(day); \(news.sentence(from: before, through: day)); cause not tested",
      columns: columns + news.columns)
    if let fault = news.fault { reading = reading.warning("news not read: \(fault)") }
    return reading
  }
}
