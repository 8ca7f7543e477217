/// A line the height of a word, without axes; the dot is its last value.
public struct Sparkline: Sendable {
  public let values: [Double]

  public init(_ values: [Double]) { self.values = values }

  public func draw(width: Double = 96, height: Double = 20) -> SVG {
    var drawing = Drawing()
    if let domain = Domain(of: values) {
      let x = Scale(Domain(low: 0, high: Double(max(1, values.count - 1))), from: 2, to: width - 4)
      let y = Scale(domain, from: height - 3, to: 3)
      let xs = values.indices.map { x(Double($0)) }
      let stretches = Polyline.stretches(xs, values.map { $0.drawable.map { y($0) } })
      for stretch in stretches where stretch.count > 1 { drawing.path(Polyline.path(stretch), "line c1") }
      if let last = stretches.last?.last { drawing.circle(last.x, last.y, radius: 2, "dot c1") }
    }
    let text = values.last { $0.drawable != nil }.map { NumberText.significant($0) } ?? NumberText.missing
    return SVG(width: width, height: height, label: "Sparkline, last value \(text)", body: drawing.body, hover: nil)
  }

  /// The line in eighth blocks for a terminal, at most `width` of them; missing values are spaces.
  public func blocks(width: Int = 24) -> String {
    guard let domain = Domain(of: values), width > 0 else { return "" }
    let count = min(width, values.count)
    return String(
      (0..<count).map { place -> Character in
        let index = count == 1 ? values.count - 1 : place * (values.count - 1) / (count - 1)
        guard let value = values[index].drawable else { return " " }
        let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return blocks[min(7, max(0, Int((value - domain.low) / domain.span * 8)))]
      })
  }
}
