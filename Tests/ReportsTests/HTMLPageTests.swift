import Foundation
import Quantities
import Reports
import Testing

@Suite struct HTMLPageTests {
  static var page: HTMLPage {
    let days = (0..<20).map { Day(number: 20_453 + Int32($0)) }
    let chart = LineChart("Line", days: days, series: [ChartSeries("</script><b>", (0..<20).map(Double.init))])
    return HTMLPage(
      title: "A <title> & more", subtitle: "Sub `code`",
      sections: [
        .init(
          "One & two",
          [
            .metrics([.init("label <", "1", note: "n")]),
            .prose("First **strong** `x < y`.\n\nSecond & last.\n\n- a\n- b"),
            .chart(chart, caption: "Caption"), .chart(EffectChart("No hover", estimates: []), caption: ""),
          ]),
        .init(
          "Three",
          [
            .table(
              Table([.init("n"), .number("v")], rows: [["<x>", .number(0.5)], [.spark([1, 2]), .empty]]), caption: ""),
            .matrix(HeatTable(rowHeading: "r", columns: ["c"], rows: ["q"], values: [[nil]]), caption: ""),
          ]),
        .init("Four", [.details(summary: "How to reproduce", [.code("a && b < c")])]),
      ], footer: "foot")
  }

  @Test("A page asks for nothing outside itself")
  func isSelfContained() {
    let html = Self.page.html
    for address in ["http:", "https:", "//www", "src=", "url(", "@import", "<link", "<iframe", "<img"] {
      #expect(!html.contains(address), "\(address)")
    }
    for match in html.matches(of: /href="([^"]*)"/) { #expect(match.1.hasPrefix("#")) }
  }

  @Test("Text cannot become markup, not even inside a chart's data")
  func escaping() {
    let html = Self.page.html
    #expect(html.contains("<title>A &lt;title&gt; &amp; more</title>"))
    #expect(html.contains("<code>x &lt; y</code>") && html.contains("<strong>strong</strong>"))
    #expect(html.contains("a &amp;&amp; b &lt; c") && html.contains("&lt;x&gt;"))
    #expect(!html.contains("</script><b>"))
    #expect(html.components(separatedBy: "<script").count == html.components(separatedBy: "</script>").count)
  }

  @Test("Elements are closed in the order in which they were opened")
  func isBalanced() throws {
    // Scripts and styles hold text that is not markup.
    let html = Self.page.html.replacing(/<(script|style)[^>]*>[\s\S]*?<\/(script|style)>/, with: "")
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
      if tag.3 == "/" || tag.2 == "meta" { continue }
      if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
    }
    #expect(open.isEmpty)
  }

  @Test("The values under the pointer are the chart's values")
  func hoverData() throws {
    let html = Self.page.html
    let match = try #require(html.firstMatch(of: /<script type="application\/json">(.*)<\/script>/))
    let data = try #require(try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any])
    #expect((data["days"] as? [Int])?.first == 20_453)
    let series = try #require((data["series"] as? [[String: Any]])?.first)
    #expect(series["values"] as? [Double] == (0..<20).map(Double.init))
    #expect(html.components(separatedBy: "data-plot=").count - 1 == 2, "one for each width")
  }

  @Test("Marks without a partner stand for themselves")
  func unclosedMarks() {
    let html = HTMLPage(title: "", sections: [.init("", [.prose("a ` b ** c")])]).html
    #expect(html.contains("<p>a ` b ** c</p>"))
  }
}
