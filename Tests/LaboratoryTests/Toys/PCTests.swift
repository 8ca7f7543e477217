import Laboratory
import Quantities
import Testing

@Suite struct PCTests {
  /// Godley and Lavoie (2007), chapter 4: income 106.5 at rest; the digits are the closed form.
  @Test("Income at rest is 106.4865, wealth 86.4865, three quarters of it in bills")
  func steadyState() throws {
    let table = try ToyRequest(.PC, periods: 1).run()
    #expect(abs(try #require(table["Y"])[0] - 106.4865) < 5e-5)
    #expect(abs(try #require(table["V"])[0] - 86.4865) < 5e-5)
    #expect(abs(try #require(table["B_h"])[0] - 64.8649) < 5e-5)
  }

  @Test("A higher rate raises income at rest, the book's puzzle")
  func higherRate() throws {
    let table = try ToyRequest(.PC, periods: 300, shocks: [ToyShock(name: "r", value: 0.035, period: 10)]).run()
    let (Y, r) = (try #require(table["Y"]), try #require(table["r"]))
    #expect(r[9] == 0.025)
    #expect(r[10] == 0.035)
    #expect(Y[300] > 110 && Y[300] < 110.1)
  }

  @Test("When more bills are wanted than there is wealth, households owe the central bank their cash")
  func negativeCash() throws {
    let table = try ToyRequest(.PC, periods: 50, settings: [("lambda0", 1.2)], opening: .nothing).run()
    let (V, B, H, B_cb) = (
      try #require(table["V"]), try #require(table["B_h"]), try #require(table["H_h"]), try #require(table["B_cb"])
    )
    #expect(H[50] < 0)
    #expect(H == B_cb)
    #expect(abs(V[50] - B[50] - H[50]) < 1e-9)
    #expect(table.auditResidual == .zero)
  }

  @Test("Interest that outgrows taxes leaves no steady state, and says so")
  func noSteadyState() throws {
    let request = ToyRequest(.PC, periods: 20, settings: [("theta", 0.01), ("r", 0.2)])
    let error = try #require(throws: ToyError.self) { try request.run() }
    #expect(!error.isRunFailure)
    #expect("\(error)".contains("PC has no steady state"))
    var fromNothing = request
    fromNothing.opening = .nothing
    #expect(try fromNothing.run().rows.count == 21)
  }
}
