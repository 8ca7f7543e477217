import Laboratory
import Observatory
import Quantities
import Reports
import Statistics

/// The brief for a terminal: a table for each family, and the index's gauges over two years in braille.
struct BriefText {
  let text: String

  init(_ sections: [Brief.Section], of data: KnownData, methods: Bool) {
    var text = "What was known on \(data.day)\n"
    for section in sections {
      text +=
        "\n\(section.title)\n\n"
        + TerminalTable(ReadingsTable(section.readings, methods: methods).table, width: 120).text
    }
    self.text = text + BriefText.plots(of: data)
  }

  static let plotted = [
    ("realised volatility", "Realised volatility of the index"),
    ("vol-target exposure", "Exposure of vol-target money"),
    ("vol-target flow, −2σ over 1 day", "What vol-target money trades after a fall of two σ in a day"),
    ("trend position", "Position of trend followers in US equities"),
  ]

  /// Empty where there are no prices to plot.
  private static func plots(of data: KnownData) -> String {
    guard let daily = try? PriceGaugeHistory(of: data, from: data.day.advanced(by: -730)).panel else { return "" }
    let (first, last) = (daily.days.first?.iso ?? "", daily.days.last?.iso ?? "")
    return plotted.compactMap { name, title in
      daily[name].map { column in
        "\n\(title), \(first) to \(last)\n"
          + BraillePlot(column.values, style: ReadingStyle(unit: column.unit).number, from: first, to: last).text(
            height: 9)
      }
    }.joined()
  }
}

/// What the brief writes into a folder: the page, and the histories as Parquet.
struct BriefFiles {
  let page: BriefPage
  let history: BriefHistory
  let daily: Panel?

  init(_ brief: Brief, _ sections: [Brief.Section], of data: KnownData) throws {
    let days = BriefHistory.length(of: data)
    let bar = ProgressBar("the past of every gauge", total: days)
    defer { bar.finish() }
    history = BriefHistory(brief, of: data, isInterrupted: { Interruption.isRequested }, progress: { bar.advance() })
    if Interruption.isRequested { throw RunInterrupted() }
    daily = try? PriceGaugeHistory(of: data).panel
    page = BriefPage(day: data.day, sections: sections, history: history, daily: daily)
  }

  func write(to out: OutputFolder) throws {
    try out.write(
      ParquetFile(try history.panel(), metadata: [(key: "asOf", value: page.day.iso)]).bytes, to: "history.parquet")
    if let daily { try out.write(ParquetFile(daily).bytes, to: "history-daily.parquet") }
    try out.write(page.page.html, to: "brief.html")
    Messages.say("page: \(out.place("brief.html"))")
  }
}
