import Foundation
import Observatory
import Quantities
import Sectors
import Statistics

extension OverreactionFit {
  /// The committed page of this calibration: values, intervals, the dated episode, and what was read.
  ///
  /// - Throws: ``Observatory/DataError`` when a file cannot be read.
  public func record(episode: OddsEpisode, of data: DataFolder) throws -> String {
    let hashes = try OverreactionFit.files.map { "| `\($0)` | `\(try data.hash(of: $0))` |" }
    return
      ([
        "# Calibration: overreaction", "",
        "Written by `OverreactionFit`, never by hand; `OverreactionFitTests` fits again and compares. As of",
        "\(SpeechRecord.lastDense), the last day of dense speeches; seed 1, \(OverreactionFit.samples) resamples of meetings, intervals of 90 %.",
        "", "## Parameters of `fedCommunication`", "",
      ] + OverreactionFit.table(parameters) + ["", OverreactionFit.finding(parameters), "", "## Measured beside", ""]
      + OverreactionFit.table(beside) + ["", "## The dated episode, not fitted", ""] + sentences(episode)
      + ["", "## Data", "", "| file | SHA-256 |", "|---|---|"] + hashes + [""]).joined(separator: "\n")
  }

  private static func table(_ estimates: [Estimate]) -> [String] {
    ["| what | value | low | high | observations |", "|---|---|---|---|---|"]
      + estimates.map { e in
        "| \(e.name) | \(e.value.rounded3) | \(e.low.rounded3) | \(e.high.rounded3) | \(e.count) |"
      }
  }

  private static func finding(_ parameters: [Estimate]) -> String {
    guard let ω = parameters.first(where: { $0.name == "overreaction" }) else { return "" }
    return ω.low <= 1
      ? "The interval of overreaction includes 1: the data do not tell it from a market that hears no more than is said."
      : "The interval of overreaction lies above 1: odds move by more than is said."
  }

  private func sentences(_ episode: OddsEpisode) -> [String] {
    let verdict = episode.verdict(of: FedCommunication(), on: sample)
    let isReversed = verdict.observedAfter * episode.move < 0
    let isFar = verdict.distance.magnitude > 1.645
    return [
      "- On 2025-11-21 log-odds moved \(episode.move.rounded3): \(verdict.remarkSpreads.rounded3) times the spread of a remark of the chair's weight;",
      "  \((verdict.shareAsLarge * 100).rounded3) % of the days of talk in the sample moved as far, whatever moved them.",
      "- In the week after they moved \(verdict.observedAfter.rounded3); the fit expects \(verdict.expectedAfter.rounded3) with a spread of \(verdict.spreadAfter.rounded3), "
        + "so the distance is \(verdict.distance.rounded3) spreads.",
      "- The move was \(isReversed ? "given back" : "not given back") before the meeting; that is \(isFar ? "too far from" : "within the spread of") what the fit expects,",
      "  so the episode \(isFar ? "refutes" : "neither confirms nor refutes") the reversal.",
    ]
  }
}

extension Double {
  /// Three significant digits; a dash when not finite.
  var rounded3: String { isFinite ? String(format: "%.3g", self) : "–" }
}

extension DataFolder {
  /// The SHA-256 of a file.
  func hash(of file: String) throws -> String {
    let place = files.first { $0 == file || $0.hasSuffix("/" + file) } ?? file
    var hash = SHA256()
    hash.update(try DataFolder.bytes(ofFile: path + "/" + place))
    return hash.hex
  }
}
