import Laboratory
import Observatory
import Quantities
import Reports

/// Scores for a terminal or a page: measures under both laws side by side, then what gauges told of the S&P 500.
struct ScoreTables {
  let score: MonitorScore
  let value: PredictiveValue?
  init(_ score: MonitorScore, _ value: PredictiveValue?) { (self.score, self.value) = (score, value) }

  /// For a terminal.
  var text: String {
    var text = "Simulated markets, \(score.replicates) of each law, seed \(score.seed)\n\n"
    text += TerminalTable(measures, width: 150).text
    text += "\n" + misses.joined(separator: "\n") + "\n"
    if let value {
      text += "\nWhat gauges told of the S&P 500, to \(value.asOf.iso)\n\n"
      text += TerminalTable(forecasts(value), width: 150).text
      text += "\n" + ScoreTables.words(value).joined(separator: "\n") + "\n"
    }
    return text
  }

  /// As a page of Markdown.
  ///
  /// - Parameter command: what was typed to compute it.
  func page(_ command: String) -> String {
    var text =
      "# Track record, figures\n\nWritten by `\(command)`; what the words mean is in [the page](README.md).\n\n"
    text += "## Simulated markets, \(score.replicates) of each law, seed \(score.seed)\n\n" + measures.markdown
    text += "\n" + misses.joined(separator: "\n\n") + "\n\nHash of all markets: `\(score.hash)`.\n"
    if let value {
      text += "\n## The S&P 500 after a reading, to \(value.asOf.iso)\n\n" + forecasts(value).markdown
      text += "\n" + ScoreTables.words(value).joined(separator: "\n\n") + "\n"
    }
    return text
  }

  private var measures: Table {
    let inside = score.rows.filter { $0.law == .inside }
    return Table(
      [
        .init("gauge"), .init("measure"), .init("bar"), .number("inside"), .number("90 %"), .init(""),
        .number("outside"), .number("90 %"), .init(""),
      ],
      rows: inside.map { row in
        let other = score.rows.first { $0.law == .outside && $0.gauge == row.gauge && $0.measure == row.measure }
        return [.text(row.gauge), .text(row.measure), .text(row.bar?.words ?? "")] + ScoreTables.cells(row)
          + (other.map(ScoreTables.cells) ?? [])
      })
  }

  /// ● where the bar is met, ○ where it is not.
  private static func cells(_ row: MonitorScore.Row) -> [Table.Cell] {
    [
      .number(row.value), .interval(low: row.low, high: row.high), .text(row.isMet.map { $0 ? "●" : "○" } ?? ""),
    ]
  }

  private var misses: [String] {
    let bars = score.rows.filter { $0.bar != nil }
    return [
      "\(bars.count - score.misses.count) of \(bars.count) bars met; intervals are over markets, 90 %."
    ]
      + score.misses.map { row in
        "Miss: \(row.gauge), \(row.measure), \(row.law.rawValue): \(NumberText.significant(row.value)), "
          + "bar \(row.bar?.words ?? "")."
      }
  }

  private func forecasts(_ value: PredictiveValue) -> Table {
    Table(
      [
        .init("gauge"), .init("of"), .number("days"), .number("slope"), .number("t"), .number("p"), .number("Holm"),
        .number("Romano-Wolf"), .init("from"), .number("n"),
      ],
      rows: value.rows.map { row in
        [
          .text(row.gauge), .text(row.outcome), .text("\(row.days)"), .effect(row.slope), .effect(row.t),
          .number(row.p, significant: 2), .number(row.holm, significant: 2), .number(row.romanoWolf, significant: 2),
          .text(row.from), .text("\(row.count)"),
        ]
      })
  }

  private static func words(_ value: PredictiveValue) -> [String] {
    let found = value.rows.filter { $0.holm < 0.05 || $0.romanoWolf < 0.05 }
    return [
      "Slope: for a usual deviation of the gauge, percent of return, or points of volatility beyond what the last 1, 5 and 22 days tell.",
      "\(found.count) of \(value.rows.count) survive a correction for looking at all of them (5 %, Holm or Romano-Wolf).",
    ] + value.absent.map { "Absent: \($0.name): \($0.reason)." }
  }
}

extension Table {
  /// The table in Markdown, numbers to the right.
  fileprivate var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let marks = headings.map { $0.alignment == .trailing ? "---:" : "---" }
    return line(headings.map(\.title)) + line(marks)
      + rows.map { row in line(row.map { $0.text.replacing("|", with: "\\|") }) }.joined()
  }
}
