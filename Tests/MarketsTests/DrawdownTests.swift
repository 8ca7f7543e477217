import Markets
import Testing

@Suite("A drawdown")
struct DrawdownTests {
  @Test("runs from the highest price so far")
  func running() {
    var fall = Drawdown()
    for price in [100, 120, .nan, 90, 110, 130, 117] { fall.update(price) }
    #expect(fall.maximum == 0.25)
    #expect(fall.current == 1 - 117.0 / 130)
    #expect(fall.peak == 130)
  }

  @Test("names the peak and the trough of the deepest fall")
  func deepest() throws {
    let found = try #require(Drawdown.deepest(of: [.nan, 100, 120, 90, 110, 130, 117]))
    #expect(found == (0.25, 2, 3))
    #expect(Drawdown.deepest(of: [1, 2, 3])?.depth == 0)
    #expect(Drawdown.deepest(of: [.nan, .nan]) == nil)
    #expect(Drawdown.deepest(of: []) == nil)
  }
}
