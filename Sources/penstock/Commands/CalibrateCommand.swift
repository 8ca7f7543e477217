import ArgumentParser
import Foundation
import Laboratory
import Reports

/// Parameters that are fitted to data.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Fit parameters to data again and print the calibration's page.",
    subcommands: [CalibrateNewsCommand.self])
}

/// The volatility of news, by simulated moments.
struct CalibrateNewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "news", abstract: "The size of news and what prices make of it, by simulated moments.",
    discussion: """
      Takes a minute or two. Prints the page that Documentation/Calibrations/news.md holds; the values go into News.swift by \
      hand, and a test compares both. Needs a data folder: --data DIR or PENSTOCK_DATA.
      """)

  @OptionGroup var common: RunOptions

  func run() throws {
    guard let data = try common.dataFolder() else {
      throw Refusal("a calibration reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let out = try common.outputFolder()
    let fit = try NewsFit(data, threads: common.threads) { start, step, loss in
      Messages.say("start \(start), step \(step) of at most \(NewsFit.steps): sum of squared distances \(loss)")
    }
    let page = try fit.record(of: data)
    try out?.write(page, to: "news.md")
    try Messages.put(page)
  }
}
