import Foundation
import Quantities
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartTests {
  static let start = Day(number: 20_453)
  static func days(_ count: Int) -> [Day] { (0..<count).map { start.advanced(by: $0) } }

  /// Series that have broken charts before: none, one, constant, gaps, extremes, wrong length.
  static let odd: [(days: Int, values: [Double])] = [
    (0, []), (1, [3]), (1, [.nan]), (30, Array(repeating: 5, count: 30)), (30, Array(repeating: 0, count: 30)),
    (6, [1, .nan, 2, 3, .nan, .nan]), (4, [1e300, -1e300, .infinity, 2]),
    (4, [.leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0, 0]),
    (3, [1e16, 1e16 + 2, 1e16 - 2]), (5, [1, 2]), (2, [1, 2, 3, 4, 5]), (4000, (0..<4000).map { sin(Double($0)) }),
  ]

  static func charts(_ days: [Day], _ values: [Double]) -> [any Chart] {
    let series = ChartSeries("<a & \"b\">", values)
    let shifted = values.map { $0 + 1 }
    return [
      LineChart(
        "T <1>", subtitle: "s & t", days: days, series: [series, ChartSeries("c", shifted)],
        band: .init("band", low: values, high: shifted), marks: [ChartMark(start, "mark <x>")]),
      LineChart("ends", days: days, series: [series, ChartSeries("c", shifted)], style: .dollars),
      FanChart("fan", days: days, bands: [.init("90%", low: values, high: shifted)], median: series, history: series),
      StackedAreaChart(
        "stack", days: days, parts: [series, ChartSeries("d", values.map { -$0 })], total: series, style: .percent),
      EffectChart("effects", estimates: values.prefix(8).map { .init("<e>", effect: $0, low: $0 - 1, high: $0 + 1) }),
    ]
  }

  @Test(
    "Every chart of every odd series is well-formed and has only finite coordinates inside its frame",
    arguments: odd.indices)
  func structure(index: Int) throws {
    let (count, values) = Self.odd[index]
    for chart in Self.charts(Self.days(count), values) {
      for width in [370.0, 880, 0, .nan] {
        let picture = chart.draw(width: width)
        let parsed = try #require(ParsedSVG(picture.file), "\(chart.title) at \(width)")
        #expect(
          parsed.coordinates.allSatisfy { $0.isFinite && $0 >= -1 && $0 <= max(picture.width, picture.height) + 1 },
          "\(chart.title)")
        #expect(!picture.file.contains("nan") && !picture.file.contains("inf "))
      }
    }
  }

  @Test("Text is escaped and reads back")
  func escaping() throws {
    let chart = LineChart("a<b>&\"'\u{1}", days: Self.days(2), series: [ChartSeries("x", [1, 2])])
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    #expect(parsed.texts.contains("a<b>&\"'\u{fffd}"))
  }

  @Test("A gap breaks a line in two and a value alone becomes a dot")
  func gaps() throws {
    let chart = LineChart("", days: Self.days(7), series: [ChartSeries("x", [1, 2, .nan, 3, .nan, 4, 5])])
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    #expect(parsed.count(of: "path", style: "line c1") == 2)
    #expect(parsed.count(of: "circle", style: "dot c1") == 1)
  }

  @Test(
    "Ticks are round numbers that enclose the data, evenly spaced",
    arguments: [
      ([3.0, 97], ["0", "20", "40", "60", "80", "100"]),
      ([0.0, 0.004], ["0.000", "0.001", "0.002", "0.003", "0.004"]),
      ([-2.0, 7], ["−2", "0", "2", "4", "6", "8"]), ([5.0, 5], ["4.7", "4.8", "4.9", "5.0", "5.1", "5.2", "5.3"]),
    ])
  func ticks(values: [Double], expected: [String]) throws {
    let chart = LineChart("", days: Self.days(2), series: [ChartSeries("x", values)])
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    let labels = parsed.ends.filter { $0.anchor == "end" }.map(\.text)
    if values[0] != values[1] { #expect(labels == expected) }
    #expect(Set(labels).count == labels.count && labels.count >= 3)
  }

  @Test(
    "Dates are labelled by year, month or day as the span allows",
    arguments: [
      (20 * 365, "2030", "Jul"), (3 * 365, "Jul", "2 Jul"), (10, "2 Jan", "Feb"),
    ])
  func dateTicks(span: Int, present: String, absent: String) throws {
    let chart = LineChart("", days: [Self.start, Self.start.advanced(by: span)], series: [ChartSeries("x", [1, 2])])
    let texts = try #require(ParsedSVG(chart.draw(width: 880).file)).texts
    #expect(texts.contains(present) && !texts.contains(absent))
  }

  @Test("Positive and negative parts stack apart, and their sum is the total's height")
  func stackAddsUp() throws {
    let chart = StackedAreaChart(
      "", days: Self.days(2),
      parts: [ChartSeries("a", [3, 3]), ChartSeries("b", [2, 2]), ChartSeries("c", [-4, -4])],
      total: ChartSeries("t", [1, 1]))
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    let areas = parsed.paths(style: "area").map(\.verticals).filter { Set($0).count > 1 }.map { ($0.min()!, $0.max()!) }
    let total = try #require(parsed.paths(style: "line total").first?.verticals.first)
    try #require(areas.count == 3)
    let (a, b, c) = (areas[0], areas[1], areas[2])
    let unit = (a.1 - a.0) / 3
    #expect(abs(b.1 - a.0) < 0.2 && abs((b.1 - b.0) / unit - 2) < 0.02)
    #expect(abs(c.0 - a.1) < 0.2 && abs((c.1 - c.0) / unit - 4) < 0.02)
    #expect(abs((a.1 - total) / unit - 1) < 0.02)
  }

  @Test("Effects are sorted by size, an effect that may be none is hollow, an unestimated one comes last")
  func effects() throws {
    let chart = EffectChart(
      "",
      estimates: [
        .init("small", effect: 0.1, low: -1, high: 1), .init("unknown", effect: .nan, low: .nan, high: .nan),
        .init("large", effect: -5, low: -6, high: -4),
      ])
    #expect(chart.estimates.map(\.name) == ["large", "small", "unknown"])
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    #expect(parsed.count(of: "circle", style: "dot c1") == 1)
    #expect(parsed.count(of: "circle", style: "ring c7") == 2, "one in the legend and one in the plot")
    #expect(parsed.texts.contains("not estimated"))
  }

  @Test("A small effect beside a large one keeps the decimals that tell it from zero")
  func smallEffects() throws {
    let chart = EffectChart(
      "",
      estimates: [
        .init("large", effect: 627e9, low: 603e9, high: 652e9),
        .init("small", effect: -370e6, low: -634e6, high: -107e6),
      ], style: .dollars)
    let parsed = try #require(ParsedSVG(chart.draw(width: 880).file))
    #expect(parsed.texts.contains("−$370m  [−634, −107]"))
    #expect(parsed.texts.contains("+$627bn  [603, 652]"))
  }

  @Test("Labels of an axis have room on a telephone", arguments: [240.0, 390, 880])
  func axisLabels(width: Double) throws {
    let chart = EffectChart(
      "", estimates: [.init("a", effect: 0.00142, low: -0.0014, high: 0.0019)], style: .percentagePoints)
    let parsed = try #require(ParsedSVG(chart.draw(width: width).file))
    #expect((2...9).contains(parsed.texts.count { $0.hasSuffix(" pp") }))
    #expect(width > 390 || parsed.texts.count { $0.hasSuffix(" pp") } <= 5)
  }

  @Test("Cells are coloured by sign and the unit stands in the corner")
  func heatTable() {
    let table = HeatTable(
      rowHeading: "Row", columns: ["<a>", "b", "c"], rows: ["r"], values: [[2e12, -1e12, 0]], rowTotals: [1e12],
      columnTotals: [2e12, -1e12, 0])
    #expect(table.element.contains("Row ($tn)") && table.element.contains("&lt;a&gt;"))
    #expect(table.element.contains("class=\"plus\" style=\"--w:.60\">2.000<"))
    #expect(table.element.contains("class=\"minus\" style=\"--w:.42\">−1.000<"))
    #expect(table.element.contains("<td class=\"zero\">·</td><td>1.000</td>"))
  }

  @Test("A sparkline has a block for each value and a space for a gap")
  func sparkline() {
    #expect(Sparkline([0, .nan, 1]).blocks() == "▁ █")
    #expect(Sparkline([.nan]).blocks() == "")
  }
}

