import Markets
import Quantities
import Statistics
import Testing

@Suite("VIX strip")
struct VIXStripTests {
  // The worked example of the Cboe Volatility Index methodology. It prints maturities to seven places, which leaves an
  // error of a hundred-millionth in variance.
  @Test("gives every published figure of Cboe's worked example")
  func workedExample() throws {
    let near = try VIXStrip(
      CboeWorkedExample.near, maturity: CboeWorkedExample.nearMaturity, rate: CboeWorkedExample.nearRate)
    let next = try VIXStrip(
      CboeWorkedExample.next, maturity: CboeWorkedExample.nextMaturity, rate: CboeWorkedExample.nextRate)
    #expect(abs(near.forward - 1962.89996) < 5e-6 && abs(next.forward - 1962.40006) < 5e-6)
    #expect(near.centre == 1960 && next.centre == 1960)
    #expect(near.strikes.first == 1370 && near.strikes.last == 2125)
    #expect(next.strikes.first == 1275 && next.strikes.last == 2200)
    #expect(abs(near.contributions.reduce(0, +) - 0.0006320516) < 5e-11)
    #expect(abs(next.contributions.reduce(0, +) - 0.0008314016) < 5e-11)
    #expect(abs(near.variance - 0.019233906) < 2e-8 && abs(next.variance - 0.019423884) < 2e-8)
    let index = try VIXStrip.index(near: near, next: next, horizon: Tenor(30.0 / 365))
    #expect(abs(index.value - 0.13927842) < 1e-7)
  }

  @Test("skips an option without a bid and stops after two")
  func selection() throws {
    let near = try VIXStrip(
      CboeWorkedExample.near, maturity: CboeWorkedExample.nearMaturity, rate: CboeWorkedExample.nearRate)
    #expect(!near.strikes.contains(1405) && near.strikes.contains(1400))
    // 1350 and 1355 have bids, but lie beyond 1360 and 1365, which have none.
    #expect(!near.strikes.contains(1355) && !near.strikes.contains(2225))
    let row = try #require(near.strikes.firstIndex(of: 1400))
    let width = near.contributions[row] / 0.125 * 1400 * 1400
    #expect(abs(width - 7.5) < 1e-3, "from 1395 to 1410")
  }

  /// A chain at one volatility, quoted without a spread.
  private func chain(_ volatility: Double, _ t: Double, step: Double) throws -> [StrikeQuote] {
    try stride(from: step, through: 300, by: step).map { strike in
      let prices = try OptionRight.allCases.map {
        try #require(
          BlackScholes(
            $0, spot: 100, strike: strike, expiry: Tenor(t), rate: Rate(0.04), carry: Rate(0.02),
            volatility: Volatility(volatility)
          ).price)
      }
      return StrikeQuote(
        strike: strike, call: OptionQuote(bid: prices[0], ask: prices[0]),
        put: OptionQuote(bid: prices[1], ask: prices[1]))
    }
  }

  @Test("of a flat chain is its volatility", arguments: [0.1, 0.2, 0.5])
  func flat(volatility: Double) throws {
    for t in [0.05, 0.25] {
      let strip = try VIXStrip(try chain(volatility, t, step: 0.05), maturity: Tenor(t), rate: Rate(0.04))
      #expect(abs(strip.variance.squareRoot() - volatility) < 1e-4, "\(t)")
      #expect(abs(strip.forward - 100 * Elementary.exp(0.02 * t)) < 1e-9)
    }
  }

  @Test("interpolates total variance and does not extrapolate")
  func index() throws {
    let near = try VIXStrip(try chain(0.2, 0.06, step: 0.1), maturity: Tenor(0.06), rate: Rate(0.04))
    let next = try VIXStrip(try chain(0.3, 0.1, step: 0.1), maturity: Tenor(0.1), rate: Rate(0.04))
    let middle = try VIXStrip.index(near: near, next: next, horizon: Tenor(0.08)).value
    #expect(abs(middle * middle * 0.08 - (near.variance * 0.06 + next.variance * 0.1) / 2) < 1e-15)
    #expect(throws: VIXStripError.notBetween) { try VIXStrip.index(near: near, next: next, horizon: Tenor(0.05)) }
    #expect(throws: VIXStripError.notBetween) { try VIXStrip.index(near: next, next: near, horizon: Tenor(0.08)) }
  }

  @Test("says why quotes have no index")
  func refusals() throws {
    let chain = try chain(0.2, 0.1, step: 5)
    func refused(_ quotes: [StrikeQuote], _ t: Double = 0.1) -> VIXStripError? {
      do { _ = try VIXStrip(quotes, maturity: Tenor(t), rate: Rate(0.04)) } catch { return error }
      return nil
    }
    #expect(refused(chain) == nil)
    #expect(refused(chain, 0) == .expired)
    #expect(refused(chain.reversed()) == .quotes)
    #expect(refused([]) == .quotes)
    #expect(refused(chain.filter { $0.strike > 120 }) == .noCentre)
    #expect(refused(chain.filter { $0.strike < 90 }) == .noWing)
    var oneSided = chain
    for i in oneSided.indices { oneSided[i].call = OptionQuote(bid: 0, ask: 0) }
    #expect(refused(oneSided) == .noForward)
    oneSided[3].put.bid = .nan
    #expect(refused(oneSided) == .quotes)
  }
}
