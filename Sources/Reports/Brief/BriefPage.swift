import Laboratory
import Observatory
import Quantities
import Statistics

/// The brief as one HTML page: what every gauge says, and its past.
public struct BriefPage: Sendable {
  public let day: Day
  public let sections: [Brief.Section]
  public let history: BriefHistory
  /// The daily history of gauges of prices alone; nil where there are no prices.
  public let daily: Panel?

  public init(day: Day, sections: [Brief.Section], history: BriefHistory, daily: Panel?) {
    (self.day, self.sections, self.history, self.daily) = (day, sections, history, daily)
  }

  /// What is read at a glance, by name; those without a value are left out.
  static let headlines = [
    "vol-target exposure", "vol-target flow, −2σ over 1 day", "trend position", "trend flow, −2σ over 1 week",
    "buyback blackout", "VIX curve, VIX/VIX3M", "dealer gamma", "dealer gamma, published", "cut odds, published",
    "net liquidity", "decoupling share", "AI capex, share of GDP", "unemployment, 20-24 years",
    "needs over the official line", "reserve margin", "crypto beta to equities",
  ]

  public var page: HTMLPage {
    HTMLPage(
      title: "The brief of \(day)", subtitle: lead,
      sections: [glance] + sections.map(section),
      footer: "\(Release.version). Histories: what the brief of each past day would have said.")
  }

  private var readings: [Reading] { sections.flatMap(\.readings) }

  private var lead: String {
    let (all, found) = (readings.count, readings.count { $0.value != nil })
    let stale = readings.count { $0.value != nil && $0.reason != nil }
    return """
      What was known on \(day): \(found) of \(all) readings have a value, \(stale) of them to be read with care. \
      Every number comes with the columns it was read from, and with the reason where there is none.
      """
  }

  private var glance: HTMLPage.Section {
    let metrics = BriefPage.headlines.compactMap { name in readings.first { $0.gauge == name } }.compactMap { reading in
      reading.value.map { value in
        let style = ReadingStyle(unit: reading.unit)
        let band = zip2(reading.low, reading.high).map { " " + style.number.interval($0.0, $0.1) } ?? ""
        return HTMLPage.Metric(
          reading.gauge, style.text(value),
          note: (band.isEmpty ? "" : band.dropFirst() + "; ") + (reading.asOf?.iso ?? "")
            + (reading.reason == nil ? "" : ", with care"))
      }
    }
    let blocks: [HTMLPage.Block] = daily.map { dailyCharts($0) } ?? []
    return .init("At a glance", [.metrics(metrics)] + blocks)
  }

  /// The last five years of gauges of the index's price, every day.
  private func dailyCharts(_ daily: Panel) -> [HTMLPage.Block] {
    let recent = daily.rows(from: day.advanced(by: -5 * 365))
    func chart(_ title: String, _ subtitle: String, _ name: String, band: Bool = false) -> HTMLPage.Block? {
      guard let column = recent[name] else { return nil }
      let (low, high) = (recent["\(name), low"], recent["\(name), high"])
      let range = band ? zip2(low, high).map { LineChart.Band("range", low: $0.0.values, high: $0.1.values) } : nil
      return .chart(
        LineChart(
          title, subtitle: subtitle, days: recent.days, series: [ChartSeries(name, column.values)], band: range,
          style: ReadingStyle(unit: column.unit).number, includesZero: true), caption: "")
    }
    return [
      chart(
        "Exposure of vol-target money", "Share of assets, daily; the range holds every mandate", "vol-target exposure",
        band: true),
      chart("Position of trend followers in US equities", "Dollars, daily", "trend position"),
    ].compactMap(\.self)
  }

  private func section(_ section: Brief.Section) -> HTMLPage.Section {
    let lines = history.lines.filter { $0.family == section.title && $0.count >= 4 }
    let charts = lines.map { BriefPage.chart($0, history.days) }
    var blocks: [HTMLPage.Block] = [.table(table(section.readings), caption: "")]
    if !charts.isEmpty { blocks.append(.gallery(charts)) }
    blocks.append(.details(summary: "Methods and columns", [.table(methods(section.readings), caption: "")]))
    return .init(section.title, blocks)
  }

  private func table(_ readings: [Reading]) -> Table {
    Table(
      [
        .init("gauge"), .number("value"), .number("interval"), .init("unit"), .init("as of"), .number("age, days"),
        .init("past ten years"), .init("remark"),
      ],
      rows: readings.map { reading in
        let past = history.line(reading.gauge).map { $0.values.filter { !$0.isNaN }.suffix(120) } ?? []
        return [
          .text(reading.gauge), ReadingsTable.value(reading), ReadingsTable.interval(reading),
          .text(ReadingStyle(unit: reading.unit).rest), .text(reading.asOf?.iso ?? ""),
          reading.ageDays.map { .number(Double($0)) } ?? .empty, past.count > 3 ? .spark(Array(past)) : .empty,
          .text(reading.reason ?? ""),
        ]
      })
  }

  private func methods(_ readings: [Reading]) -> Table {
    Table(
      [.init("gauge"), .init("method"), .number("skill"), .init("columns read")],
      rows: readings.map { reading in
        [
          .text(reading.gauge), .text(reading.method), reading.skill.map { .number($0) } ?? .empty,
          .text(reading.columns.joined(separator: "; ")),
        ]
      })
  }

  private static func chart(_ line: BriefHistory.Line, _ days: [Day]) -> any Chart {
    // From the first value on, twenty years at most: more would be a smear. The Parquet file has all of it.
    let start = max(line.values.firstIndex { !$0.isNaN } ?? 0, days.count - 241)
    let style = ReadingStyle(unit: line.unit)
    let band =
      line.hasBand ? LineChart.Band("interval", low: known(line.lows, start), high: known(line.highs, start)) : nil
    return LineChart(
      line.gauge, subtitle: style.rest, days: Array(days[start...]),
      series: [ChartSeries("value", known(line.values, start))], band: band, style: style.number)
  }

  /// Values from a row on; a gauge read every quarter keeps its last value between.
  private static func known(_ values: [Double], _ start: Int) -> [Double] {
    let part = values[start...]
    let isQuarterly = part.count > 12 && part.count { !$0.isNaN } * 5 < part.count * 2
    guard isQuarterly else { return Array(part) }
    var (last, age) = (Double.nan, 0)
    return part.map { value in
      age = value.isNaN ? age + 1 : 0
      if !value.isNaN { last = value }
      return age <= 3 ? last : .nan
    }
  }

  private func zip2<A, B>(_ a: A?, _ b: B?) -> (A, B)? { a.flatMap { a in b.map { (a, $0) } } }
}
