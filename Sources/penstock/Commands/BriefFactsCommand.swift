import ArgumentParser
import Observatory
import Quantities
import Reports

/// The stylised facts of a series.
struct BriefFactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Stylised facts of any series of daily prices, and the GARCH family fitted to it.",
    discussion: "Reads `date, close`; without a column of that name, every column of numbers.")

  @OptionGroup var common: BriefFileOptions
  @Option(help: ArgumentHelp("Daily prices.", valueName: "FILE.csv")) var prices: String
  @Option(help: ArgumentHelp("The column of prices.", valueName: "NAME")) var column: String?

  func run() throws {
    try common.probe()
    let bytes = try DataFolder.bytes(ofFile: prices)
    let (readings, day) = try Refusal.insteadOfAbsence {
      let file = try PriceFile(bytes, file: prices, column: column, through: common.asOf?.day)
      let day = common.asOf?.day ?? file.last
      return (FactsFile.readings(file, file: prices, asOf: day), day)
    }
    try Reading.check(readings)
    try common.put(
      JSON(readings: readings, asOf: day), as: "brief-facts",
      text: "Facts seen on \(day)\n\n"
        + TerminalTable(ReadingsTable(readings, methods: common.methods).table, width: 120).text)
  }
}
