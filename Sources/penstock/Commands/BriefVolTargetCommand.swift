import ArgumentParser
import Foundation
import Observatory
import Quantities
import Reports
import Statistics

/// Money that holds its volatility at a target.
struct BriefVolTargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vol-target", abstract: "Exposure, forced flow and index level of money at a volatility target.",
    discussion: """
      Reads `date, close`, the closes of the underlying (its total return for a total-return index). The index is given \
      every day unfinanced, and with an overnight rate also as total and excess return: --rates FILE.csv (`date, rate` \
      in percent), --rate PERCENT, or the federal funds rate of the folder named by --data or PENSTOCK_DATA.
      """)

  @OptionGroup var common: BriefFileOptions
  @Option(help: ArgumentHelp("Daily prices of the underlying.", valueName: "FILE.csv")) var prices: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The volatility to hold, percent.", valueName: "PERCENT"))
  var target: Double
  @Option(help: ArgumentHelp("The column of prices.", valueName: "NAME")) var column: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The largest exposure, percent (default: 150).", valueName: "PERCENT"))
  var cap: Double = 150
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Assets of the funds, $bn (default: 350).", valueName: "BILLION"))
  var assets: Double = 350
  @Option(help: ArgumentHelp("Overnight rates in percent by date.", valueName: "FILE.csv")) var rates: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("One overnight rate for all days, percent.", valueName: "PERCENT"))
  var rate: Double?
  @Option(help: ArgumentHelp("Folder of real data for the rate, else $PENSTOCK_DATA.", valueName: "DIR"))
  var data: String?

  func run() throws {
    guard target > 0, target <= 100 else { throw Refusal("--target \(target) % a year; give 0 to 100") }
    guard cap > 0, cap <= 1000 else { throw Refusal("--cap \(cap) %; give 0 to 1000") }
    guard assets > 0, assets < 1e6 else { throw Refusal("--assets \(assets) billion; give a number above 0") }
    if let rate, !(-10...100).contains(rate) { throw Refusal("--rate \(rate) %; give -10 to 100") }
    guard rate == nil || rates == nil else { throw Refusal("--rate and --rates are two answers; give one") }
    try common.probe()
    let bytes = try DataFolder.bytes(ofFile: prices)
    let (answer, day) = try Refusal.insteadOfAbsence {
      let file = try PriceFile(bytes, file: prices, column: column, through: common.asOf?.day)
      let day = common.asOf?.day ?? file.last
      return (
        try VolTargetFile(
          file, file: prices, target: .percent(target), cap: Share(cap / 100), assets: Amount(assets * 1e9),
          financing: try financing(day), asOf: day), day
      )
    }
    try Reading.check(answer.readings)
    try common.put(
      JSON(volTarget: answer, target: target, asOf: day), as: "brief-vol-target", text: text(answer, day),
      files: [("vol-target.parquet", try ParquetFile(try panel(answer.levels)).bytes)])
  }

  private func financing(_ day: Day) throws -> VolTargetFile.Financing {
    if let rate { return .constant(rate) }
    if let rates {
      let file = try PriceFile(try DataFolder.bytes(ofFile: rates), file: rates, through: day, isPositive: false)
      guard file.columns.count == 1 else {
        throw Refusal("\(rates) has several columns of numbers; leave `date` and one column of rates in percent")
      }
      return .file(file, name: rates)
    }
    let named = data ?? ProcessInfo.processInfo.environment["PENSTOCK_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    guard let named else { return .none }
    return .folder(KnownData(try DataFolder(named), asOf: day))
  }

  private func panel(_ levels: RiskControlIndex.Levels) throws -> Panel {
    var columns = [
      PanelColumn("exposure", unit: "1", values: levels.exposures),
      PanelColumn("unfinanced", unit: "index", values: levels.unfinanced),
    ]
    if !levels.totalReturn.isEmpty {
      columns.append(PanelColumn("totalReturn", unit: "index", values: levels.totalReturn))
      columns.append(PanelColumn("excessReturn", unit: "index", values: levels.excessReturn))
    }
    return try Panel(.day, days: levels.days, columns: columns)
  }

  private func text(_ answer: VolTargetFile, _ day: Day) -> String {
    let levels = answer.levels
    return "Money at \(target) % of volatility on \(day)\nfinancing: \(answer.financing)\n\n"
      + TerminalTable(ReadingsTable(answer.readings, methods: common.methods).table, width: 120).text
      + "\nIndex level, unfinanced\n"
      + BraillePlot(levels.unfinanced, from: levels.days[0].iso, to: levels.days[levels.days.count - 1].iso).text()
      + "\nExposure, the last two years\n" + BraillePlot(Array(levels.exposures.suffix(504)), style: .percent).text()
  }
}
