import Markets
import Testing

@Suite("A rolling order")
struct RollingOrderTests {
  @Test("gives the quantiles and extremes of a sort of its window")
  func againstSorting() throws {
    let series = (0..<600).map { index in index % 13 == 5 ? Double.nan : Double((index * 7919) % 97) }
    var order = RollingOrder(window: 50)
    for end in series.indices {
      order.update(series[end])
      let sorted = series[max(0, end - 49)...end].filter { !$0.isNaN }.sorted()
      #expect(order.count == sorted.count)
      #expect(order.smallest == sorted.first)
      #expect(order.largest == sorted.last)
      guard let top = sorted.indices.last else { continue }
      let position = 0.05 * Double(top)
      let below = Int(position)
      let expected = sorted[below] + (position - Double(below)) * (sorted[min(below + 1, top)] - sorted[below])
      #expect(order.quantile(0.05) == expected)
    }
  }

  @Test("has no quantile without a value or outside 0...1")
  func none() {
    var order = RollingOrder(window: 3)
    #expect(order.quantile(0.5) == nil)
    order.update(1)
    #expect(order.quantile(1) == 1)
    #expect(order.quantile(.nan) == nil)
    #expect(order.quantile(1.1) == nil)
  }
}
