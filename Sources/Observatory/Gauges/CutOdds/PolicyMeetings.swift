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
    do {
      try self.init(try DatedFile(bytes, file: file, dated: .usual), asOf: day)
    } catch let error as DataError {
      throw Absence(error)
    } catch let error as Absence {
      throw error
    } catch { throw Absence(reason: "\(file): \(error)", isFault: true) }
  }

  private init(_ source: DatedFile, asOf day: Day) throws {
    let known = try KnownTable(source, through: day, lag: 0)
    let planned = try KnownTable(source, through: day.advanced(by: 1200), lag: 0)
    let marks = planned.has("unscheduled") ? try planned.texts("unscheduled").map { $0.lowercased() } : []
    days = planned.days.indices.filter { row in
      planned.days[row] <= day || marks.isEmpty || !["1", "1.0", "true", "yes", "y"].contains(marks[row])
    }.map { planned.days[$0] }.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    guard !days.isEmpty else {
      throw Absence(reason: "\(source.file) has no meeting up to \(day.advanced(by: 1200))")
    }
    let announced = try known.seriesIfAny("target_after_pct")
    if let announced, !(-5...50).contains(announced.last) {
      throw Absence(
        reason: "\(source.file): the target of \(announced.lastDay) is \(announced.last); write it in percent",
        isFault: true)
    }
    (target, targetDay) = (announced?.last, announced?.lastDay)
    self.source = (["date"] + (announced == nil ? [] : ["target_after_pct"])).map { "\(source.file): \($0)" }
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
