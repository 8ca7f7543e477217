import Laboratory
import Quantities
import Testing

@Suite struct SIMTests {
  /// Godley and Lavoie (2007), table 3.4 prints 38.5, 47.9 and 100; the digits are exact solutions.
  @Test("Income from nothing is 38.4615, 47.9290, 55.9399 and tends to 100")
  func incomeFromNothing() throws {
    let Y = try #require(try ToyRequest(.SIM, periods: 200).run()["Y"])
    #expect(Y[0] == 0)
    #expect(abs(Y[1] - 38.4615) < 5e-5)
    #expect(abs(Y[2] - 47.9290) < 5e-5)
    #expect(abs(Y[3] - 55.9399) < 5e-5)
    #expect(abs(Y[200] - 100) < 1e-8)
  }

  @Test("The steady state is G over the tax rate")
  func steadyState() throws {
    let table = try ToyRequest(.SIM, periods: 1, settings: [("G", 30), ("theta", 0.25)], opening: .steady).run()
    #expect(abs(try #require(table["Y"])[1] - 120) < 1e-9)
  }

  @Test("Twice the wage is half the employment")
  func employment() throws {
    let table = try ToyRequest(.SIM, periods: 3, settings: [("W", 2)]).run()
    let (Y, N) = (try #require(table["Y"]), try #require(table["N"]))
    for t in 0...3 { #expect(N[t] == Y[t] / 2) }
  }

  @Test("Spending every gain in income has no solution; without taxes nothing is steady but a path exists")
  func limits() throws {
    #expect(throws: ToyError.self) { try ToyRequest(.SIM, settings: [("alpha1", 1), ("theta", 0)]).run() }
    #expect(throws: ToyError.self) { try ToyRequest(.SIM, settings: [("theta", 0)], opening: .steady).run() }
    let H = try #require(try ToyRequest(.SIM, periods: 5, settings: [("theta", 0)]).run()["H"])
    #expect(H == [0, 20, 40, 60, 80, 100])
  }
}
