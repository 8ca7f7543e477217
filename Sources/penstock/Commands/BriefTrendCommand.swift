import ArgumentParser
import Observatory
import Quantities
import Reports
import Statistics

/// Trend followers in a market.
struct BriefTrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Trend followers' position, flow per scenario and trigger prices.",
    discussion: """
      Reads `date, close`; without a column of that name, the only column of numbers, or all of them as a market each, \
      forecasts without dollars. Dollars are those of trend funds in US equities unless told.
      """)

  @OptionGroup var common: BriefFileOptions
  @Option(help: ArgumentHelp("Daily prices.", valueName: "FILE.csv")) var prices: String
  @Option(help: ArgumentHelp("The column of prices.", valueName: "NAME")) var column: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Assets of trend funds, $bn (default: 340).", valueName: "BILLION"))
  var assets: Double?
  @Option(
    name: .customLong("risk-share"), parsing: .unconditional,
    help: ArgumentHelp("The market's share of their risk, percent (default: 11.25).", valueName: "PERCENT"))
  var riskShare: Double?

  func run() throws {
    var money = TrendMoney.usEquities
    if let assets {
      guard assets > 0, assets < 1e6 else { throw Refusal("--assets \(assets) billion; give a number above 0") }
      money.assets = Amount(assets * 1e9)
    }
    if let riskShare {
      guard riskShare > 0, riskShare <= 100 else { throw Refusal("--risk-share \(riskShare) %; give 0 to 100") }
      money.riskShare = Share(riskShare / 100)
    }
    try common.probe()
    let bytes = try DataFolder.bytes(ofFile: prices)
    let (file, readings, day) = try Refusal.insteadOfAbsence {
      var file = try PriceFile(bytes, file: prices, column: column, through: common.asOf?.day, isPositive: false)
      if file.columns.count == 1 {
        file = try PriceFile(bytes, file: prices, column: column, through: common.asOf?.day)
      }
      let day = common.asOf?.day ?? file.last
      return (file, TrendFile.readings(file, file: prices, money: money, asOf: day), day)
    }
    try Reading.check(readings)
    try common.put(JSON(readings: readings, asOf: day), as: "brief-trend", text: text(file, readings, day))
  }

  private func text(_ file: PriceFile, _ readings: [Reading], _ day: Day) -> String {
    let recent = file.panel.rows(from: day.advanced(by: -730))
    let plot = recent.columns.first.map { column in
      "\n\(column.name)\n"
        + BraillePlot(column.values, from: recent.days.first?.iso ?? "", to: recent.days.last?.iso ?? "").text()
    }
    return "Trend followers on \(day)\n\n"
      + TerminalTable(ReadingsTable(readings, methods: common.methods).table, width: 120).text + (plot ?? "")
  }
}
