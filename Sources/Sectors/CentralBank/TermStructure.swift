import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// The rate on a new thirty-year fixed mortgage.
  public static let mortgageRate = Observable("mortgageRate", unit: PerAnnum.self, atRest: 0.0615)
  /// What the yield of each row of Treasury bonds has moved since the opening.
  public static let yieldChanges = Observable(
    "yieldChanges", unit: PerAnnum.self, atRest: 0, width: .each(Instrument.treasuryBonds.map(\.name)))
}

/// What the policy rate and its expected path make of the ten-year yield and of the real rate that equity looks at.
///
///     y_L = i∞ + (ī − i∞) A + tp,   A = (1 − e^(−a·10))/(a·10)
///     s   = ī − [w π∞ + (1 − w) π]
///     Δy_T = (ī − ī_0)(1 − e^(−aT))/(aT) + Δtp · min(1, T/10)     ī_0: the first heard
///
/// π is inflation without what energy adds. ī is the policy rate expected over four quarters, talk included, i∞ that of the long run, a the speed at which the
/// market sees one reach the other. The term premium tp makes the first yield the opening one and stays there.
///
/// The premium moves with the duration that Treasury and central bank take from the public beyond what was announced.
///
/// Ignores: risk, and foreign demand, in the term premium.
///
/// Sees: the expected policy rate, what talk adds to it, core inflation, the shift of the term premium. Does: says the ten-year yield, the
/// moves of the yields of the Treasury's rows and the expected real rate.
/// Verified by: `TermStructureTests`.
public struct TermStructure: Mechanism, ParameterSet {
  public static let name = "termStructure"
  public static let sees: [Observable] = [.expectedPolicyRate, .expectedPathShift, .coreInflation, .termPremiumShift]
  public static let says: [Observable] = [.longRate, .expectedRealRate, .mortgageRate, .yieldChanges]

  @Parameter(
    "Policy rate of the long run: i∞.", range: .percent(0)...(.percent(6)),
    source: .release(
      "Federal Reserve Board", series: "Summary of Economic Projections, longer-run federal funds rate", asOf: "2025-12"
    ))
  public var longRunRate: Rate = .percent(3)

  @Parameter(
    "Speed at which the rate is expected to reach the long run: a.", range: Rate(0.1)...Rate(1),
    source: .assumed(because: "a half-life of two years, that of the level of short rates in affine models"))
  public var reversion = Rate(0.35)

  @Parameter(
    "Ten-year yield of the opening.", range: .percent(0)...(.percent(10)),
    source: .release("Federal Reserve Board H.15", series: "10-year constant maturity", asOf: "2025-12-31"))
  public var openingYield: Rate = .percent(4.18)

  @Parameter(
    "Inflation expected in the long run: π∞.", range: .percent(0)...(.percent(5)),
    source: .rule("FOMC Statement on Longer-Run Goals and Monetary Policy Strategy (2025): 2 %"))
  public var longRunInflation: Rate = .percent(2)

  @Parameter(
    "Weight of the long run in expected inflation: w.", range: Share(0)...Share(1),
    source: .assumed(because: "surveys stay near target when inflation does not; DESIGN anchors with .7"))
  public var anchoring = Share(0.7)

  @Parameter(
    "Thirty-year mortgage rate above the ten-year yield.", range: .percent(0)...(.percent(5)),
    source: .release(
      "Freddie Mac, Federal Reserve Board", series: "PMMS 30-year rate 6.15 % less 10-year yield 4.18 %",
      asOf: "2025-12-31"))
  public var mortgageSpread: Rate = .percent(1.97)

  public static let all: [Field<Self>] = [
    Field("mortgageSpread", \.$mortgageSpread), Field("longRunRate", \.$longRunRate), Field("reversion", \.$reversion),
    Field("openingYield", \.$openingYield),
    Field("longRunInflation", \.$longRunInflation), Field("anchoring", \.$anchoring),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// ī_0; nil until a first path is heard.
    var first: Rate?
  }

  public func opening(_ view: borrowing View) -> State { State(first: nil) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let ī = Rate(view[.expectedPolicyRate] + view[.expectedPathShift])
    let expected = expectations(of: ī).value
    let first = state.first ?? ī
    state.first = first
    let premium = openingYield.value - expectations(of: first).value
    let (w, π) = (anchoring.value, view[.coreInflation])
    let shift = view[.termPremiumShift]
    let long = expected + premium + shift
    turn.say(.longRate, long)
    turn.say(.mortgageRate, long + mortgageSpread.value)
    turn.say(.expectedRealRate, ī.value - (w * longRunInflation.value + (1 - w) * π))
    turn.say(
      .yieldChanges,
      each: TreasuryDuration.middles.map { years in
        expectations(of: ī, over: years).value - expectations(of: first, over: years).value
          + shift * min(1, years.value / 10)
      })
  }

  /// The average policy rate expected over some years.
  public func expectations(of expected: Rate, over years: Tenor = Tenor(10)) -> Rate {
    let horizon = reversion.value * years.value
    let weight = (1 - Elementary.exp(-horizon)) / horizon
    return Rate(longRunRate.value + (expected.value - longRunRate.value) * weight)
  }
}
