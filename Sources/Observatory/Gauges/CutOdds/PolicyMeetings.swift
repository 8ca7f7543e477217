import Quantities
import Statistics

/// Decision days of the policy committee, and the target in force on a day.
///
/// The dates of scheduled meetings are published long before; their outcomes, and unscheduled meetings, are known only on
/// their day.
public struct PolicyMeetings: Sendable {
  public let days: [Day]
  /// The last target announced by the day, in percent: the middle of a range, one of its ends, or a single target.
  public let target: Double?
  public let targetDay: Day?
  public let source: [String]

  public init(days: [Day], target: Double?, targetDay: Day? = nil, source: [String] = []) {
    (self.days, self.target, self.targetDay, self.source) = (days.sorted(), target, targetDay, source)
  }

  /// Reads `date[, target_after_pct][, unscheduled]`, looked at from a day.
  ///
  /// - Throws: ``Absence`` naming what is missing or wrong.
  public init(_ bytes: [UInt8], file: String, asOf day: Day) throws(Absence) {
    let known = try KnownTable.read(bytes, file: file, through: day)
    let planned = try KnownTable.read(bytes, file: file, through: day.advanced(by: 1200))
    let isUnscheduled = planned.has("unscheduled") ? try planned.texts("unscheduled") : []
    days = planned.days.indices.filter { row in
      planned.days[row] <= day || isUnscheduled.isEmpty || isUnscheduled[row] != "1"
    }.map { planned.days[$0] }.sorted()
    guard !days.isEmpty else { throw Absence(reason: "\(file) has no meeting") }
    var columns = ["date"]
    var announced: KnownSeries?
    if known.has("target_after_pct") {
      columns.append("target_after_pct")
      announced = try? known.series("target_after_pct")
    }
    (target, targetDay) = (announced?.last, announced?.lastDay)
    source = columns.map { "\(file): \($0)" }
  }
}

/// A target for the federal funds rate: a range of a quarter of a point, or one number before December 2008.
public struct TargetRange: Sendable, Equatable {
  /// In percent.
  public let low: Double
  public let high: Double
  public var middle: Double { (low + high) / 2 }

  public init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  static let step = 0.25

  /// The range that a written target means: the one of whose middle or ends it is, nearest to the rate that is traded.
  ///
  /// - Parameters:
  ///   - written: in percent; nil takes the range in which the traded rate lies.
  ///   - traded: the effective rate that futures imply, in percent.
  init(written: Double?, traded: Double, on day: Day) {
    let steps = (written ?? traded) / Self.step
    guard let written else {
      self.init(low: steps.rounded(.down) * Self.step, high: (steps.rounded(.down) + 1) * Self.step)
      return
    }
    let isEnd = abs(steps - steps.rounded()) < 0.02
    if isEnd, day < Day(2008, 12, 16) ?? day {
      self.init(low: written, high: written)
    } else if isEnd {
      let low = traded < written ? written - Self.step : written
      self.init(low: low, high: low + Self.step)
    } else {
      self.init(low: written - Self.step / 2, high: written + Self.step / 2)
    }
  }

  func moved(by steps: Int) -> TargetRange {
    TargetRange(low: low + Double(steps) * Self.step, high: high + Double(steps) * Self.step)
  }
}
