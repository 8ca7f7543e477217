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
