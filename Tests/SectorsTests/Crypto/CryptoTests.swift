import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The crypto market")
struct CryptoTests {
  /// Moves crypto of the rest of the world to the first household on the first day.
  private struct Purchase: Mechanism {
    static let name = "purchase"
    let happens: Bool
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      guard happens, view.step == 1 else { return }
      turn.sell(1_000_000_000, .crypto, from: Holder(.restOfWorld), to: Holder(.households), ifShort: .orPart)
    }
  }

  private func world(
    _ returns: Says<EquityReturnTopic> = Says(0), _ settings: [(String, String)] = CryptoWorld.quiet,
    buys: Bool = false,
    seed: UInt64 = 1
  ) throws -> World {
    let page = DayPage {
      Phase("say") { returns }
      Phase("coin") { Crypto() }
      Phase("buy") { Purchase(happens: buys) }
    }
    return try CryptoWorld.world(try page.setting(settings), seed: seed)
  }

  private func last(_ world: World, _ name: String) throws -> Double { try #require(world.recorder.last(name)) }

  @Test("follows equity with its beta when nobody's flow surprises")
  func equity() throws {
    let world = try world(Says(0.01))
    try FirmWorld.run(world, months: 1)
    #expect(abs(try last(world, "cryptoReturn") - 0.0135) < 1e-9)
    #expect(abs(world.ledger.price(.crypto).dollars - 100 * Elementary.exp(0.0135)) < 1e-6)
  }

  @Test("rises by the multiplier times money that was not expected")
  func impact() throws {
    let world = try world(Says(0), CryptoWorld.quiet, buys: true)
    try FirmWorld.run(world, months: 2)
    // 100,000 dollars reach the market over 21 days; capitalisation is sixty million and what was mined.
    let flow = try last(world, "cryptoFlow.households")
    #expect(abs(flow - 100_000 / 21.0) < 10)
    #expect(abs(try last(world, "cryptoReturn") - 7 * flow / 60e6) < 2e-6)
  }

  @Test("mines at the protocol's rate without an issuer: net worth grows by what is mined")
  func mining() throws {
    let world = try world(Says(0), CryptoWorld.quiet + [("crypto.power", "252000")])
    try FirmWorld.run(world, months: 1)
    let all = Sector.allCases.reduce(0) { $0 + world.ledger.quantity(.crypto, $1) }
    let mined = Double(all) / 600e9 - 1
    let expected = 0.00535 / 252
    #expect(abs(mined - expected) < 1e-9)
    let worth = Sector.allCases.reduce(Money.zero) { $0 + world.ledger.netWorth($1) }
    #expect(worth == Sector.allCases.reduce(Money.zero) { $0 + world.ledger.value(.crypto, $1) })
    #expect(world.ledger.flow(.intermediateInputs, .energy) == Money(cents: 75_400))
  }

  @Test("moves fund money through the ledger: what funds buy, the rest of the world sells")
  func funds() throws {
    let world = try world()
    let before = world.ledger.balance(.deposits, of: Holder(.mutualFunds))
    try FirmWorld.run(world, months: 1)
    let paid = before - world.ledger.balance(.deposits, of: Holder(.mutualFunds))
    let flow = 0.65 * 60e6 * 0.0000384 / (1 - 0.476)
    #expect(abs(paid.dollars - flow) < 0.1, "\(paid)")
    #expect(world.ledger.quantity(.crypto, .mutualFunds) > 100_000_000_000)
  }

  @Test("lets nobody at home buy where it is banned")
  func ban() throws {
    let world = try world(Says(0), CryptoWorld.quiet + [("crypto.access", "0")])
    try FirmWorld.run(world, months: 5)
    #expect(world.ledger.quantity(.crypto, .mutualFunds) == 100_000_000_000)
    #expect(try last(world, "cryptoAccess") == 0)
  }

  @Test("closes leveraged positions the day after a fall, and rebuilds them")
  func liquidations() throws {
    let settings =
      CryptoWorld.quiet.dropLast() + [
        ("crypto.leverage", "0.02"), ("crypto.rebuilding", "504"), ("crypto.anchorPull", "0"),
      ]
    let world = try world(Says(-0.1, 0), Array(settings))
    try FirmWorld.run(world, months: 2)
    let share = LiquidationCurve(median: 0.35, dispersion: 1.04).share(ofFall: 0.135)
    #expect(abs(try last(world, "cryptoFlow.liquidations") + 0.02 * 60e6 * share) < 1e-3 * 0.02 * 60e6)
    #expect(try last(world, "cryptoReturn") < 0)
    let thin = try last(world, "cryptoLeverage")
    try FirmWorld.run(world, months: 200)
    #expect(try last(world, "cryptoLeverage") > thin)
  }

  @Test("has the volatility it is told, in two seeds of luck, and the same for one seed")
  func luck() throws {
    let settings = [("crypto.fundNoise", "0"), ("crypto.leverage", "0"), ("crypto.fundChasing", "0")]
    let (one, again, other) = (
      try world(Says(0), settings), try world(Says(0), settings), try world(Says(0), settings, seed: 2)
    )
    for world in [one, again, other] { try FirmWorld.run(world, months: 400) }
    #expect(one.runHash == again.runHash && one.runHash != other.runHash)
    let returns = try #require(one.recorder.series("cryptoReturn")).dropFirst()
    let mean = returns.reduce(0, +) / Double(returns.count)
    let variance = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(returns.count)
    #expect(abs((variance * 252).squareRoot() - 0.36) < 0.05)
  }
}

@Suite("The liquidation curve")
struct LiquidationCurveTests {
  @Test("gives the two points it was read from: 22 % at a fall of 15.7 %, little on a usual day")
  func points() {
    let curve = LiquidationCurve(median: 0.35, dispersion: 1.04)
    #expect(abs(curve.share(ofFall: 0.157) - 0.22) < 0.005)
    #expect(abs(curve.share(ofFall: 0.016) - 0.0015) < 0.0002)
    #expect(curve.share(ofFall: 0) == 0 && curve.share(ofFall: -0.1) == 0)
    #expect(abs(curve.share(ofFall: 0.35) - 0.5) < 1e-12)
  }
}
