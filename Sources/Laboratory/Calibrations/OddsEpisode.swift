import Foundation
import Observatory
import Quantities
import Sectors
import Statistics

/// The dated episode of November 2025, which the fit has not seen, beside what the fit expects.
///
/// Odds of a cut on 2025-12-10 stood at 39 % on the 20th of November, at 71 % on the 21st after the president of the
/// New York Fed had seen "room for a further adjustment in the near term", and at 87 % on the 28th; the cut came.
public struct OddsEpisode: Sendable {
  public struct Reading: Sendable, Equatable {
    public let day: Day
    public let odds: Double
  }

  public let readings: [Reading]

  /// - Throws: ``Observatory/DataError`` when the file does not hold the readings of the 20th, 21st and 28th.
  public init(ofFile path: String) throws {
    let text = String(decoding: try DataFolder.bytes(ofFile: path), as: UTF8.self)
    readings = text.split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 2, let day = Day(iso: cells[0]), let odds = Double(cells[1]) else { return nil }
      return Reading(day: day, odds: odds / 100)
    }
    for day in OddsEpisode.days where odds(on: day) == nil {
      throw DataError(.noSuchValue, file: path, "there is no reading of \(day)", cure: "download it again")
    }
  }

  /// 2025-11-20, 2025-11-21 and 2025-11-28.
  static let days = [Day(number: 20_412), Day(number: 20_413), Day(number: 20_420)]

  private func odds(on day: Day) -> Double? { readings.first { $0.day == day }?.odds }

  /// The log-odds moved on the day of the remark.
  public var move: Double { change(0, 1) }
  /// The log-odds moved in the week after it.
  public var after: Double { change(1, 2) }

  private func change(_ from: Int, _ to: Int) -> Double {
    let ends = [from, to].map { TalkSample.logOdds(odds(on: OddsEpisode.days[$0]) ?? .nan) }
    return ends[1] - ends[0]
  }

  /// What the fit says of the episode.
  public struct Verdict: Sendable, Equatable {
    /// The share of days of talk in the fit's sample on which log-odds moved at least as far.
    public let shareAsLarge: Double
    /// The move over the spread of a remark of the chair's weight.
    public let remarkSpreads: Double
    /// The log-odds the fit expects to be given back in the four trading days after, and their spread.
    public let expectedAfter: Double
    public let spreadAfter: Double
    public let observedAfter: Double
    /// (observed − expected)/spread.
    public var distance: Double { (observedAfter - expectedAfter) / spreadAfter }
  }

  public func verdict(of model: FedCommunication, on sample: TalkSample) -> Verdict {
    let talk = sample.talk
    let given = (1 - 1 / model.overreaction.value) * (1 - Elementary.pow(2, -4 / model.reversalHalfLife.value))
    let size = model.remarkSize.value * model.chairWeight.value
    return Verdict(
      shareAsLarge: Double(talk.count { $0.logOdds.magnitude >= move.magnitude }) / Double(max(talk.count, 1)),
      remarkSpreads: move.magnitude / size, expectedAfter: -given * move,
      spreadAfter: Moments.standardDeviation(talk.map(\.laterLogOdds)) ?? .nan, observedAfter: after)
  }
}
