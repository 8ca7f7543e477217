import Quantities
import Statistics

/// One series as it was known on a day: increasing dates, no missing value, never empty.
struct KnownSeries: Sendable {
  /// `file: column`, as readings name what they read.
  let source: String
  let days: [Day]
  let values: [Double]

  var last: Double { values[values.count - 1] }
  var lastDay: Day { days[days.count - 1] }

  /// The last value on or before a day, with its date; nil before the first.
  func known(on day: Day) -> (day: Day, value: Double)? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? (days[low - 1], values[low - 1]) : nil
  }

  /// The value of a date, or nil.
  func value(of day: Day) -> Double? { known(on: day).flatMap { $0.day == day ? $0.value : nil } }

  /// The value a number of months before the last one, within a fortnight of that date.
  func value(monthsBefore count: Int) throws(Absence) -> Double {
    let (year, month, day) = lastDay.civil
    let total = year * 12 + month - 1 - count
    guard let first = Day(total / 12, total % 12 + 1, 1) else { throw tooShort(count) }
    let wanted = min(first.advanced(by: day - 1), first.endOfMonth)
    guard let found = known(on: wanted.advanced(by: 3)), abs(found.day.distance(to: wanted)) <= 15 else {
      throw tooShort(count)
    }
    return found.value
  }

  private func tooShort(_ months: Int) -> Absence {
    Absence(reason: "\(source) has no value \(months) months before \(lastDay)", last: lastDay)
  }

  /// x_t / x_{t − 12 months} − 1.
  func growthOverYear() throws(Absence) -> Double { last / (try value(monthsBefore: 12)) - 1 }

  /// The values from a day on.
  func from(_ first: Day) -> KnownSeries? {
    let kept = days.indices.filter { days[$0] >= first }
    return kept.isEmpty
      ? nil : KnownSeries(source: source, days: kept.map { days[$0] }, values: kept.map { values[$0] })
  }

  /// Log changes from each value to the next; `nan` when either is not positive.
  var logChanges: [Double] {
    zip(values, values.dropFirst()).map { $0 > 0 && $1 > 0 ? Elementary.log($1 / $0) : .nan }
  }
}
