import Markets
import Observatory
import Quantities
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// ANCHORS T6.
@Suite("Dealer gamma")
struct DealerGammaTests {
  @Test(
    "gives four published variants of the chain of 2024-01-05",
    .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
  func variants() throws {
    let file = "cboe_spx_chain_20240107.csv"
    let chain = try OptionChain(try SharedFiles.published(file), file: file, asOf: day("2024-01-07"))
    #expect(chain.day == day("2024-01-07") && chain.spot == 4697.2402 && chain.options.count == 2 * 10_519)
    func gamma(_ keepsExpiring: Bool, _ usesPrinted: Bool) throws -> DealerGamma {
      try DealerGamma(chain, convention: GammaConvention(keepsExpiring: keepsExpiring, usesPrinted: usesPrinted))
    }
    let published = try gamma(true, true)
    #expect(abs(published.exposure(putWeight: 1) / 1e9 + 10.9987) < 1e-3)
    #expect(abs(published.allShort / 1e9 + 234.0601) < 1e-3)
    #expect(abs(try #require(published.breakeven) - 0.9102) < 1e-3)
    #expect(abs(try gamma(false, true).exposure(putWeight: 1) / 1e9 + 8.7847) < 1e-3)
    let recomputed = try gamma(true, false)
    #expect(abs(recomputed.exposure(putWeight: 1) / 1e9 + 20.85) < 1e-3)
    let flips = DealerGamma.flips(of: recomputed.profile())
    #expect(flips.count == 1 && abs(flips[0] - 4734.48) < 5e-3)
  }

  @Test(
    "gives the chain of 2022-06-10 as measured, and the same from a tidy file",
    .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
  func june2022() throws {
    let file = "cboe_spx_chain_20220611.csv"
    let chain = try OptionChain(try SharedFiles.published(file), file: file, asOf: day("2022-06-11"))
    let published = try DealerGamma(chain, convention: .published)
    #expect(abs(published.exposure(putWeight: 1) / 1e9 + 41.7254) < 1e-3)
    #expect(abs(try #require(published.breakeven) - 0.4969) < 1e-3)
    let tidy = try OptionChain(
      try SharedFiles.folder().bytes(of: "spx_option_chain_2022-06-10"), file: "tidy", asOf: day("2022-06-12"))
    // The tidy file leaves out strikes beyond 40-160 % of spot and what neither traded nor was held.
    let (whole, kept) = (
      try DealerGamma(chain, asOf: day("2022-06-11")), try DealerGamma(tidy, asOf: day("2022-06-11"))
    )
    #expect(abs(whole.exposure(putWeight: 1) / kept.exposure(putWeight: 1) - 1) < 5e-3)
  }

  private func chain(_ options: [OptionChain.Option]) -> OptionChain {
    OptionChain(day: day("2025-03-03"), spot: 100, options: options)
  }

  private func option(_ right: OptionRight, _ strike: Double, _ expiration: String, _ interest: Double = 1000)
    -> OptionChain.Option
  {
    .init(right, strike: strike, expiration: day(expiration), openInterest: interest, volatility: 0.2)
  }

  @Test("is the sum of Black-Scholes gammas, vannas and charms")
  func sum() throws {
    let call = option(.call, 105, "2025-06-02")
    let gamma = try DealerGamma(chain([call]))
    let years = Double(65) / 262
    let greeks = try #require(
      BlackScholes(
        .call, spot: 100, strike: 105, expiry: Tenor(years), rate: .zero, carry: .zero, volatility: Volatility(0.2)
      ).greeks)
    #expect(abs(gamma.calls / (greeks.gamma * 1000 * 100 * 100 * 100 * 0.01) - 1) < 1e-12 && gamma.puts == 0)
    #expect(abs(gamma.vanna.calls / (greeks.vanna * 1000 * 100 * 100 * 0.01) - 1) < 1e-12)
    #expect(abs(gamma.charm.calls / (greeks.charm * 1000 * 100 * 100 / 365.25) - 1) < 1e-12)
    #expect(gamma.breakeven == nil)
  }

  @Test("drops what expires today and keeps what expires tomorrow")
  func expiring() throws {
    let options = [option(.call, 100, "2025-03-03"), option(.put, 100, "2025-03-04"), option(.put, 100, "2025-02-21")]
    let gamma = try DealerGamma(chain(options))
    #expect(gamma.counted == 1 && gamma.calls == 0 && gamma.puts > 0)
    #expect(throws: Absence.self) { try DealerGamma(chain([options[0]])) }
  }

  @Test("brackets every weight of the puts, and changes sign at the breakeven")
  func weights() throws {
    let gamma = try DealerGamma(chain([option(.call, 110, "2025-06-20"), option(.put, 95, "2025-06-20", 3000)]))
    let breakeven = try #require(gamma.breakeven)
    let reading = DealerGammaGauge.readings(of: gamma, source: [], seenFrom: gamma.day)[0]
    let (low, high) = (try #require(reading.low), try #require(reading.high))
    for w in stride(from: 0, through: 1, by: 0.1) {
      #expect((low...high).contains(gamma.exposure(putWeight: w)))
      #expect((gamma.exposure(putWeight: w) > 0) == (w < breakeven))
    }
  }

  @Test("refuses chains it cannot read, and says what")
  func refused() throws {
    let header = "expiration,option_type,strike,open_interest,implied_vol\n"
    for (text, reason) in [
      (header + "2025-06-20,X,100,1,.2\n", "'X' is neither C nor P"),
      (header + "soon,C,100,1,.2\n", "'soon' is not a date"),
      (header + "2025-06-20,C,,1,.2\n", "no option with a strike"),
      ("expiration,strike,open_interest\n2025-06-20,1,1\n", "no column 'option_type'"), ("<html>", "web page"),
    ] {
      do {
        _ = try OptionChain(Array(text.utf8), file: "c.csv", asOf: day("2025-03-03"))
        Issue.record("\(text) was read")
      } catch {
        #expect(error.reason.contains(reason), "\(error.reason)")
      }
    }
    let plain = try OptionChain(
      Array((header + "2025-06-20,put,100,,\n2025-06-20,call,100,5,.2\n").utf8), file: "c", asOf: day("2025-03-03"))
    #expect(plain.options.count == 1 && plain.spot == nil)
    #expect(throws: Absence.self) { try DealerGamma(plain) }
  }
}
