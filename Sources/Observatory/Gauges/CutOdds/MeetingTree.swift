import Quantities
import Statistics

/// What federal funds futures say of each meeting of the policy committee, as FedWatch reads them.
///
///     avg_m = (M start_m + (D − M) end_m)/D       M days of the month before the decision day, of D
///     change = (end − start)/25 bp = H + p,  |p| < 1:   H steps with probability 1 − |p|, one more with |p|
///
/// In a month without a meeting start = avg = end, and the month before ends there and the month after starts there.
/// Ends are then carried backward from month to month, starts forward where something is still unknown. Outcomes of
/// successive meetings are convolved as if independent.
///
/// The error bar is what half a tick of the price does to the rate solved for: half a tick · D/k, k the days of the month
/// on its side of the meeting. It says nothing of risk premia.
///
/// Sources: CME Group, *Understanding the CME FedWatch Tool methodology*; `pyfedwatch` 1.2.0.
/// Verified by: nine meetings of 2023-03-10 at 1e-9 and the CME's worked examples (ANCHORS T5).
public struct MeetingTree: Sendable {
  public struct Outcome: Sendable, Equatable {
    public let target: TargetRange
    public let probability: Double
  }

  public struct Meeting: Sendable {
    public let day: Day
    /// The effective rate expected before and after, in percent.
    public let start: Double
    public let end: Double
    /// By target, increasing; those without any probability left out.
    public let outcomes: [Outcome]
    /// What half a tick does to the rate after the meeting, in basis points.
    public let error: Double

    /// Σ p · middle of the range, in percent.
    public var expected: Double { outcomes.reduce(0) { $0 + $1.probability * $1.target.middle } }

    /// The steps of 25 bp that the meeting alone is expected to move.
    public var change: Double { (end - start) / TargetRange.step }
  }

  /// The target in force.
  public let target: TargetRange
  /// Meetings after the day, as far as contracts reach.
  public let meetings: [Meeting]

  /// - Throws: ``Absence`` when contracts are missing or two meetings fall into one month.
  public init(_ futures: RateFutures, meetings: PolicyMeetings, asOf day: Day) throws(Absence) {
    var opening = ContractMonth(of: day)
    // In a month without a decision to come the contract may be gone already.
    if futures.price(of: opening) == nil,
      !meetings.days.contains(where: { $0 > day && ContractMonth(of: $0) == opening })
    {
      opening = opening.advanced(by: 1)
    }
    let months = try MeetingTree.solved(futures, meetings.days, from: opening, after: day)
    let coming = months.filter { month in month.meeting.map { $0 > day } ?? false }
    guard let first = coming.first, let start = first.start else {
      throw Absence(reason: "no contract prices a meeting after \(day)", last: futures.lastDay)
    }
    let target = TargetRange(written: meetings.target, traded: 100 - start.price, on: day)
    var (paths, lowest) = ([1.0], 0)
    var listed: [Meeting] = []
    for month in coming {
      guard let meeting = month.meeting, let start = month.start, let end = month.end else { break }
      let change = (start.price - end.price) / TargetRange.step
      (paths, lowest) = MeetingTree.convolved(paths, lowest, change: change)
      let outcomes = paths.enumerated().compactMap { index, p in
        p > 0 ? Outcome(target: target.moved(by: lowest + index), probability: p) : nil
      }
      let error = month.isSolvedForStart ? max(start.error, end.error) : end.error
      listed.append(
        Meeting(
          day: meeting, start: 100 - start.price, end: 100 - end.price, outcomes: outcomes, error: error * 100))
    }
    (self.target, self.meetings) = (target, listed)
  }

  /// The distribution after one more meeting, and the steps of its lowest path.
  private static func convolved(_ paths: [Double], _ lowest: Int, change: Double) -> ([Double], Int) {
    let whole = change.rounded(.towardZero)
    let part = abs(change - whole)
    let (near, far) = (Int(whole), Int(whole) + (change < 0 ? -1 : 1))
    let least = min(near, far)
    var next = [Double](repeating: 0, count: paths.count + 1)
    for (index, p) in paths.enumerated() {
      next[index + near - least] += p * (1 - part)
      next[index + far - least] += p * part
    }
    return (next, lowest + least)
  }
}

extension MeetingTree {
  /// A price at the edge of a month and what half a tick does to it.
  private struct Edge {
    var price: Double
    var error: Double
  }

  private struct Month {
    let average: Double
    let length: Double
    /// The day of the month's meeting, and the days before and from it.
    let meeting: Day?
    var before: Double { Double((meeting?.dayOfMonth ?? 1) - 1) }
    var after: Double { length - before }
    var start: Edge?
    var end: Edge?
    var isSolvedForStart = false
  }

  private static func solved(
    _ futures: RateFutures, _ days: [Day], from first: ContractMonth, after day: Day
  ) throws(Absence) -> [Month] {
    var months: [Month] = []
    var next = first
    while let price = futures.price(of: next) {
      let meetings = days.filter { ContractMonth(of: $0) == next }
      // Meetings that are past need not be told apart: the month's end is read from the month after.
      guard meetings.count <= 1 || meetings.allSatisfy({ $0 <= day }) else {
        throw Absence(reason: "two meetings in \(next) share one contract", last: futures.lastDay)
      }
      months.append(Month(average: price, length: Double(next.length), meeting: meetings.last))
      next = next.advanced(by: 1)
    }
    guard !months.isEmpty else {
      throw Absence(reason: "there is no contract of \(first)", last: futures.lastDay)
    }
    copyFromQuietMonths(&months, before: futures.price(of: first.advanced(by: -1)), first, days)
    carryBackward(&months)
    carryForward(&months)
    return months
  }

  private static func copyFromQuietMonths(
    _ months: inout [Month], before price: Double?, _ first: ContractMonth, _ days: [Day]
  ) {
    let tick = RateFutures.halfTick
    if let price, !days.contains(where: { ContractMonth(of: $0) == first.advanced(by: -1) }) {
      months[0].start = Edge(price: price, error: tick)
    }
    for index in months.indices where months[index].meeting == nil {
      let edge = Edge(price: months[index].average, error: tick)
      (months[index].start, months[index].end) = (edge, edge)
      if index > 0, months[index - 1].meeting != nil { months[index - 1].end = edge }
      if index + 1 < months.count, months[index + 1].meeting != nil { months[index + 1].start = edge }
    }
  }

  private static func carryBackward(_ months: inout [Month]) {
    for index in months.indices.reversed() {
      let month = months[index]
      guard month.meeting != nil, let end = month.end else { continue }
      if month.start == nil, month.before > 0 {
        months[index].start = Edge(
          price: (month.length * month.average - month.after * end.price) / month.before,
          error: RateFutures.halfTick * month.length / month.before)
        months[index].isSolvedForStart = true
      }
      if index > 0, months[index - 1].end == nil { months[index - 1].end = months[index].start }
    }
  }

  private static func carryForward(_ months: inout [Month]) {
    for index in months.indices {
      if months[index].start == nil, index > 0 { months[index].start = months[index - 1].end }
      let month = months[index]
      guard month.meeting != nil, let start = month.start, month.end == nil else { continue }
      months[index].end = Edge(
        price: (month.length * month.average - month.before * start.price) / month.after,
        error: RateFutures.halfTick * month.length / month.after)
    }
  }
}
