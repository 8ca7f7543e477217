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
    let domain = (Domain(of: values, including: includesZero ? 0 : nil) ?? Domain(low: 0, high: 1)).nice(about: 5)
    let ticks = Ticks(domain, about: 5)
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
      drawing.text(tick.label, at, plot.bottom + 18, "tick", .middle)
      guard let year = tick.year, at - 18 > lastYearEnd else { continue }
      // The first label gives way when a new year begins right after it.
      let next = years[(index + 1)...].first { $0.year != nil }.map { x(Double($0.day.number)) }
      if index == 0, let next, next - at < 40 { continue }
      drawing.text(year, at, plot.bottom + 33, "value", .middle)
      lastYearEnd = at + 18
    }
  }
}

/// The name of a series at the right end of its line.
struct EndLabel {
  let name: String
  let style: String
  let value: Double
}

extension ChartFrame {
  /// Names at line ends if there is room for them; none on narrow pictures or when some line has no value near the end.
  static func endLabels(_ keys: [Key], _ series: [[Double]], width: Double) -> [EndLabel] {
    guard !isNarrow(width), (2...8).contains(keys.count) else { return [] }
    let ends = zip(keys, series).compactMap { key, values -> EndLabel? in
      guard let last = values.last?.drawable, key.name.extent(size: textSize) <= width / 4 else { return nil }
      return EndLabel(name: key.name, style: key.style, value: last)
    }
    return ends.count == keys.count ? ends : []
  }

  private mutating func drawEnds(_ ends: [EndLabel]) {
    let sorted = ends.sorted { $0.value > $1.value }
    let places = ChartFrame.spread(sorted.map { y($0.value) }, apart: 15, within: plot.top + 4...plot.bottom - 4)
    for (end, place) in zip(sorted, places) {
      drawing.text(end.name, plot.right + 8, place + 4, "name \(end.style)")
    }
  }

  /// Rising positions moved as little as needed to be `gap` apart inside the limits.
  static func spread(_ positions: [Double], apart gap: Double, within limits: ClosedRange<Double>) -> [Double] {
    var places = positions
    for index in places.indices {
      places[index] = max(places[index], index == 0 ? limits.lowerBound : places[index - 1] + gap)
    }
    for index in places.indices.reversed() {
      places[index] = min(places[index], index == places.count - 1 ? limits.upperBound : places[index + 1] - gap)
    }
    return places
  }
}

extension ChartFrame {
  private struct PlacedMark { let mark: ChartMark; let x: Double; let textX: Double; let row: Int; let anchor: Drawing.Anchor }

  /// Gives each mark inside the dates a row where its words touch no other's; later rows stand nearer the plot.
  private static func place(_ marks: [ChartMark], days: [Day], left: Double, right: Double) -> [PlacedMark] {
    guard let first = days.first, let last = days.last, first < last else { return [] }
    let x = Scale(Domain(low: Double(first.number), high: Double(last.number)), from: left, to: right)
    var rowEnds: [Double] = []
    return marks.filter { $0.day >= first && $0.day <= last }.sorted { $0.day < $1.day }.map { mark in
      let at = x(Double(mark.day.number))
      let extent = mark.label.extent(size: textSize)
      let start = max(left, min(at - extent / 2, right - extent))
      let row = rowEnds.firstIndex { $0 + 10 <= start } ?? rowEnds.count
      if row == rowEnds.count { rowEnds.append(start + extent) } else { rowEnds[row] = start + extent }
      return PlacedMark(mark: mark, x: at, textX: start + extent / 2, row: row, anchor: .middle)
    }
  }

  private mutating func draw(_ mark: PlacedMark) {
    let baseline = plot.top - 8 - 16 * Double(mark.row)
    drawing.line(mark.x, baseline + 4, mark.x, plot.bottom, "mark")
    drawing.text(mark.mark.label, mark.textX, baseline, "value halo", mark.anchor)
  }
}

extension Drawing {
  /// Title and subtitle, wrapped; returns where they end.
  mutating func head(_ title: String, _ subtitle: String, width: Double) -> Double {
    var top = 6.0
    for line in title.wrapped(toExtent: width - 16, size: 15.5) {
      text(line, 8, top + 14, "title")
      top += 19
    }
    for line in subtitle.wrapped(toExtent: width - 16, size: 12) {
      text(line, 8, top + 13, "subtitle")
      top += 16
    }
    return top + 4
  }

  /// Swatches and names in as many lines as needed; returns where they end.
  mutating func legend(_ keys: [ChartFrame.Key], top: Double, width: Double) -> Double {
    guard !keys.isEmpty else { return top }
    var (x, y) = (8.0, top + 12)
    for key in keys {
      let name = key.name.truncated(toExtent: width - 48, size: ChartFrame.textSize)
      let extent = 24 + name.extent(size: ChartFrame.textSize)
      if x > 8, x + extent > width - 8 { (x, y) = (8, y + 18) }
      switch key.swatch {
      case .line: line(x, y - 4, x + 16, y - 4, "line thick \(key.style)")
      case .area: rectangle(x: x + 2, y: y - 10, width: 12, height: 12, "area \(key.style)")
      case .band: rectangle(x: x, y: y - 10, width: 16, height: 12, "area band \(key.style)")
      case .ring: circle(x + 8, y - 4, radius: 4, "ring \(key.style)")
      }
      text(name, x + 22, y, "legend")
      x += extent + 16
    }
    return y + 8
  }
}
