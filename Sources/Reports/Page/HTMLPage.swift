/// A report in one HTML file: no address outside itself, readable without its script, on paper and on a telephone.
///
/// A page is a value; ``html`` renders it. Every text is escaped.
public struct HTMLPage: Sendable {
  public struct Section: Sendable {
    public let title: String
    public let blocks: [Block]

    public init(_ title: String, _ blocks: [Block]) { (self.title, self.blocks) = (title, blocks) }
  }

  /// A figure to be read at a glance.
  public struct Metric: Sendable {
    public let label: String
    public let value: String
    public let note: String

    public init(_ label: String, _ value: String, note: String = "") {
      (self.label, self.value, self.note) = (label, value, note)
    }
  }

  public indirect enum Block: Sendable {
    /// Paragraphs divided by empty lines; one whose lines all begin with `- ` is a list; words between backticks are code
    /// and between double asterisks strong.
    case prose(String)
    case chart(any Chart, caption: String)
    /// Many small charts beside each other, as many in a row as there is room for.
    case gallery([any Chart])
    case table(Table, caption: String)
    case matrix(HeatTable, caption: String)
    case code(String)
    case metrics([Metric])
    /// Blocks that open on a click and are open in print.
    case details(summary: String, [Block])
  }

  public let title: String
  public let subtitle: String
  public let sections: [Section]
  /// A line at the foot, such as the version and the run's hash.
  public let footer: String

  public init(title: String, subtitle: String = "", sections: [Section], footer: String = "") {
    (self.title, self.subtitle, self.sections, self.footer) = (title, subtitle, sections, footer)
  }

  public var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedMarkup)</title>
    <style>
    \(PageStyle.css)</style>
    </head>
    <body>
    <header><h1>\(title.escapedMarkup)</h1>
    \(subtitle.isEmpty ? "" : "<p class=\"lead\">\(Prose.inline(subtitle))</p>\n")\(contents)</header>
    <main>
    \(sections.enumerated().map(html).joined())</main>
    \(footer.isEmpty ? "" : "<footer>\(Prose.inline(footer))</footer>\n")<script>
    \(PageScript.javaScript)</script>
    </body>
    </html>

    """
  }

  private var contents: String {
    guard sections.count > 2 else { return "" }
    let links = sections.enumerated().map { "<a href=\"#s\($0 + 1)\">\($1.title.escapedMarkup)</a>" }
    return "<nav aria-label=\"Contents\">\(links.joined(separator: "\n"))</nav>\n"
  }

  private func html(_ index: Int, _ section: Section) -> String {
    "<section id=\"s\(index + 1)\"><h2>\(section.title.escapedMarkup)</h2>\n"
      + section.blocks.map(\.html).joined() + "</section>\n"
  }
}

extension HTMLPage.Block {
  var html: String {
    switch self {
    case .prose(let text): Prose.html(text)
    case .chart(let chart, let caption): figure(chartHTML(chart), caption, "picture")
    case .gallery(let charts):
      "<div class=\"gallery\">\n\(charts.map { "<figure>\($0.draw(width: 370).element)</figure>\n" }.joined())</div>\n"
    case .table(let table, let caption): figure("<div class=\"scroll\">\(table.html)</div>\n", caption, "tabular")
    case .matrix(let matrix, let caption): figure("<div class=\"scroll\">\(matrix.element)</div>\n", caption, "tabular")
    case .code(let text): "<pre><code>\(text.escapedMarkup)</code></pre>\n"
    case .metrics(let metrics): "<dl class=\"metrics\">\(metrics.map(\.html).joined())</dl>\n"
    case .details(let summary, let blocks):
      "<details><summary>\(summary.escapedMarkup)</summary>\n\(blocks.map(\.html).joined())</details>\n"
    }
  }

  private func figure(_ content: String, _ caption: String, _ kind: String) -> String {
    let words = caption.isEmpty ? "" : "<figcaption>\(Prose.inline(caption))</figcaption>"
    return "<figure class=\"\(kind)\">\n\(content)\(words)</figure>\n"
  }

  private func chartHTML(_ chart: any Chart) -> String {
    let wide = chart.draw(width: 880)
    let narrow = chart.draw(width: 370)
    let data = wide.hover.map { "<script type=\"application/json\">\($0.data.embeddableText)</script>\n" } ?? ""
    return "<div class=\"wide\">\(wide.element)</div><div class=\"narrow\">\(narrow.element)</div>\n\(data)"
  }
}

extension HTMLPage.Metric {
  fileprivate var html: String {
    let remark = note.isEmpty ? "" : "<dd class=\"note\">\(note.escapedMarkup)</dd>"
    return "<div><dt>\(label.escapedMarkup)</dt><dd>\(value.escapedMarkup)</dd>\(remark)</div>\n"
  }
}

extension Table {
  /// The table element; headings sort it when clicked.
  var html: String {
    var out = "<table class=\"sortable\"><thead><tr>"
    for heading in headings {
      out +=
        "<th scope=\"col\"\(heading.alignment == .trailing ? " class=\"number\"" : "")>"
        + "<button type=\"button\">\(heading.title.escapedMarkup)</button></th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for row in rows {
      out += "<tr>"
      for (heading, cell) in zip(headings, row) { out += html(cell, heading) }
      out += "</tr>\n"
    }
    return out + "</tbody></table>\n"
  }

  private func html(_ cell: Cell, _ heading: Heading) -> String {
    let key = cell.sortKey.map { " data-v=\"\($0.shortestDecimal ?? "")\"" } ?? ""
    let content =
      if case .spark(let values) = cell { Sparkline(values).draw().element } else { cell.text.escapedMarkup }
    return "<td\(heading.alignment == .trailing ? " class=\"number\"" : "")\(key)>\(content)</td>"
  }
}
