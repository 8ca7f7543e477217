import Observatory
import Quantities
import Statistics

/// What futures said of the next scheduled meeting of the committee, day by day.
///
///     avg  = (k pre + (N − k) post)/N        the contract of the meeting's month: k of its N days before the change
///     odds = (pre − post)/¼ pp
///
/// post is the contract of the month after if that has no meeting, else pre is that of the month before. Odds are
/// expected quarter-point cuts, so they are a martingale of an efficient market, below 0 when a rise is expected and
/// above 1 when more than one cut is. Futures reach to 2023-09; then come the published FedWatch probabilities of a cut,
/// for the days on which the next meeting is among them.
public struct CutOddsHistory: Sendable {
  public struct Quote: Sendable, Equatable {
    public let day: Day
    public let meeting: Day
    public let odds: Double
  }

  /// In order of days.
  public let quotes: [Quote]
  public let meetings: ScheduledMeetings

  /// - Throws: ``Observatory/DataError``.
  public init(_ data: DataFolder) throws {
    meetings = try ScheduledMeetings(data)
    let futures = try CutOddsHistory.futures(data, meetings)
    let published = try CutOddsHistory.published(data, meetings)
    quotes = futures + published.filter { quote in futures.last.map { $0.day < quote.day } ?? true }
  }

  private static func futures(_ data: DataFolder, _ meetings: ScheduledMeetings) throws -> [Quote] {
    let panel = try data.panel("fed_funds_futures_curve_daily")
    let contracts = try (0...18).map { try panel.column("ff_m\($0 < 10 ? "0" : "")\($0)_price") }
    return panel.days.indices.compactMap { row in
      let day = panel.days[row]
      guard let meeting = meetings.next(after: day) else { return nil }
      func rate(_ month: Int) -> Double? {
        let ahead = month - day.monthNumber
        return contracts.indices.contains(ahead) ? contracts[ahead][row].map { 100 - $0 } : nil
      }
      return odds(of: meeting, meetings, rate).map { Quote(day: day, meeting: meeting, odds: $0) }
    }
  }

  /// The odds in the rates of the months about a meeting; nil where they do not tell.
  static func odds(of meeting: Day, _ meetings: ScheduledMeetings, _ rate: (_ month: Int) -> Double?) -> Double? {
    let month = meeting.monthNumber
    let (days, before) = (Double(meeting.endOfMonth.dayOfMonth), Double(meeting.dayOfMonth))
    guard let average = rate(month) else { return nil }
    if !meetings.isIn(month: month + 1) {
      return rate(month + 1).map { post in (average - post) * days / before / 0.25 }
    }
    guard !meetings.isIn(month: month - 1), days - before >= 5, let pre = rate(month - 1) else { return nil }
    return (pre - average) * days / (days - before) / 0.25
  }

  private static func published(_ data: DataFolder, _ meetings: ScheduledMeetings) throws -> [Quote] {
    let table = try data.table("fedwatch_probabilities_daily").rows(where: "source", is: "cme_fedwatch_download")
    let dates = table.texts.first { $0.name == "meeting_date" }?.values ?? []
    let columns = try ["target_high_bp", "probability"].map { name in
      guard let column = table.numbers.first(where: { $0.name == name }) else {
        throw DataError(.noSuchColumn, file: table.file, "there is no column '\(name)'", cure: "download it again")
      }
      return column.values
    }
    return table.days.indices.reduce(into: [Quote]()) { quotes, row in
      let day = table.days[row]
      guard row < dates.count, let meeting = Day(iso: dates[row]), meeting == meetings.next(after: day),
        let target = meetings.target(after: day)
      else { return }
      // The middle of the range is an eighth below its upper end.
      let part = columns[0][row] / 100 < target + 0.12 ? columns[1][row] : 0
      if let last = quotes.last, last.day == day {
        quotes[quotes.count - 1] = Quote(day: day, meeting: meeting, odds: last.odds + part)
      } else {
        quotes.append(Quote(day: day, meeting: meeting, odds: part))
      }
    }
  }
}

/// The scheduled meetings of the committee since 1994, and the target range's middle after each.
public struct ScheduledMeetings: Sendable {
  public let days: [Day]
  private let changes: [(day: Day, target: Double)]
  private let months: [Int]

  public init(_ data: DataFolder) throws {
    let panel = try data.panel("fomc_meetings")
    let (unscheduled, target) = (try panel.column("unscheduled"), try panel.column("target_after_pct"))
    let first = Day(number: 8766)  // 1994-01-01
    days = panel.days.indices.filter { panel.days[$0] >= first && unscheduled[$0] != 1 }.map { panel.days[$0] }
    changes = panel.days.indices.compactMap { row in target[row].map { (panel.days[row], $0) } }
    months = days.map(\.monthNumber)
  }

  /// The first meeting after a day.
  public func next(after day: Day) -> Day? {
    let index = days.lowerBound { $0 <= day }
    return index < days.count ? days[index] : nil
  }

  /// Whether officials keep silent: from eleven days before a decision through the day after it.
  public func isBlackout(_ day: Day) -> Bool {
    next(after: day.advanced(by: -2)).map { day.distance(to: $0) <= 11 } ?? false
  }

  func isIn(month: Int) -> Bool { months.contains(month) }

  /// The target in per cent that holds at the end of a day.
  func target(after day: Day) -> Double? {
    let index = changes.lowerBound { $0.day <= day }
    return index > 0 ? changes[index - 1].target : nil
  }
}

extension Day {
  /// Months since the year 0.
  var monthNumber: Int { civil.year * 12 + civil.month - 1 }
}

extension Array {
  /// How many leading elements satisfy a condition that holds for a prefix. O(log n).
  fileprivate func lowerBound(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
