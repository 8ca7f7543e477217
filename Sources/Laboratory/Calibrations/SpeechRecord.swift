import Observatory
import Quantities

/// On which days officials of the Federal Reserve spoke.
public struct SpeechRecord: Sendable {
  /// The speeches, in order of days.
  private let days: [Day]
  private let chair: [Day]

  /// The last day to which the scored file is dense; after it come one speech and a hole.
  public static let lastDense = Day(number: 20_201)  // 2025-04-23

  private static let chairs = [
    ("Alan Greenspan", Day(1987, 8, 11), Day(2006, 1, 31)), ("Ben Bernanke", Day(2006, 2, 1), Day(2014, 1, 31)),
    ("Janet Yellen", Day(2014, 2, 3), Day(2018, 2, 3)), ("Jerome Powell", Day(2018, 2, 5), Day(2026, 5, 15)),
  ]

  public init(_ data: DataFolder) throws {
    let table = try data.table("fed_speeches_scored")
    days = table.days.sorted()
    let speakers = table.texts.first { $0.name == "speaker" }?.values ?? []
    chair = zip(table.days, speakers).filter { day, speaker in
      SpeechRecord.chairs.contains { name, first, last in
        name == speaker && first.map { $0 <= day } ?? false && last.map { day <= $0 } ?? false
      }
    }
    .map(\.0)
  }

  /// How many speeches there were after one day and up to another.
  public func count(after first: Day, through last: Day) -> Int { days.count { $0 > first && $0 <= last } }

  /// Whether the chair spoke after one day and up to another.
  public func hasChair(after first: Day, through last: Day) -> Bool { chair.contains { $0 > first && $0 <= last } }

  /// Speeches outside the blackout, and how many of them an official makes on an open day outside it: nineteen officials,
  /// 1994 to 2024.
  public func remarks(_ meetings: ScheduledMeetings) -> (aDay: Double, count: Int) {
    let years = Day(number: 8825)...Day(number: 20_088)  // 1994-03-01 ... 2024-12-31
    let spoken = days.count { years.contains($0) && !meetings.isBlackout($0) }
    let open = years.count { TradingCalendar.nyse.isOpen($0) && !meetings.isBlackout($0) }
    return (Double(spoken) / Double(max(open, 1)) / 19, spoken)
  }
}
