import Quantities

/// Round dates inside a span, with a short label and, where the year is new to the eye, the year below it.
struct DateTicks {
  struct Tick: Equatable {
    let day: Day
    let label: String
    var year: String?
  }

  private(set) var ticks: [Tick] = []

  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)

    /// Average length in days.
    var length: Double {
      switch self {
      case .days(let n): Double(n)
      case .months(let n): Double(n) * 30.44
      case .years(let n): Double(n) * 365.25
      }
    }
  }

  private static let steps: [Step] =
    [.days(1), .days(2), .days(7), .days(14), .months(1), .months(2), .months(3), .months(6)]
    + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(Step.years)
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// - Parameter count: The most ticks there is room for.
  init(from first: Day, through last: Day, atMost count: Int) {
    guard (1600...9999).contains(first.year), (1600...9999).contains(last.year), first <= last else { return }
    let span = Double(first.distance(to: last))
    guard let step = DateTicks.steps.first(where: { span / $0.length <= Double(max(1, count)) }) else { return }
    ticks = DateTicks.days(step, from: first, through: last).map { DateTicks.tick($0, step) }
    if case .years = step { return }
    for index in ticks.indices where index == 0 || ticks[index - 1].day.year != ticks[index].day.year {
      ticks[index].year = String(ticks[index].day.year)
    }
  }

  private static func days(_ step: Step, from first: Day, through last: Day) -> [Day] {
    let candidates: [Day?]
    switch step {
    case .days(let n):
      // Weeks begin on Monday; shorter steps on the first day.
      let start = n >= 7 ? first.advanced(by: (8 - first.weekday) % 7) : first
      candidates = stride(from: 0, through: max(-1, start.distance(to: last)), by: n).map { start.advanced(by: $0) }
    case .months(let n):
      let start = (first.year * 12 + first.month - 1) / n * n
      candidates = stride(from: start, through: last.year * 12 + last.month - 1, by: n).map {
        Day($0 / 12, $0 % 12 + 1, 1)
      }
    case .years(let n):
      candidates = stride(from: first.year / n * n, through: last.year, by: n).map { Day($0, 1, 1) }
    }
    return candidates.compactMap { $0 }.filter { $0 >= first && $0 <= last }
  }

  private static func tick(_ day: Day, _ step: Step) -> Tick {
    switch step {
    case .days: Tick(day: day, label: "\(day.dayOfMonth) \(months[day.month - 1])")
    case .months: Tick(day: day, label: months[day.month - 1])
    case .years: Tick(day: day, label: String(day.year))
    }
  }
}
