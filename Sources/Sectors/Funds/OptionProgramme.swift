import Accounting
import Markets
import Quantities

/// The standing programmes by which customers trade index options: who, what, how much and when.
///
/// | programme | holder | lines, strike over spot | when | expiry |
/// |---|---|---|---|---|
/// | puts | pension funds | long 95 % puts | every day | the monthly expiry three months on |
/// | weeklyPuts | pension funds | long 97 % puts | first day of the week | Friday of the week after |
/// | overwriting | mutual funds | short 102 % calls | first day of the week | the weekly expiry four weeks on |
/// | collar | mutual funds | long 95 %, short 80 % puts, short 104 % calls | quarter end | next quarter end |
/// | monthEnd | pension funds | long 98 % puts | month end | next month end |
/// | sameDay | households | short calls and puts at the money | every day | the same day |
public enum OptionProgramme: String, CaseIterable, Sendable {
  case puts, weeklyPuts, overwriting, collar, monthEnd, sameDay

  /// One line: positive is bought.
  public struct Line: Sendable, Equatable {
    public let right: OptionRight
    public let moneyness: Double
    public let weight: Double
  }

  public var lines: [Line] {
    switch self {
    case .puts: [Line(right: .put, moneyness: 0.95, weight: 1)]
    case .weeklyPuts: [Line(right: .put, moneyness: 0.97, weight: 1)]
    case .overwriting: [Line(right: .call, moneyness: 1.02, weight: -1)]
    case .collar:
      [
        Line(right: .put, moneyness: 0.95, weight: 1), Line(right: .put, moneyness: 0.8, weight: -1),
        Line(right: .call, moneyness: 1.04, weight: -1),
      ]
    case .monthEnd: [Line(right: .put, moneyness: 0.98, weight: 1)]
    case .sameDay:
      [Line(right: .call, moneyness: 1, weight: -1), Line(right: .put, moneyness: 1, weight: -1)]
    }
  }

  /// The sector whose cash the programme's gains and losses are.
  public var holder: Sector {
    switch self {
    case .puts, .weeklyPuts, .monthEnd: .pensionFunds
    case .overwriting, .collar: .mutualFunds
    case .sameDay: .households
    }
  }

  /// The part of the programme's size that is ordered on a day at usual eagerness.
  func part(on day: Day, _ calendar: TradingCalendar) -> Double {
    switch self {
    case .puts: 1.0 / 63
    case .weeklyPuts: isFirstOfWeek(day, calendar) ? 1 : 0
    case .overwriting: isFirstOfWeek(day, calendar) ? 0.25 : 0
    case .collar: calendar.isLastOfQuarter(day) ? 1 : 0
    case .monthEnd: calendar.isLastOfMonth(day) ? 1 : 0
    case .sameDay: 1
    }
  }

  private func isFirstOfWeek(_ day: Day, _ calendar: TradingCalendar) -> Bool {
    calendar.previous(before: day).weekday > day.weekday
  }

  /// When what is ordered on a day expires.
  public func expiry(of day: Day, _ calendar: TradingCalendar) -> Day {
    switch self {
    case .puts: calendar.monthlyExpiry(inMonthOf: day.advanced(by: 91))
    case .weeklyPuts: calendar.weeklyExpiry(inWeekOf: day.advanced(by: 7))
    case .overwriting: calendar.weeklyExpiry(inWeekOf: day.advanced(by: 28))
    case .collar: calendar.lastOfMonth(day.startOfMonth.advanced(by: 92))
    case .monthEnd: calendar.lastOfMonth(day.startOfMonth.advanced(by: 32))
    case .sameDay: day
    }
  }

  /// Whether eagerness to hedge changes how much is bought.
  private var isProtection: Bool { self == .puts || self == .weeklyPuts }

  /// What is ordered of each programme on a day, over its size.
  static func due(on day: Day, _ calendar: TradingCalendar, eagerness: Double) -> [Double] {
    allCases.map { $0.part(on: day, calendar) * ($0.isProtection ? eagerness : 1) }
  }
}
