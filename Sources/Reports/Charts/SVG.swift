/// A drawn picture: its size in CSS pixels, its elements, and what a pointer over it can tell.
public struct SVG: Sendable {
  public let width: Double
  public let height: Double
  /// What the picture shows, for those who cannot see it.
  public let label: String
  let body: String
  let hover: Hover?

  /// The element to stand inside an HTML page that carries ``Palette``'s styles.
  public var element: String { open(attributes: "") + body + "</svg>\n" }

  /// A file of its own, with styles for light and dark.
  public var file: String {
    let style = Palette.standaloneStyle
    return open(
      attributes: " xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width.pixels)\" height=\"\(height.pixels)\"")
      + "<title>\(label.escapedMarkup)</title>\n<style>\(style)</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n"
      + body + "</svg>\n"
  }

  private func open(attributes: String) -> String {
    let geometry = hover.map { " " + $0.geometry } ?? ""
    return "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(width.pixels) \(height.pixels)\" "
      + "aria-label=\"\(label.escapedMarkup)\"\(attributes)\(geometry)>\n"
  }
}

/// The elements of a picture in the making. Every text is escaped here and every number made finite.
struct Drawing {
  enum Anchor: String { case start, middle, end }

  private(set) var body = ""

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body +=
      "<line class=\"\(style)\" x1=\"\(x1.pixels)\" y1=\"\(y1.pixels)\" x2=\"\(x2.pixels)\" y2=\"\(y2.pixels)\"/>\n"
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ style: String) {
    body +=
      "<rect class=\"\(style)\" x=\"\(x.pixels)\" y=\"\(y.pixels)\" "
      + "width=\"\(max(0, width).pixels)\" height=\"\(max(0, height).pixels)\"/>\n"
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: String) {
    body += "<circle class=\"\(style)\" cx=\"\(x.pixels)\" cy=\"\(y.pixels)\" r=\"\(radius.pixels)\"/>\n"
  }

  mutating func path(_ points: String, _ style: String) {
    if !points.isEmpty { body += "<path class=\"\(style)\" d=\"\(points)\"/>\n" }
  }

  mutating func text(_ text: String, _ x: Double, _ y: Double, _ style: String, _ anchor: Anchor = .start) {
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text class=\"\(style)\" x=\"\(x.pixels)\" y=\"\(y.pixels)\"\(anchored)>\(text.escapedMarkup)</text>\n"
  }
}

extension Double {
  /// The length with at most one decimal; zero if it is not finite.
  var pixels: String {
    guard isFinite, magnitude < 1e9 else { return "0" }
    let tenths = Int((self * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
