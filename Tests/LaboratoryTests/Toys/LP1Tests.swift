import Laboratory
import Quantities
import Testing

@Suite struct LP1Tests {
  static let ratesRise = [
    ToyShock(name: "r_b", value: 0.04, period: 10), ToyShock(name: "p_bL", value: 15, period: 10),
  ]

  @Test("A fall of the bond price is a loss on last period's bonds, once")
  func capitalLoss() throws {
    let table = try ToyRequest(.LP1, periods: 20, shocks: LP1Tests.ratesRise).run()
    let (CG, BL) = (try #require(table["CG"]), try #require(table["BL_h"]))
    #expect(abs(CG[10] + 5 * BL[9]) < 1e-9)
    for t in 0...20 where t != 10 { #expect(CG[t] == 0) }
  }

  /// Godley and Lavoie (2007), section 5.8: demand falls at first and ends higher.
  @Test("Higher rates lower income first and raise it at rest")
  func higherRates() throws {
    let Y = try #require(try ToyRequest(.LP1, periods: 400, shocks: LP1Tests.ratesRise).run()["Y"])
    #expect(Y[11] < Y[0])
    #expect(Y[400] > Y[0] + 5)
  }

  @Test("The weight of expected gains has no effect while the expected price is the price")
  func chi() throws {
    let (low, high) = (
      try ToyRequest(.LP1, settings: [("chi", 0)], shocks: LP1Tests.ratesRise).run(),
      try ToyRequest(.LP1, settings: [("chi", 1)], shocks: LP1Tests.ratesRise).run()
    )
    #expect(low.rows == high.rows)
  }

  @Test("Households may go short of bonds or bills and come back")
  func shortPositions() throws {
    let shocks = [
      ToyShock(name: "lambda30", value: -0.5, period: 3), ToyShock(name: "lambda20", value: -0.6, period: 5),
      ToyShock(name: "lambda30", value: 0.3997, period: 8), ToyShock(name: "lambda20", value: 0.44196, period: 9),
    ]
    let table = try ToyRequest(.LP1, periods: 20, shocks: shocks).run()
    let path = BookSolver(toy: .LP1).path(
      from: table.row(0), periods: 20,
      parameters: .init(uniqueKeysWithValues: table.parameters.map { ($0.name, $0.value) }), shocks: shocks)
    #expect(try #require(table["BL_h"])[3] < 0)
    #expect(try #require(table["B_h"])[5] < 0)
    #expect(try #require(table["BL_h"])[20] > 0)
    #expect(table.error(against: path, floor: 1e-3) < 1e-8)
    #expect(table["H_h"] == table["H_s"])
    #expect(table.auditResidual == .zero)
  }
}
