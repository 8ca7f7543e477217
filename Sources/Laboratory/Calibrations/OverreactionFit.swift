import Observatory
import Quantities
import Sectors
import Statistics

/// The parameters of ``Sectors/FedCommunication``, measured on daily odds and dated speeches without the episode.
///
///     b(h)  slope of the odds' change over h days on the change of a day on which somebody spoke
///     ω     = 1/(1 + b(eve))                             what is left on the eve of the meeting is what was told
///     H     minimises Σ_h (b(h) + (1 − 1/ω)(1 − 2^(−h/H)))²,  h = 5, 10, 20
///     s²    = (variance of log-odds on days of talk − on quiet days)/speeches a day of talk
///     w²s²  the same for days on which the chair spoke
///     φ     slope of the average rate of the next twelve months on a quarter point times the change of odds
///     γ     slope of stocks on the one-year rate in press conferences beyond that in statements, sign turned
///
/// Intervals of 90 % are from resampling meetings with all their days; that of γ is normal, that of remarks Poisson's. Odds in expected cuts are a
/// martingale of an efficient market: b = 0 and ω = 1 mean that nothing is overdone.
public struct OverreactionFit: Sendable {
  public struct Estimate: Sendable, Equatable {
    /// As the parameter is called, or what was measured beside.
    public let name: String
    public let value: Double
    public let low: Double
    public let high: Double
    public let count: Int
  }

  /// The files it reads.
  public static let files = [
    "fed_funds_futures_curve_daily.csv", "fedwatch_probabilities_daily.csv", "fed_speeches_scored.csv",
    "fomc_meetings.csv", "fomc_event_moves_usmpd.csv",
  ]
  /// One for each calibrated parameter.
  public let parameters: [Estimate]
  /// Slopes on days of talk and on quiet days, and the response of stocks.
  public let beside: [Estimate]
  public let sample: TalkSample
  public static let samples = 1000

  public init(_ data: DataFolder) throws {
    let odds = try CutOddsHistory(data)
    let speeches = try SpeechRecord(data)
    let sample = TalkSample(odds, speeches)
    self.sample = sample
    let path = try PathSample(data, sample)
    let draw = Draw(seed: 1, replicate: 0)
    let resamples = (0..<OverreactionFit.samples).map { sample.resampled($0, draw) }
    func estimate(_ name: String, _ count: Int, _ statistic: (TalkSample) -> Double?) -> Estimate {
      let band = QuantileBand(resamples.compactMap(statistic), level: 0.9)
      return Estimate(
        name: name, value: statistic(sample) ?? .nan, low: band?.low ?? .nan, high: band?.high ?? .nan, count: count)
    }
    let (talk, quiet) = (sample.talk.count, sample.quiet.count)
    let remarks = speeches.remarks(odds.meetings)
    let moves = try MeetingMoves(data)
    parameters = [
      OverreactionFit.normal(
        "remarksADay", remarks.aDay, remarks.aDay / Double(remarks.count).squareRoot(), remarks.count),
      estimate("overreaction", talk) { OverreactionFit.overreaction(in: $0.talk) },
      estimate("remarkSize", talk) { OverreactionFit.remarkSize(in: $0) },
      estimate("chairWeight", sample.talk.count(where: \.isChair)) { OverreactionFit.chairWeight(in: $0) },
      estimate("reversalHalfLife", talk) { OverreactionFit.halfLife(in: $0.talk) },
      estimate("pathResponse", path.count) { path.slope(on: $0.talk) },
      try OverreactionFit.tone(moves),
    ]
    beside =
      TalkSample.horizons.indices.flatMap { h in
        let days = TalkSample.horizons[h]
        return [
          estimate("slope on talk, \(days) days", talk) { OverreactionFit.slope($0.talk) { $0.later[h] } },
          estimate("slope on quiet, \(days) days", quiet) { OverreactionFit.slope($0.quiet) { $0.later[h] } },
        ]
      } + [
        estimate("slope on talk, to the eve", talk) { OverreactionFit.slope($0.talk, \.untilEve) },
        estimate("slope on quiet, to the eve", quiet) { OverreactionFit.slope($0.quiet, \.untilEve) },
      ]
      + (try MeetingMoves.Window.allCases.compactMap { window in
        try moves.response(in: window).map { response in
          OverreactionFit.normal(
            "stocks, % per pp: \(window.rawValue)", response.slope, response.standardError, response.count)
        }
      })
  }

  static func slope(_ moves: [TalkSample.Move], _ later: (TalkSample.Move) -> Double) -> Double? {
    OverreactionFit.slope(of: moves.map(later), on: moves.map(\.change))
  }

  static func slope(of y: [Double], on x: [Double]) -> Double? {
    guard let joint = Moments.covariance(x, y), let spread = Moments.variance(x), spread > 0 else { return nil }
    return joint / spread
  }

  /// ω; endless when all of a move is given back.
  static func overreaction(in talk: [TalkSample.Move]) -> Double? {
    slope(talk, \.untilEve).map { 1 / max(1 + $0, 0.01) }
  }

  static func meanSquare(_ moves: [TalkSample.Move]) -> Double? { Moments.mean(moves.map { $0.logOdds * $0.logOdds }) }

  /// s; zero when days of talk are no wilder than quiet ones.
  static func remarkSize(in sample: TalkSample) -> Double? {
    guard let talk = meanSquare(sample.talk), let quiet = meanSquare(sample.quiet),
      let speeches = Moments.mean(sample.talk.map { Double($0.speeches) })
    else { return nil }
    return (max(talk - quiet, 0) / speeches).squareRoot()
  }

  /// w; nil when days of talk are no wilder than quiet ones.
  static func chairWeight(in sample: TalkSample) -> Double? {
    guard let usual = remarkSize(in: sample), usual > 0, let quiet = meanSquare(sample.quiet),
      let chair = meanSquare(sample.talk.filter(\.isChair))
    else { return nil }
    return max(chair - quiet, 0).squareRoot() / usual
  }

  /// H on a grid of whole days up to a quarter.
  static func halfLife(in talk: [TalkSample.Move]) -> Double? {
    guard let ω = overreaction(in: talk) else { return nil }
    let slopes = TalkSample.horizons.indices.map { h in slope(talk) { $0.later[h] } ?? .nan }
    func loss(_ life: Int) -> Double {
      zip(TalkSample.horizons, slopes).reduce(0) { sum, pair in
        let gap = pair.1 + (1 - 1 / ω) * (1 - Elementary.pow(2, -Double(pair.0) / Double(life)))
        return sum + gap * gap
      }
    }
    return (1...63).min { loss($0) < loss($1) }.map(Double.init)
  }

  private static func tone(_ moves: MeetingMoves) throws -> Estimate {
    guard let talk = try moves.response(in: .pressConference), let act = try moves.response(in: .statement) else {
      return Estimate(name: "toneResponse", value: .nan, low: .nan, high: .nan, count: 0)
    }
    let error = (talk.standardError * talk.standardError + act.standardError * act.standardError).squareRoot()
    return normal("toneResponse", act.slope - talk.slope, error, talk.count)
  }

  private static func normal(_ name: String, _ value: Double, _ error: Double, _ count: Int) -> Estimate {
    Estimate(name: name, value: value, low: value - 1.645 * error, high: value + 1.645 * error, count: count)
  }
}
