/// What each switch changes: a dot at its effect, a line over its interval, the largest effect first unless their order says something.
///
/// An effect that cannot be told from none is drawn hollow. Effects that could not be estimated come last, in words.
public struct EffectChart: Chart {
  public struct Estimate: Sendable {
    public let name: String
    public let effect: Double
    public let low: Double
    public let high: Double
    public let isNull: Bool

    /// - Parameter isNull: Whether the effect cannot be told from none; by default, whether the interval holds zero.
    public init(_ name: String, effect: Double, low: Double, high: Double, isNull: Bool? = nil) {
      (self.name, self.effect, self.low, self.high) = (name, effect, low, high)
      self.isNull = isNull ?? (low <= 0 && high >= 0)
    }
  }

  public let title: String
  public let subtitle: String
  public let estimates: [Estimate]
  public let style: NumberStyle

  public init(
    _ title: String, subtitle: String = "", estimates: [Estimate], style: NumberStyle = .plain, inOrder: Bool = false
  ) {
    (self.title, self.subtitle, self.style) = (title, subtitle, style)
    guard !inOrder else {
      self.estimates = estimates
      return
    }
    self.estimates = estimates.sorted { a, b in
      guard let first = a.effect.drawable else { return false }
      guard let second = b.effect.drawable else { return true }
      return abs(first) > abs(second)
    }
  }

  public func draw(width requested: Double) -> SVG {
    let width = requested.isFinite ? min(max(requested, 240), 4000) : 880
    let isNarrow = ChartFrame.isNarrow(width)
    var drawing = Drawing()
    var top = drawing.head(title, subtitle, width: width)
    top = drawing.legend(keys, top: top, width: width) + 8

    let rowHeight = isNarrow ? 44.0 : 28.0
    let texts = estimates.map(text)
    let nameRoom = min(estimates.map { $0.name.extent(size: 12) }.max() ?? 0, width * 0.3)
    let valueRoom = texts.map { $0.extent(size: 12) }.max() ?? 0
    let left = isNarrow ? 14 : 8 + nameRoom + 18
    let right = max(left + 60, isNarrow ? width - 14 : width - valueRoom - 24)
    let bottom = top + rowHeight * Double(max(1, estimates.count)) + 4
    let values = Domain(of: estimates.flatMap { [$0.effect, $0.low, $0.high] }, including: 0)
    let (domain, ticks) = axis(of: values ?? Domain(low: -1, high: 1), from: left, to: right, in: width)
    let x = Scale(domain, from: left, to: right)

    for (row, estimate) in estimates.enumerated() {
      let y = top + rowHeight * Double(row)
      if row.isMultiple(of: 2) { drawing.rectangle(x: 0, y: y, width: width, height: rowHeight, "stripe") }
      if isNarrow {
        let room = width - 24 - texts[row].extent(size: 12) - 8
        drawing.text(estimate.name.truncated(toExtent: room, size: 12), 8, y + 16, "name")
        drawing.text(texts[row], width - 8, y + 16, "value", .end)
      } else {
        drawing.text(estimate.name.truncated(toExtent: nameRoom, size: 12), 8, y + rowHeight / 2 + 4, "name")
        drawing.text(texts[row], width - 8, y + rowHeight / 2 + 4, "value", .end)
      }
    }
    // On narrow pictures the grid keeps out of the lines of words.
    let rows = estimates.indices.map { top + rowHeight * Double($0) }
    let bands = isNarrow ? rows.map { $0 + 22...$0 + rowHeight } : [top...bottom]
    drawAxis(&drawing, x, ticks, bands, bottom: bottom, width: width)
    for (row, estimate) in estimates.enumerated() {
      draw(estimate, &drawing, x, y: top + rowHeight * (Double(row) + (isNarrow ? 0.7 : 0.5)))
    }
    if estimates.isEmpty { drawing.text("No effects", (left + right) / 2, (top + bottom) / 2 + 4, "subtitle", .middle) }
    return SVG(
      width: width, height: bottom + 28, label: "Effects with intervals. \(title)", body: drawing.body, hover: nil)
  }

  private var keys: [ChartFrame.Key] {
    guard estimates.contains(where: \.isNull) else { return [] }
    return [
      .init(name: "effect and interval", style: "c1", swatch: .line),
      .init(name: "interval holds zero", style: "c7", swatch: .ring),
    ]
  }

  /// The effect and its interval, each row with the decimals that tell its own numbers from zero.
  private func text(_ estimate: Estimate) -> String {
    guard let effect = estimate.effect.drawable else { return "not estimated" }
    guard let low = estimate.low.drawable, let high = estimate.high.drawable else { return style.signedText(effect) }
    let largest = [effect, low, high].map(\.magnitude).max() ?? 0
    let format =
      largest > 0 ? FixedFormat(style, significant: 3, largest: largest) : FixedFormat(style, step: 1, largest: 0)
    return format.text(effect, signed: true) + "  [" + format.bare.text(low) + ", " + format.bare.text(high) + "]"
  }

  /// The domain grown to whole steps, with as many ticks, up to about eight, as have labels that do not touch.
  ///
  /// The labels at the ends keep inside the picture, which brings them nearer to their neighbours.
  private func axis(of values: Domain, from left: Double, to right: Double, in width: Double) -> (
    domain: Domain, ticks: Ticks
  ) {
    for count in stride(from: 8, to: 1, by: -1) {
      let (domain, ticks) = Ticks.enclosing(values, about: count)
      let format = tickFormat(ticks, domain)
      let widest = ticks.values.map { format.text($0).extent(size: ChartFrame.textSize) }.max() ?? 0
      let shift = max(0, widest / 2 - min(left, width - right))
      if (widest + shift + 8) * Double(ticks.values.count - 1) <= right - left { return (domain, ticks) }
    }
    return Ticks.enclosing(values, about: 1)
  }

  private func tickFormat(_ ticks: Ticks, _ domain: Domain) -> FixedFormat {
    FixedFormat(style, step: ticks.step, largest: max(abs(domain.low), abs(domain.high)))
  }

  private func drawAxis(
    _ drawing: inout Drawing, _ x: Scale, _ ticks: Ticks, _ bands: [ClosedRange<Double>], bottom: Double, width: Double
  ) {
    let format = tickFormat(ticks, x.domain)
    for tick in ticks.values {
      let label = format.text(tick)
      let half = label.extent(size: ChartFrame.textSize) / 2
      for band in bands {
        drawing.line(x(tick), band.lowerBound, x(tick), band.upperBound, tick == 0 ? "axis" : "grid")
      }
      drawing.text(label, min(max(x(tick), half), width - half), bottom + 17, "tick", .middle)
    }
  }

  private func draw(_ estimate: Estimate, _ drawing: inout Drawing, _ x: Scale, y: Double) {
    guard let effect = estimate.effect.drawable else { return }
    let colour = estimate.isNull ? "c7" : "c1"
    if let low = estimate.low.drawable, let high = estimate.high.drawable {
      drawing.line(x(low), y, x(high), y, "line \(colour)")
      for end in [low, high] { drawing.line(x(end), y - 4, x(end), y + 4, "line \(colour)") }
    }
    drawing.circle(x(effect), y, radius: 4.5, estimate.isNull ? "ring \(colour)" : "dot \(colour)")
  }
}
