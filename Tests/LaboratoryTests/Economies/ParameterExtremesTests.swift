import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

/// The whole economy at the coarsest scale with one parameter at an end of its range.
@Suite("Parameters at the ends of their ranges")
struct ParameterExtremesTests {
  static let scale = RunRequest.coarsest
  /// The last trading day of the second month: every monthly phase has run twice.
  static let end = Day(2026, 2, 27)!

  struct Extreme: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    var testDescription: String { "\(path) = \(text)" }
  }

  /// Both ends of the range of every parameter on the day page.
  static let extremes: [Extreme] = {
    let seats = (try? TwoTrackEconomy.page(scale: scale).seats) ?? []
    return seats.flatMap { seat in
      (seat.parameters?.rows ?? []).flatMap { name, parameter in
        [parameter.bounds.low, parameter.bounds.high].map { Extreme(path: "\(seat.name).\(name)", text: $0) }
      }
    }
  }()

  static func run(_ overrides: [RunRequest.Override]) throws -> World {
    var request = RunRequest()
    (request.scale, request.overrides) = (scale, overrides)
    let world = try TwoTrackEconomy.world(request)
    while world.day < end { try world.advance() }
    return world
  }

  @Test("are many: no mechanism hides its own")
  func coverage() { #expect(ParameterExtremesTests.extremes.count > 150) }

  @Test("run two months with clean books and nobody overdrawn", arguments: extremes)
  func extreme(_ extreme: Extreme) throws {
    let world = try ParameterExtremesTests.run([.init(extreme.path, extreme.text)])
    #expect(try world.ledger.audit(members: true).isClean)
    for sector in Sector.allCases where sector != .banks {
      let least = world.ledger.column(.deposits, sector)?.min() ?? 0
      #expect(least >= 0, "\(sector) has \(least) cents")
    }
  }

  /// The month end of households, governments, the central bank and the reserve market.
  static let monthEnd = [
    "taxesAndTransfers", "capitalIncome", "debtService", "spending", "homeBuilding", "saving", "governmentPurchases",
    "treasuryFunding", "fedAccounts", "reserveMarket",
  ]

  @Test("of the month end run all at once", arguments: [0, 1])
  func together(_ end: Int) throws {
    let overrides = stride(from: end, to: ParameterExtremesTests.extremes.count, by: 2)
      .map { ParameterExtremesTests.extremes[$0] }
      .filter { ParameterExtremesTests.monthEnd.contains(String($0.path.prefix { $0 != "." })) }
      .map { RunRequest.Override($0.path, $0.text) }
    #expect(overrides.count > 40)
    #expect(try ParameterExtremesTests.run(overrides).ledger.audit(members: true).isClean)
  }
}
