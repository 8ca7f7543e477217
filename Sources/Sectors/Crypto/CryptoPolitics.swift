import Accounting
import Quantities
import Simulation
import Statistics

/// Owners of crypto vote, and regulation moves towards what they want as far as their votes could decide an election.
///
///     W  = Σ_age turnout · share · ownership  over  Σ_age turnout · share
///     s* = (e^{2x} − 1)/(e^{2x} + 1),   x = W · salience · swing / margin
///     s  ← s + (s* − s)/τ each day
///
/// W is owners among voters; salience and swing turn it into votes that would cross parties for it, the margin of the
/// last presidential election into how many would have decided it. A bloc larger than the margin gets nearly all it
/// wants. At the opening the stance is 0: the market-structure bill has passed one chamber.
///
/// Ignores: money in campaigns, opponents of crypto, what officials own, single agencies.
///
/// Sees: ownership by age. Does: says the stance, which moves access. Verified by: `CryptoPoliticsTests`.
public struct CryptoPolitics: Mechanism, ParameterSet {
  public static let name = "cryptoPolitics"
  public static let systems = ["S10"]
  public static let sees: [Observable] = [.cryptoOwnership, .cryptoAgeShares]
  public static let says: [Observable] = [.cryptoStance, .cryptoVote]

  @Parameter(
    "Share of owners to whom a candidate's stance on crypto matters.", range: .percent(0) ... .percent(100),
    source: .release("Consensys and HarrisX", series: "owners who call crypto policy important", asOf: "2024-09"))
  public var salience: Share = .percent(85)

  @Parameter(
    "Share of those who would cross parties for it.", range: .percent(0) ... .percent(100),
    source: .release(
      "Consensys and HarrisX", series: "net likelier to support the other party's candidate, all voters",
      asOf: "2024-09"))
  public var swing: Share = .percent(13)

  @Parameter(
    "Margin that decides an election.", range: .percent(0.2) ... .percent(20),
    source: .release("Federal Election Commission", series: "popular vote, 49.8 less 48.3 %", asOf: "2024-11-05"))
  public var margin: Share = .percent(1.5)

  @Parameter(
    "Turnout of those 65 and older over that of all.", range: Share(0.5)...Share(2),
    source: .release("Census Bureau", series: "30.4 % of voters, 23.8 % of citizens of age", asOf: "2022-11"))
  public var oldTurnout = Share(1.277)

  @Parameter(
    "Turnout of those under 65 over that of all.", range: Share(0.5)...Share(2),
    source: .release("Census Bureau", series: "69.6 % of voters, 76.2 % of citizens of age", asOf: "2022-11"))
  public var youngTurnout = Share(0.913)

  @Parameter(
    "Months from a vote to a law: τ.", range: MonthSpan(1)...MonthSpan(60),
    source: .rule("GENIUS Act, Public Law 119-27, signed 255 days after the election of 2024-11-05"))
  public var delay = MonthSpan(8.4)

  public static let all: [Field<Self>] = [
    Field("salience", \.$salience), Field("swing", \.$swing), Field("margin", \.$margin),
    Field("oldTurnout", \.$oldTurnout), Field("youngTurnout", \.$youngTurnout), Field("delay", \.$delay),
  ]

  public struct State: Codable, Sendable { var stance = 0.0 }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let ages = CryptoAges.labels.indices
    let vote = weight(
      ownership: ages.map { view[.cryptoOwnership, $0] }, shares: ages.map { view[.cryptoAgeShares, $0] })
    state.stance += (wanted(vote) - state.stance) / (21 * delay.value)
    turn.say(.cryptoVote, vote)
    turn.say(.cryptoStance, state.stance)
  }

  /// The share of owners among voters.
  public func weight(ownership: [Double], shares: [Double]) -> Double {
    let turnout = shares.indices.map { shares[$0] * ($0 == shares.count - 1 ? oldTurnout.value : youngTurnout.value) }
    let votes = turnout.reduce(0, +)
    return votes > 0 ? zip(turnout, ownership).reduce(0) { $0 + $1.0 * $1.1 } / votes : 0
  }

  /// The stance that a share of owners among voters gets in time.
  public func wanted(_ vote: Double) -> Double {
    let x = min(vote * salience.value * swing.value / margin.value, 20)
    let e = Elementary.exp(2 * x)
    return (e - 1) / (e + 1)
  }
}

extension Observable {
  /// The share of crypto owners among voters.
  public static let cryptoVote = Observable("cryptoVote", unit: Dimensionless.self, atRest: 0)
}
