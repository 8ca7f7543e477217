import Statistics
import Testing

@Suite("Many tests at once")
struct MultipleTestsTests {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
  @Test("have Holm's p-values as in R")
  func holm() {
    let adjusted = MultipleTests.holm([0.01, 0.04, 0.03, 0.005])
    for (got, wanted) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) { #expect(abs(got - wanted) < 1e-15) }
    #expect(MultipleTests.holm([0.6, .nan, 0.9])[0] == 1)
    #expect(MultipleTests.holm([0.6, .nan, 0.9])[1].isNaN && MultipleTests.holm([]).isEmpty)
  }

  @Test("step down through the largest of what is left")
  func romanoWolf() {
    // Four samples by hand: the largest of all three beats 3 once; of the last two beats 2 twice; the last beats 1 thrice.
    let samples = [[3.5, 0.1, 0.2], [0.1, 2.5, 1.5], [0.3, 0.4, 2.2], [0.5, 0.6, 1.1]]
    let inOrder: [Double] = MultipleTests.romanoWolf([3, -2, 1], samples: samples)
    let (first, second, third): (Double, Double, Double) = (0.4, 0.6, 0.8)
    #expect(inOrder == [first, second, third])
    // The order of the tests does not matter, and p-values never fall as statistics do.
    let turned = samples.map { sample in [sample[2], sample[0], sample[1]] }
    let others: [Double] = MultipleTests.romanoWolf([1, 3, -2], samples: turned)
    #expect(others == [third, first, second])
    #expect(MultipleTests.romanoWolf([.nan, 2], samples: [[0, 1]])[0].isNaN)
  }

  @Test("cost nothing when they are one test, where Holm pays for each")
  func dependence() {
    let samples = (0..<999).map { index in [Double](repeating: Double(index) / 400, count: 10) }
    let together = MultipleTests.romanoWolf([Double](repeating: 2.4, count: 10), samples: samples)
    #expect(together.allSatisfy { $0 == together[0] } && together[0] < 0.05)
    #expect(MultipleTests.holm([Double](repeating: together[0], count: 10))[0] > 0.3)
  }
}
