import ArgumentParser
import Observatory
import Quantities
import Reports

/// The odds of rate decisions from federal funds futures.
struct BriefOddsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "odds", abstract: "The odds of rate decisions from federal funds futures.",
    discussion: """
      Reads futures wide (`date, ff_m00_price, ff_m01_price, ...`, m00 the month of the date) or long (`date, contract, \
      price`, contracts as 2023-03 or ZQH23), and meetings as `date[, target_after_pct][, unscheduled]`.
      """)

  @OptionGroup var common: BriefFileOptions
  @Option(help: ArgumentHelp("Prices of 30-day federal funds futures.", valueName: "FILE.csv")) var futures: String
  @Option(help: ArgumentHelp("Days of decisions.", valueName: "FILE.csv")) var meetings: String

  func run() throws {
    try common.probe()
    let (prices, dates) = (try DataFolder.bytes(ofFile: futures), try DataFolder.bytes(ofFile: meetings))
    let (tree, day) = try Refusal.insteadOfAbsence {
      try CutOddsFile.tree(
        futures: prices, named: futures, meetings: dates, named: meetings, asOf: common.asOf?.day)
    }
    try common.put(JSON(tree: tree, asOf: day), as: "brief-odds", text: text(tree, day))
  }

  private func text(_ tree: MeetingTree, _ day: Day) -> String {
    let table = Table(
      [.init("meeting"), .number("cut"), .number("hike"), .number("expected, %"), .number("± bp"), .init("targets")],
      rows: tree.meetings.map { meeting in
        [
          .text(meeting.day.iso), .number(meeting.probability(below: tree.target), .percent),
          .number(meeting.probability(above: tree.target), .percent),
          .number(meeting.expected, significant: 4), .number(meeting.error, significant: 2),
          .text(
            meeting.outcomes.map {
              "\($0.target.low)-\($0.target.high): \(NumberText.percent($0.probability))"
            }.joined(separator: "  ")),
        ]
      })
    return "Odds seen on \(day); target in force \(tree.target.low) to \(tree.target.high) %\n\n"
      + TerminalTable(table, width: 120).text
  }
}
