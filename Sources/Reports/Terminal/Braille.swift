/// A line plot in braille dots, two across and four down in each terminal cell.
///
/// Missing values are gaps. The scale runs from the smallest to the largest value, labelled at the left; `from` and
/// `to` label the ends of the horizontal axis. Where zero lies strictly inside, its row of dots is drawn sparsely.
public struct BraillePlot: Sendable {
  public let values: [Double]
  public let style: NumberStyle
  public let from: String
  public let to: String

  public init(_ values: [Double], style: NumberStyle = .plain, from: String = "", to: String = "") {
    (self.values, self.style, self.from, self.to) = (values, style, from, to)
  }

  /// The plot in a box of so many cells, labels included.
  public func text(width: Int = 72, height: Int = 12) -> String {
    guard let domain = Domain(of: values) else { return "(no values)\n" }
    let rows = min(max(height - 2, 2), 200)
    let labels = labels(domain, rows: rows)
    let gutter = labels.map { $0?.terminalWidth ?? 0 }.max() ?? 0
    let columns = min(max(width - gutter - 2, 8), 1000)
    let dots = dots(domain, columns: columns, rows: rows)
    var out = ""
    for row in 0..<rows {
      let label = labels[row] ?? ""
      let cells = String(String.UnicodeScalarView((0..<columns).map { dots.cell($0, row) }))
      out += String(repeating: " ", count: gutter - label.terminalWidth) + label
      out += (label.isEmpty ? " │" : " ┤") + trimmed(cells) + "\n"
    }
    let space = String(repeating: " ", count: gutter + 1)
    out += space + "└" + String(repeating: "─", count: columns) + "\n"
    let between = columns + 1 - from.terminalWidth - to.terminalWidth
    if !from.isEmpty || !to.isEmpty {
      out += trimmed(space + from + String(repeating: " ", count: max(1, between)) + to) + "\n"
    }
    return out
  }

  private func labels(_ domain: Domain, rows: Int) -> [String?] {
    let format = FixedFormat(
      style, step: Ticks(domain, about: 20).step, largest: max(abs(domain.low), abs(domain.high)))
    var labels = [String?](repeating: nil, count: rows)
    labels[0] = format.text(domain.high)
    labels[rows - 1] = format.text(domain.low)
    if rows >= 7 { labels[rows / 2] = format.text(domain.high - domain.span * (Double(rows / 2) + 0.5) / Double(rows)) }
    return labels
  }

  private func dots(_ domain: Domain, columns: Int, rows: Int) -> DotGrid {
    var grid = DotGrid(columns: columns, rows: rows)
    let y = Scale(domain, from: Double(4 * rows - 1), to: 0)
    let x = Scale(Domain(low: 0, high: Double(max(1, values.count - 1))), from: 0, to: Double(2 * columns - 1))
    if domain.low < 0, domain.high > 0 {
      for dot in stride(from: 0, to: 2 * columns, by: 4) { grid.set(dot, dotted: y(0)) }
    }
    var previous: (x: Int, y: Int)?
    for (index, value) in values.enumerated() {
      guard let value = value.drawable else {
        previous = nil
        continue
      }
      let point = (x: Int(x(Double(index)).rounded()), y: Int(y(value).rounded()))
      grid.line(from: previous ?? point, to: point)
      previous = point
    }
    return grid
  }

  private func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != " " && $0 != "\u{2800}" }) else { return "" }
    return String(text[...last])
  }
}

/// A raster of dots, eight to a cell.
private struct DotGrid {
  let columns: Int
  let rows: Int
  private var cells: [UInt8]

  init(columns: Int, rows: Int) {
    (self.columns, self.rows, cells) = (columns, rows, [UInt8](repeating: 0, count: columns * rows))
  }

  func cell(_ column: Int, _ row: Int) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 + UInt32(cells[row * columns + column]))!
  }

  mutating func set(_ x: Int, _ y: Int) {
    guard (0..<2 * columns).contains(x), (0..<4 * rows).contains(y) else { return }
    let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    cells[y / 4 * columns + x / 2] |= bits[x % 2][y % 4]
  }

  mutating func set(_ x: Int, dotted y: Double) { set(x, Int(y.rounded())) }

  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y), 1)
    for step in 0...steps { set(a.x + (b.x - a.x) * step / steps, a.y + (b.y - a.y) * step / steps) }
  }
}
