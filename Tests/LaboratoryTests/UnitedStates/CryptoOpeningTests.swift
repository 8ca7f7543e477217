import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("The opening of crypto")
struct CryptoOpeningTests {
  @Test("Ownership by age is the survey's, in the sample as in the figures")
  func ownership() throws {
    #expect(abs(Figures.Crypto.ownership(age: 30) - 0.165) < 1e-12)
    #expect(abs(Figures.Crypto.ownership(age: 57) - (0.105 - 0.495 * 0.07) / 0.505) < 1e-12)
    #expect(Figures.Crypto.ownership(age: 65) == 0.07)
    var request = RunRequest()
    request.months = 1
    let world = try TwoTrackEconomy.world(request)
    try world.advance()
    for (label, age) in [("under50", Int32(30)), ("from50", 57), ("from65", 70)] {
      let share = try #require(world.recorder.last("cryptoOwnership.\(label)"))
      // Two standard errors of three thousand households.
      #expect(abs(share - Figures.Crypto.ownership(age: age)) < 0.015, "\(label): \(share)")
    }
  }

  @Test("Households, funds and the rest of the world hold all of it, and nobody owes it")
  func holders() throws {
    let matrix = try OpeningMatrix.unitedStates()
    let row = try #require(matrix.row(.crypto))
    #expect(abs(row.sum.dollars - Figures.Balances.cryptoCap.value) < 1)
    #expect(abs(row[.mutualFunds].dollars - Figures.Crypto.fundAssets.value) < 1)
    #expect(abs(row[.restOfWorld].dollars - 0.6 * Figures.Balances.cryptoCap.value) < 1)
    let others = Sector.allCases.filter { ![.households, .mutualFunds, .restOfWorld].contains($0) }
    #expect(others.allSatisfy { row[$0] == .zero })
  }
}