/// What a test asks of a picture, read by Foundation's XML parser.
final class ParsedSVG: NSObject, XMLParserDelegate {
  struct Path {
    let style: String
    let verticals: [Double]
  }

  private(set) var coordinates: [Double] = []
  private(set) var texts: [String] = []
  private(set) var ends: [(text: String, anchor: String)] = []
  private var elements: [(name: String, attributes: [String: String])] = []
  private var text: String?

  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func count(of name: String, style: String) -> Int {
    elements.count { $0.name == name && $0.attributes["class"] == style }
  }

  func paths(style: String) -> [Path] {
    elements.filter { $0.name == "path" && ($0.attributes["class"] ?? "").hasPrefix(style) }.map {
      let numbers = Self.numbers($0.attributes["d"] ?? "")
      return Path(style: style, verticals: stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] })
    }
  }

  private static func numbers(_ path: String) -> [Double] {
    path.split { "MLZ ".contains($0) }.map { Double($0) ?? .nan }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
    for key in ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy"] {
      if let value = attributes[key] { coordinates.append(Double(value) ?? .nan) }
    }
    if name == "path" { coordinates += Self.numbers(attributes["d"] ?? "") }
    if name == "text" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text?.append(string) }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard name == "text", let text else { return }
    texts.append(text)
    ends.append((text, elements.last?.attributes["text-anchor"] ?? "start"))
    self.text = nil
  }
}
