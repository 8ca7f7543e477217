import Quantities

extension ChartFrame {
  struct PlacedMark {
    let label: String
    let x: Double
    let textX: Double
    let row: Int
  }

  /// Writes each mark inside the dates right of its line, in the lowest row where it touches no other.
  ///
  /// The latest is placed first, so an earlier mark that must rise has its line left of the words below it.
  static func place(_ marks: [ChartMark], days: [Day], left: Double, right: Double) -> [PlacedMark] {
    guard let first = days.first, let last = days.last, first < last else { return [] }
    let x = Scale(Domain(low: Double(first.number), high: Double(last.number)), from: left, to: right)
    var rowStarts: [Double] = []
    return marks.filter { $0.day >= first && $0.day <= last }.sorted { $0.day > $1.day }.map { mark in
      let at = x(Double(mark.day.number))
      let label = mark.label.truncated(toExtent: right - left - 8, size: textSize)
      let extent = label.extent(size: textSize)
      let fits = at + 4 + extent <= right + 10
      let start = fits ? at + 4 : max(left, at - 4 - extent)
      let row = rowStarts.firstIndex { start + extent + 8 <= $0 } ?? rowStarts.count
      if row == rowStarts.count { rowStarts.append(0) }
      rowStarts[row] = min(at, start)
      return PlacedMark(label: label, x: at, textX: start, row: row)
    }
  }

  mutating func draw(_ mark: PlacedMark) {
    let baseline = plot.top - 8 - 16 * Double(mark.row)
    drawing.line(mark.x, baseline - 10, mark.x, plot.bottom, "mark")
    drawing.text(mark.label, mark.textX, baseline, "value halo")
  }
}
