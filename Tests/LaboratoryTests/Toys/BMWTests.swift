import Laboratory
import Quantities
import Testing

@Suite struct BMWTests {
  /// Godley and Lavoie (2007), chapter 7: Y* = α0/((1 − α1)(1 − δκ) − α2κ).
  @Test("Income rests at 200 and moves to 224 when autonomous consumption rises to 28")
  func autonomousConsumption() throws {
    let table = try ToyRequest(.BMW, periods: 300, shocks: [ToyShock(name: "alpha0", value: 28, period: 5)]).run()
    let Y = try #require(table["Y"])
    #expect(Y[0...4].allSatisfy { $0 == 200 })
    #expect(Y[5] == 212)
    #expect(abs(Y[300] - 224) < 1e-8)
  }

  @Test("The rate of interest moves money between firms and households and leaves income alone")
  func interestIsDistribution() throws {
    let shock = ToyShock(name: "r_l", value: 0.08, period: 3)
    let table = try ToyRequest(.BMW, periods: 10, shocks: [shock]).run()
    let (Y, WB, r) = (try #require(table["Y"]), try #require(table["WB"]), try #require(table["r_l"]))
    #expect(Y.allSatisfy { $0 == 200 })
    #expect(r[3] == 0.08)
    #expect(WB[3] == 172)
    #expect(WB[4] == 164)
  }

  @Test("Plant cannot fall below zero: the run ends there and says in which period")
  func plantBelowZero() throws {
    let error = try #require(throws: ToyError.self) {
      try ToyRequest(.BMW, settings: [("gamma", 0.9)], shocks: [ToyShock(name: "alpha0", value: 1, period: 2)]).run()
    }
    #expect(error.isRunFailure)
    #expect("\(error)".hasPrefix("BMW failed in period "))
    #expect("\(error)".contains("below zero"))
  }

  @Test("Disinvestment beyond wear and tear still balances")
  func disinvestment() throws {
    let table = try ToyRequest(.BMW, periods: 20, shocks: [ToyShock(name: "kappa", value: 0.1, period: 3)]).run()
    #expect(try #require(table["I"])[3] < 0)
    #expect(table["K"] == table["L"])
    #expect(table["K"] == table["M"])
    #expect(table.auditResidual == .zero)
  }
}
