import Quantities
import Statistics

/// The probability, from federal funds futures, that the policy rate will be lower after the next meeting.
///
/// The interval is half a tick of the contract's price, as ``MeetingTree`` says; the rate expected a year ahead is read
/// beside it, from the tree and from ``RateStepFit``.
public struct CutOddsGauge: BriefGauge {
  public static let name = "cut odds"
  public static let systems = ["S6"]

  public var futures: String
  public var meetings: String
  /// Days after which a curve is too old to say anything of the next meeting.
  static let oldest = 14

  public init(
    futures: String = "market/fed_funds_futures_curve_daily.csv", meetings: String = "market/fomc_meetings.csv"
  ) {
    (self.futures, self.meetings) = (futures, meetings)
  }

  private var method: String { "month averages of federal funds futures, FedWatch's propagation; half a tick" }

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(futures)
    let curve = try RateFutures(table)
    let dates = try PolicyMeetings(try data.bytes(of: meetings), file: meetings, asOf: data.day)
    let age = curve.lastDay.distance(to: data.day)
    guard age <= Self.oldest else {
      throw Absence(
        reason: "\(futures) ends on \(curve.lastDay), \(age) days before: too old to price the next meeting",
        last: curve.lastDay)
    }
    let readings = try readings(of: curve, dates, on: data)
    let name = "cut less hike odds, largest move in 30 days"
    return readings + [
      data.attempt(name, unit: Dimensionless.symbol) { () throws(Absence) in
        let path = try Self.path(table, dates, through: curve.lastDay)
        guard let move = OddsMove(path, since: data.day.advanced(by: -30)) else {
          throw Absence(
            reason: "no two days of the last thirty price the next meeting differently", last: curve.lastDay)
        }
        return move.reading(name, PolicyNews(data), data, columns: curve.source + dates.source)
      }
    ]
  }

  /// Cut less hike odds of the next meeting on each of the last thirty days of prices.
  private static func path(_ table: KnownTable, _ dates: PolicyMeetings, through last: Day) throws(Absence) -> [(
    day: Day, odds: Double
  )] {
    guard let meeting = dates.days.first(where: { $0 > last }) else { return [] }
    let days = table.days.filter { $0.distance(to: last) <= 30 }
    var path: [(day: Day, odds: Double)] = []
    for day in days.sorted().reduce(into: [Day](), { if $0.last != $1 { $0.append($1) } }) {
      do throws(Absence) {
        let tree = try MeetingTree(try RateFutures(table, on: day), meetings: dates, asOf: day)
        guard let next = tree.meetings.first(where: { $0.day == meeting }) else { continue }
        path.append((day, next.probability(below: tree.target) - next.probability(above: tree.target)))
      } catch {
        // A day without prices, or before the first contract, is passed over; a broken row is not.
        if error.isFault { throw error }
      }
    }
    return path
  }

  private func readings(of curve: RateFutures, _ dates: PolicyMeetings, on data: KnownData) throws(Absence)
    -> [Reading]
  {
    let tree = try MeetingTree(curve, meetings: dates, asOf: curve.lastDay)
    guard let next = tree.meetings.first, let last = tree.meetings.last else {
      throw Absence(reason: "no contract prices a meeting after \(data.day)", last: curve.lastDay)
    }
    let columns = curve.source + dates.source
    let (cut, error) = (next.probability(below: tree.target), next.error / 25)
    let hike = next.probability(above: tree.target)
    func odds(_ name: String, _ p: Double) -> Reading {
      data.reading(
        name, p, low: max(0, p - error), high: min(1, p + error), unit: Dimensionless.symbol, last: curve.lastDay,
        staleAfter: 4, method: "\(method); meeting of \(next.day)", columns: columns)
    }
    var readings = [odds(Self.name, cut), odds("hike odds", hike)]
    readings.append(
      data.reading(
        "expected policy rate", last.expected, low: last.expected - last.error / 100,
        high: last.expected + last.error / 100, unit: "%", last: curve.lastDay, staleAfter: 4,
        method: "\(method); middle of the target after \(last.day), the last meeting priced", columns: columns))
    if let fit = RateStepFit(curve, meetings: dates, asOf: curve.lastDay), let end = fit.meetings.last {
      let (rate, spread) = (fit.opening + fit.steps.reduce(0, +), 1.645 * (fit.standardErrors.max() ?? 0))
      readings.append(
        data.reading(
          "expected policy rate, least squares", rate, low: rate - spread, high: rate + spread, unit: "%",
          last: curve.lastDay, staleAfter: 4,
          method:
            "steps at meetings fitted to all contracts; effective rate after \(end); 90 % of the largest step's error",
          columns: columns))
    }
    return readings
  }
}

extension MeetingTree.Meeting {
  public func probability(below target: TargetRange) -> Double {
    outcomes.filter { $0.target.middle < target.middle - 0.01 }.reduce(0) { $0 + $1.probability }
  }

  public func probability(above target: TargetRange) -> Double {
    outcomes.filter { $0.target.middle > target.middle + 0.01 }.reduce(0) { $0 + $1.probability }
  }
}
