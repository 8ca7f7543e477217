import Foundation
import Laboratory
import Quantities
import Testing

/// What holds in every toy whatever its parameters.
@Suite struct ToyEquationTests {
  static let drawn = Toy.allCases.flatMap { toy in (1...25).map { (toy, UInt32($0)) } }

  @Test("The ledger's path solves the book's equations at drawn parameters, shocks and openings", arguments: drawn)
  func solvesEquations(_ toy: Toy, _ seed: UInt32) throws {
    let request = DrawnRequest(toy, seed: seed).request
    let table = try request.run()
    let path = BookSolver(toy: toy).path(
      from: table.row(0), periods: request.periods,
      parameters: .init(uniqueKeysWithValues: table.parameters.map { ($0.name, $0.value) }), shocks: request.shocks)
    #expect(table.rows.count == request.periods + 1)
    #expect(table.error(against: path, floor: 1e-3) < 1e-8)
    #expect(table.auditResidual == .zero)
  }

  @Test("An economy that opens at its steady state stays there", arguments: drawn)
  func staysAtRest(_ toy: Toy, _ seed: UInt32) throws {
    var request = DrawnRequest(toy, seed: seed).request
    (request.opening, request.shocks) = (.steady, [])
    let table = try request.run()
    let opening = table.row(0)
    #expect(try #require(opening["Y"]) > 0)
    #expect(table.error(against: Array(repeating: opening, count: table.rows.count), floor: 1e-3) < 1e-8)
  }

  @Test("The hidden equations hold to the cent in every period", arguments: drawn)
  func hiddenEquations(_ toy: Toy, _ seed: UInt32) throws {
    let table = try DrawnRequest(toy, seed: seed).request.run()
    func cents(_ column: String) throws -> [Int64] {
      try #require(table[column]).map { Int64(($0 * 1e11).rounded()) }
    }
    switch toy {
    case .SIM:
      let (H, G, T) = (try cents("H"), try cents("G"), try cents("T"))
      for t in 1..<H.count { #expect(H[t] - H[t - 1] == G[t] - T[t]) }
    case .PC, .LP1:
      #expect(try cents("H_s") == cents("H_h"))
      #expect(try cents("H_s") == cents("B_cb"))
    case .BMW:
      #expect(try cents("L") == cents("M"))
      #expect(try cents("L") == cents("K"))
      let (K, I, DA) = (try cents("K"), try cents("I"), try cents("DA"))
      for t in 1..<K.count { #expect(K[t] - K[t - 1] == I[t] - DA[t]) }
    }
  }

  @Test("A shock changes nothing before its period", arguments: Toy.allCases)
  func shockIsDated(_ toy: Toy) throws {
    let name = toy == .BMW ? "alpha0" : "G"
    let still = try ToyRequest(toy, periods: 20).run()
    let shocked = try ToyRequest(toy, periods: 20, shocks: [ToyShock(name: name, value: 30, period: 10)]).run()
    #expect(shocked.rows[..<10] == still.rows[..<10])
    #expect(try #require(shocked["Y"])[10] > #require(still["Y"])[10])
  }

  @Test("Amounts a thousand times the book's give a thousand times its path", arguments: Toy.allCases)
  func scales(_ toy: Toy) throws {
    let name = toy == .BMW ? "alpha0" : "G"
    let book = try #require(toy.parameters.first { $0.name == name }).value
    let small = try ToyRequest(toy, periods: 40, opening: .nothing).run()
    let large = try ToyRequest(toy, periods: 40, settings: [(name, book * 1e3)], opening: .nothing).run()
    let (a, b) = (try #require(small["Y"]), try #require(large["Y"]))
    for t in 1..<a.count { #expect(abs(b[t] / a[t] / 1e3 - 1) < 1e-9) }
  }
}
