import Quantities

/// What dated charts share: head, legend, axes, and the scales between values and pixels.
///
/// Usage: make one, draw the data into ``drawing`` with ``x`` and ``y``, then ask for ``picture(label:hover:)``.
struct ChartFrame {
  struct Key {
    enum Swatch { case line, area, band, ring }
    let name: String
    let style: String
    var swatch = Swatch.line
  }

  var drawing = Drawing()
  let width: Double
  let height: Double
  let plot: Hover.Plot
  let x: Scale
  let y: Scale
  let format: FixedFormat
  private let days: [Day]

  static let textSize = 12.0
  static func isNarrow(_ width: Double) -> Bool { width < 560 }

  /// - Parameters:
  ///   - values: Every value that must be inside the plot.
  ///   - ends: Names to stand at the right end of their lines, in place of a legend.
  init(
    title: String, subtitle: String, days: [Day], values: some Sequence<Double>, style: NumberStyle, includesZero: Bool,
    keys: [Key], ends: [EndLabel] = [], marks: [ChartMark] = [], width requested: Double
  ) {
    let width = requested.isFinite ? min(max(requested, 240), 4000) : 880
    var drawing = Drawing()
    var top = drawing.head(title, subtitle, width: width)
    if ends.isEmpty { top = drawing.legend(keys, top: top, width: width) }
    let (domain, ticks) = Ticks.enclosing(
      Domain(of: values, including: includesZero ? 0 : nil) ?? Domain(low: 0, high: 1), about: 5)
    let format = FixedFormat(style, step: ticks.step, largest: max(abs(domain.low), abs(domain.high)))
    let labels = ticks.values.map { format.text($0) }
    let left = 8 + (labels.map { $0.extent(size: ChartFrame.textSize) }.max() ?? 0).rounded(.up) + 6
    let endRoom = ends.map { $0.name.extent(size: ChartFrame.textSize) }.max().map { $0 + 16 } ?? 14
    let right = max(left + 40, width - endRoom.rounded(.up))
    let markLines = ChartFrame.place(marks, days: days, left: left, right: right)
    top += 10 + (markLines.isEmpty ? 0 : 16 * Double((markLines.map(\.row).max() ?? 0) + 1))
    let bottom = top + (ChartFrame.isNarrow(width) ? 210 : 300)
    let first = Double(days.first?.number ?? 0)
    let last = Double(days.last?.number ?? 1)
    let span = first == last ? Domain(low: first - 1, high: last + 1) : Domain(low: first, high: last)
    (x, y) = (Scale(span, from: left, to: right), Scale(domain, from: bottom, to: top))
    plot = Hover.Plot(
      left: left, top: top, right: right, bottom: bottom, firstDay: span.low, lastDay: span.high, low: domain.low,
      high: domain.high)
    (self.width, height, self.format, self.days) = (width, bottom + 42, format, days)
    for (tick, label) in zip(ticks.values, labels) {
      drawing.line(left, y(tick), right, y(tick), tick == 0 ? "axis" : "grid")
      drawing.text(label, left - 6, y(tick) + 4, "tick", .end)
    }
    self.drawing = drawing
    if days.isEmpty { self.drawing.text("No data", (left + right) / 2, (top + bottom) / 2, "subtitle", .middle) }
    drawDates()
    for mark in markLines { draw(mark) }
    drawEnds(ends)
  }

  /// The picture so far, with the values a pointer can read.
  func picture(label: String, hover series: [Hover.Series]) -> SVG {
    var finer = format
    finer.decimals += 1
    return SVG(
      width: width, height: height, label: label, body: drawing.body,
      hover: days.isEmpty ? nil : Hover(days: days, series: series, format: finer, plot: plot))
  }

  func xs(_ days: [Day]) -> [Double] { days.map { x(Double($0.number)) } }
  func ys(_ values: [Double]) -> [Double?] { values.map { $0.drawable.map { y($0) } } }

  /// Draws a line; a value alone between gaps becomes a dot.
  mutating func line(_ series: [Double], _ style: String) {
    for stretch in Polyline.stretches(xs(days), ys(series)) {
      if stretch.count == 1 {
        drawing.circle(stretch[0].x, stretch[0].y, radius: 2.5, style.replacing("line", with: "dot"))
      } else {
        drawing.path(Polyline.path(stretch), style)
      }
    }
  }

  /// Fills between two lines, broken where either is missing.
  mutating func ribbon(from low: [Double], to high: [Double], _ style: String) {
    let lower = ys(low)
    let upper = ys(high)
    let both = zip(lower, upper).map { $0 != nil && $1 != nil }
    let lows = Polyline.stretches(xs(days), zip(lower, both).map { $1 ? $0 : nil })
    let highs = Polyline.stretches(xs(days), zip(upper, both).map { $1 ? $0 : nil })
    for (low, high) in zip(lows, highs) { drawing.path(Polyline.ribbon(high, low), style) }
  }

  private mutating func drawDates() {
    drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, "axis")
    guard let first = days.first, let last = days.last else { return }
    let room = (plot.right - plot.left) / (ChartFrame.isNarrow(width) ? 46 : 62)
    var lastYearEnd = -Double.infinity
    let years = DateTicks(from: first, through: last, atMost: Int(room)).ticks
    for (index, tick) in years.enumerated() {
      let at = x(Double(tick.day.number))
      drawing.line(at, plot.bottom, at, plot.bottom + 5, "axis")
      let centre = min(at, width - 2 - tick.label.extent(size: ChartFrame.textSize) / 2)
      drawing.text(tick.label, centre, plot.bottom + 18, "tick", .middle)
      guard let year = tick.year, at - 18 > lastYearEnd else { continue }
      // The first label gives way when a new year begins right after it.
      let next = years[(index + 1)...].first { $0.year != nil }.map { x(Double($0.day.number)) }
      if index == 0, let next, next - at < 40 { continue }
      drawing.text(year, at, plot.bottom + 33, "value", .middle)
      lastYearEnd = at + 18
    }
  }
}
