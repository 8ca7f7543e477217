import Observatory
import Quantities

extension NewsFit {
  /// The committed page of this calibration.
  ///
  /// - Throws: ``Observatory/DataError`` when the file cannot be read.
  public func record(of data: DataFolder) throws -> String {
    ([
      "# Calibration: news", "",
      "Written by `penstock calibrate news`, never by hand; `NewsFitTests` simulates again and compares. S&P 500 of",
      "\(NewsFit.period.name), no other period. Simulated moments: \(NewsFit.paths) runs of the market-only economy with "
        + "everyone in it, as long as the",
      "period; seed \(NewsFit.seed); \(NewsFit.samples) block-bootstrap samples; intervals of 90 %.", "",
      "## Parameters of `news`", "", "| what | value | low | high |", "|---|---|---|---|",
    ]
      + parameters.map { "| \($0.name) | \($0.value.rounded3) | \($0.low.rounded3) | \($0.high.rounded3) |" }
      + ["", "## Targets", ""] + NewsFit.table(targets)
      + [
        "",
        "Sum of squared distances: \(loss.rounded3), with \(targets.count - parameters.count) targets more than "
          + "parameters.", "", "## Data", "", "| file | SHA-256 |", "|---|---|",
        "| `\(NewsFit.file)` | `\(try data.hash(of: NewsFit.file))` |", "",
      ]).joined(separator: "\n")
  }

  /// The targets as lines of a page.
  public static func table(_ targets: [Target]) -> [String] {
    ["| moment | S&P 500 | error | fitted | distance in errors |", "|---|---|---|---|---|"]
      + targets.map {
        "| \(cell($0.name)) | \($0.observed.rounded3) | \($0.error.rounded3) | \($0.fitted.rounded3) | "
          + "\($0.distance.rounded3) |"
      }
  }

  /// A name in a table: a bar would end the cell.
  private static func cell(_ name: String) -> String {
    name.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
