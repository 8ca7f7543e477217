import Laboratory
import Observatory
import Quantities
import Statistics
import Testing

@Suite("Market validation")
struct MarketValidationTests {
  private static let period = MarketPeriod.chosen

  /// Independent normal returns of 16 % volatility.
  private static func normal(seed: UInt64, count: Int = 4000) -> MarketHistory {
    let draw = Draw(seed: seed, replicate: 0)
    let days = (0..<count).map { period.days.lowerBound.advanced(by: $0) }
    return MarketHistory(
      days: days, returns: days.map { 0.01 * draw.normal(Stream(113), of: 0, on: $0) })
  }

  @Test("draws the same bands from the same seed, others from another")
  func deterministic() {
    let history = Self.normal(seed: 1)
    func bands(_ seed: UInt64) -> [QuantileBand?] {
      FactBands(history, samples: 40, draw: Draw(seed: seed, replicate: 0)).bands
    }
    #expect(bands(1) == bands(1))
    #expect(bands(1) != bands(2))
  }

  @Test("passes a market like the one it is held against, and misses one of twice its volatility, by a distance")
  func likeness() throws {
    let real = Self.normal(seed: 1)
    let draw = Draw(seed: 1, replicate: 0)
    let alike = MarketValidation(
      of: (2..<8).map { Self.normal(seed: $0) }, against: real, in: Self.period, samples: 100, draw: draw)
    let ofReturns = alike.rows.filter { $0.fact.need == .returns }
    #expect(ofReturns.count(where: \.isInside) >= 17)
    #expect(alike.inside == alike.own + alike.shared)
    #expect(alike.absent.count == 8)
    #expect(alike.total == 21)
    #expect(alike.garchInside <= 21)
    #expect(alike.absent.allSatisfy { $0.reason != nil })
    let twice = (UInt64(2)..<8).map { seed -> MarketHistory in
      let one = Self.normal(seed: seed)
      return MarketHistory(days: one.days, returns: one.returns.map { 2 * $0 })
    }
    let wild = MarketValidation(of: twice, against: real, in: Self.period, samples: 100, draw: draw)
    let volatility = try #require(wild.misses.first { $0.fact.name == "volatility" })
    #expect(try #require(volatility.distance) > 5)
    #expect(wild.coverage?.joint == 0)
  }

  @Test("without runs has no values and says so")
  func empty() {
    let none = MarketValidation(of: [], against: Self.normal(seed: 1, count: 600), in: Self.period, samples: 20)
    #expect(none.inside == 0)
    #expect(none.absent.count == none.rows.count)
    #expect(none.absent.allSatisfy { $0.reason == "no run" })
  }

  @Test("runs the economy as long as the period", .enabled(if: SharedMarket.haveData))
  func runs() throws {
    // Needs the data folder.
    var base = RunRequest()
    base.scale = RunRequest.coarsest
    base.threads = 2
    let period = try #require(MarketPeriod.named("2020-2026"))
    let validation = try MarketValidation(SharedMarket.folder(), in: period, base: base, replicates: 2)
    #expect(validation.replicates == 2)
    #expect(validation.rows.allSatisfy { $0.value != nil && $0.band != nil })
    #expect(validation.total == 29)
    #expect(try #require(validation.garch).isConverged)
  }

  @Test("stops when asked to", .enabled(if: SharedMarket.haveData))
  func interrupted() throws {
    var base = RunRequest()
    base.scale = RunRequest.coarsest
    #expect(throws: RunInterrupted.self) {
      try MarketValidation(SharedMarket.folder(), base: base, replicates: 1, isInterrupted: { true })
    }
  }
}
