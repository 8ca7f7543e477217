import Accounting
import Markets
import Quantities
import Simulation
import Statistics
import Testing

/// Says whatever a valuation looks at, by day.
private struct Outlook: Mechanism {
  static let name = "outlook"
  static let says: [Observable] = [.expectedEarnings, .longRate, .expectedRealRate]
  var earnings: @Sendable (Int) -> Double = { _ in 1 }
  var real: @Sendable (Int) -> Double = { _ in 0.0136 }
  var long: @Sendable (Int) -> Double = { _ in 0.0418 }

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    for basket in 0..<2 { turn.say(.expectedEarnings, at: basket, earnings(view.step)) }
    turn.say(.longRate, long(view.step))
    turn.say(.expectedRealRate, real(view.step))
  }
}

@Suite("Valuation")
struct ValuationTests {
  private func value(_ outlook: Outlook, days: Int, gap: String = "0") throws -> [Double] {
    let page = try DayPage {
      Phase("say") { outlook }
      Phase("value") { Valuation() }
    }.setting("valuation.aiGap", to: gap)
    let world = try World(
      .init(page: page, ledger: try Ledger(Chart(), opening: Opening()), clock: .periods, opens: Day(number: 0)))
    for _ in 0..<days { try world.advance() }
    return try #require(world.recorder.series("fundamentalValue.ai")).dropFirst().map { Elementary.log($0 / 100) }
  }

  @Test("opens at the price less the stated gap")
  func gap() throws {
    #expect(abs(try value(Outlook(), days: 1, gap: "0.2")[0] + 0.2) < 1e-12)
  }

  @Test("does not depend on the level or unit of earnings, only on their growth")
  func unit() throws {
    let doubled = try value(Outlook(earnings: { $0 < 10 ? 3e12 : 6e12 }), days: 400)
    #expect(abs(doubled[5]) < 1e-12)
    #expect(abs(doubled[9 + 42 - 1] - Elementary.log(2) / 2) < 1e-9)
    #expect(abs(doubled[399] - Elementary.log(2)) < 2e-3)
  }

  @Test("falls at once by D_S for a rise of the expected real rate: a quarter point is 1.75 %")
  func shortRate() throws {
    let path = try value(Outlook(real: { $0 < 3 ? 0.0136 : 0.0161 }), days: 4)
    #expect(abs(path[3] - path[1] + 7 * 0.0025) < 1e-12)
  }

  @Test("falls by −4 to −13 % per point over the whole range of D_S")
  func perPoint() {
    let range = Valuation().$shortDuration.range
    for d in [range.lowerBound, range.upperBound] {
      #expect((-0.13...(-0.04)).contains(Valuation.discount(long: 0, real: 0.01, Tenor(25), d)))
    }
  }

  @Test("follows the long rate by half after its half-life")
  func longRate() throws {
    let path = try value(Outlook(long: { $0 < 3 ? 0.0418 : 0.0518 }), days: 2 + 63)
    #expect(abs(path[64] + 25 * 0.01 / 2) < 1e-9)
  }

  @Test("ignores a figure that is not above zero")
  func nonsense() throws {
    #expect(try value(Outlook(earnings: { $0 < 3 ? 5 : -1 }), days: 5).allSatisfy { abs($0) < 1e-12 })
  }
}
