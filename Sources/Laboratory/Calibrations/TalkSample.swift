import Observatory
import Quantities
import Statistics

/// Days on which odds of a cut were open, what they moved, and where they went from there.
///
/// A day is in when odds stood between .05 and .95 the evening before, the quote before is at most five days old, and
/// both are for the same meeting. Selection looks back only, so it does not make moves revert.
public struct TalkSample: Sendable {
  public struct Move: Sendable {
    public let day: Day
    public let meeting: Day
    /// Change of odds, in expected quarter-point cuts.
    public let change: Double
    /// The same in log-odds, odds clipped to .02 ... .98.
    public let logOdds: Double
    /// Change of odds from here until 5, 10 and 20 quotes later, or the eve of the meeting if it comes first.
    public let later: [Double]
    /// Until the last quote before the meeting.
    public let untilEve: Double
    /// The same, in log-odds, five quotes later.
    public let laterLogOdds: Double
    public let speeches: Int
    public let isChair: Bool
  }

  public static let horizons = [5, 10, 20]
  public let moves: [Move]

  /// The moves up to a day; the fit ends where speeches do, half a year before the dated episode.
  public init(_ odds: CutOddsHistory, _ speeches: SpeechRecord, through last: Day = SpeechRecord.lastDense) {
    let quotes = odds.quotes.filter { $0.day <= last }
    moves = quotes.indices.dropFirst().compactMap { index in
      let (before, now) = (quotes[index - 1], quotes[index])
      guard before.meeting == now.meeting, before.day.distance(to: now.day) <= 5, (0.05...0.95).contains(before.odds)
      else { return nil }
      let ahead = quotes[index...].prefix { $0.meeting == now.meeting }
      guard ahead.count > 1, let eve = ahead.last else { return nil }
      let later = TalkSample.horizons.map { (index + $0 < ahead.endIndex ? quotes[index + $0] : eve).odds }
      return Move(
        day: now.day, meeting: now.meeting, change: now.odds - before.odds,
        logOdds: TalkSample.logOdds(now.odds) - TalkSample.logOdds(before.odds), later: later.map { $0 - now.odds },
        untilEve: eve.odds - now.odds, laterLogOdds: TalkSample.logOdds(later[0]) - TalkSample.logOdds(now.odds),
        speeches: speeches.count(after: before.day, through: now.day),
        isChair: speeches.hasChair(after: before.day, through: now.day))
    }
  }

  init(moves: [Move]) { self.moves = moves }

  public var talk: [Move] { moves.filter { $0.speeches > 0 } }
  public var quiet: [Move] { moves.filter { $0.speeches == 0 } }

  /// log(p/(1 − p)) with p clipped to .02 ... .98.
  public static func logOdds(_ odds: Double) -> Double {
    let p = min(max(odds, 0.02), 0.98)
    return Elementary.log(p / (1 - p))
  }

  /// A sample of as many meetings, drawn with replacement, all days of a meeting together.
  func resampled(_ sample: Int, _ draw: Draw) -> TalkSample {
    let groups = byMeeting
    return TalkSample(
      moves: groups.indices.flatMap { position in
        let u = draw.uniform(.meetingBootstrap, of: UInt32(position), on: Day(number: Int32(sample)))
        return groups[min(Int(u * Double(groups.count)), groups.count - 1)]
      })
  }

  private var byMeeting: [[Move]] {
    moves.reduce(into: []) { groups, move in
      if groups.last?.last?.meeting == move.meeting {
        groups[groups.count - 1].append(move)
      } else {
        groups.append([move])
      }
    }
  }
}

extension Stream {
  static let meetingBootstrap = Stream(112)
}
