import Quantities
import Statistics

/// What a file of federal funds futures says of the meetings in another.
public enum CutOddsFile {
  /// Days after which prices say nothing of the next meeting.
  public static let oldest = 14

  /// The tree of meetings after the newest prices known on a day; the newest of all without one.
  ///
  /// - Throws: ``Absence`` naming the file and what is wrong.
  public static func tree(
    futures: [UInt8], named futuresFile: String, meetings: [UInt8], named meetingsFile: String, asOf day: Day?
  ) throws(Absence) -> (tree: MeetingTree, day: Day) {
    let curve = try RateFutures(futures, file: futuresFile, asOf: day ?? farthest)
    let seen = day ?? curve.lastDay
    let age = curve.lastDay.distance(to: seen)
    guard age <= oldest else {
      throw Absence(
        reason:
          "\(futuresFile) ends on \(curve.lastDay), \(age) days before \(seen): too old to price the next meeting; choose --as-of",
        last: curve.lastDay, isFault: true)
    }
    let dates = try PolicyMeetings(meetings, file: meetingsFile, asOf: seen)
    return (try MeetingTree(curve, meetings: dates, asOf: curve.lastDay), seen)
  }

  private static let farthest = Day(9990, 1, 1) ?? Day(number: 0)
}
