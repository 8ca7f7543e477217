import Quantities
import Sectors
import Testing

@Suite("The input-output table")
struct InputOutputTests {
  private func table(_ domestic: [[Double]]) -> InputOutput {
    let none = SpendingBasket(domestic: [], imported: 0, productTaxes: 0)
    return InputOutput(
      domestic: domestic, imported: [], taxes: [], compensation: [], surplus: [], consumption: none, investment: none,
      intellectualProperty: none, structures: none, residential: none, exports: none, publicInvestment: none)
  }

  @Test("makes the output that meets a demand, inputs for inputs included")
  func output() {
    let technology = table([[0.2, 0.1], [0.3, 0.4]])
    let output = technology.output(for: [10, 20])
    #expect(abs(output[0] - 8 / 0.45) < 1e-12 && abs(output[1] - 19 / 0.45) < 1e-12)
  }

  @Test("inverts exactly: (I − A) L = I")
  func identity() {
    let technology = FirmWorld.technology
    for i in Industry.allCases.indices {
      for j in Industry.allCases.indices {
        let product =
          technology.leontief[i][j]
          - Industry.allCases.indices.reduce(0) { $0 + technology.domestic[i][$1] * technology.leontief[$1][j] }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test("sees a negative coefficient through to the end of the series")
  func negative() {
    let technology = table([[-0.5, 0], [0, 0]])
    #expect(abs(technology.leontief[0][0] - 1 / 1.5) < 1e-14)
  }

  @Test("of an economy without inputs makes what is demanded")
  func noInputs() { #expect(table([[0, 0], [0, 0]]).output(for: [3, 4]) == [3, 4]) }
}
