import Statistics
import Testing

@Suite("The shared cycle")
struct SharedCycleTests {
  @Test("is one for series that are one, and the largest eigenvalue by hand for three")
  func known() throws {
    let x = [1.0, -1, 2, 0, 3, -2]
    #expect(abs(try #require(SharedCycle.share([x, x.map { 3 - 2 * $0 }])) - 1) < 1e-12)
    // Correlations of ±1 columns of a Hadamard matrix are nought: each eigenvalue is one.
    let (a, b, c) = ([1.0, 1, -1, -1], [1.0, -1, 1, -1], [1.0, -1, -1, 1])
    #expect(abs(try #require(SharedCycle.share([a, b, c])) - 1.0 / 3) < 1e-9)
    // One pair correlated by r = .5 and a third apart: λ = 1.5.
    let half = zip(a, b).map { 0.5 * $0 + 0.75.squareRoot() * $1 }
    #expect(abs(try #require(SharedCycle.share([a, half, c])) - 0.5) < 1e-9)
  }

  @Test("is nothing for a series without spread or too few rows")
  func none() {
    #expect(SharedCycle.share([[1, 1, 1], [1, 2, 3]]) == nil)
    #expect(SharedCycle.share([[1, 2], [2, 1]]) == nil && SharedCycle.share([[1, 2, 3]]) == nil)
  }

  @Test("counts growth over a year in logs")
  func growth() {
    let levels = (0..<14).map { Double($0 + 1) }
    let growth = SharedCycle.growth(levels)
    #expect(growth[11].isNaN && growth[12] == Elementary.log(13) && growth[13] == Elementary.log(7))
  }
}
