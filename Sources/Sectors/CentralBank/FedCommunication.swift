import Markets
import Quantities
import Simulation
import Statistics

extension Stream {
  static let remarks = Stream(110)
  static let remarkContent = Stream(111)
}

extension Observable {
  /// The market's probability that the next scheduled meeting lowers the rate.
  public static let cutOdds = Observable("cutOdds", unit: Dimensionless.self, atRest: 0.12)
  /// What talk since the last decision adds to the policy rate expected over four quarters.
  public static let expectedPathShift = Observable("expectedPathShift", unit: PerAnnum.self, atRest: 0)
  /// How far the committee leans from what its rule asks, as far as its officials let it be known.
  public static let committeeLean = Observable("committeeLean", unit: PerAnnum.self, atRest: 0)
}

/// Nineteen officials speak between meetings, and the market hears what they are known to favour as news.
///
///     n_k ~ Poisson(remarks a day), silent in the blackout            k: one of ``Committee``
///     x    = √(1 − 1/ω) (−λ_k) + √(1/ω) z                             what is heard, of variance one
///     I   += s w_k √(1/ω) z                                           what it told: stays until the decision
///     T   <- 2^(−1/H) T + s w_k √(1 − 1/ω) (−λ_k)                     the known leaning, taken for news: fades
///     P(cut)  = Λ(4c − 2 + I + T),  P(rise) = Λ(−4c − 2 − I − T)      Λ(a) = 1/(1 + e^(−a))
///     lean    = −¼ pp · [P(cut) − P(rise)], I against 0               the committee means it
///     shift   = −φ ¼ pp · [P(cut) − P(rise)], I + T against 0
///     tone    = −γ Δshift
///
/// ω is the overreaction: E[told | heard] = heard/ω over all remarks. c counts the quarter-point cuts of a straight path
/// to the expected rate, (i − ī)/(4½ · ¼ pp); with a slope of 4 even odds move one for one with it, as futures price
/// them. A decision ends I and T. The first day is silent, so that no level opens moved.
///
/// Ignores: what is said about anything but the next meeting, minutes, dissents, officials who change their leaning.
///
/// Sees: the policy rate, the rate expected over four quarters. Does: says cut odds, the shift of the path, the
/// committee's lean and the tone.
/// Sources: `Documentation/Calibrations/overreaction.md`; FOMC policy on external communications.
/// Verified by: `FedCommunicationTests`.
public struct FedCommunication: Mechanism, ParameterSet {
  public static let name = "fedCommunication"
  public static let systems = ["S6"]
  public static let sees: [Observable] = [.policyRate, .expectedPolicyRate]
  public static let says: [Observable] = [.cutOdds, .expectedPathShift, .committeeLean, .tone]

  @Parameter(
    "Remarks an official makes on a day outside the blackout.", range: Share(0)...Share(1),
    source: .calibrated("overreaction"))
  public var remarksADay = Share(0.0533)

  @Parameter(
    "How far a remark moves odds over what it tells: ω.", range: Share(1)...Share(4),
    source: .calibrated("overreaction"))
  public var overreaction = Share(1.36)

  @Parameter(
    "Standard deviation of the log-odds a usual official's remark moves: s.", range: Share(0)...Share(1.5),
    source: .calibrated("overreaction"))
  public var remarkSize = Share(0.21)

  @Parameter(
    "How far the chair's remark moves odds against a usual official's.", range: Share(0)...Share(6),
    source: .calibrated("overreaction"))
  public var chairWeight = Share(1.88)

  @Parameter(
    "Half-life of the part of a move that told nothing: H.", range: TradingSpan(1)...TradingSpan(63),
    source: .calibrated("overreaction"))
  public var reversalHalfLife = TradingSpan(15)

  @Parameter(
    "Move of the rate expected over four quarters for a move of the next decision: φ.", range: Share(0)...Share(4),
    source: .calibrated("overreaction"))
  public var pathResponse = Share(1.04)

  @Parameter(
    "Fall of prices for a rise of the path by talk, beyond what value falls: γ.", range: Tenor(0)...Tenor(10),
    source: .calibrated("overreaction"))
  public var toneResponse = Tenor(3.27)

  public static let all: [Field<Self>] = [
    Field("remarksADay", \.$remarksADay), Field("overreaction", \.$overreaction), Field("remarkSize", \.$remarkSize),
    Field("chairWeight", \.$chairWeight), Field("reversalHalfLife", \.$reversalHalfLife),
    Field("pathResponse", \.$pathResponse), Field("toneResponse", \.$toneResponse),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// I and T: the log-odds that talk since the last decision has told, and those it has moved for nothing.
    var told = 0.0
    var excess = 0.0
    var shift = 0.0
  }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    state.excess *= Decay.factor(halfLife: reversalHalfLife)
    if view.calendar.isFOMCDecision(view.day) {
      (state.told, state.excess) = (0, 0)
    } else if view.step > 1, !view.calendar.isCommunicationsBlackout(view.day) {
      listen(view, &state)
    }
    let cuts = (view[.policyRate] - view[.expectedPolicyRate]) / (4.5 * MeetingOdds.step)
    let (quiet, heard) = (MeetingOdds(cuts: cuts, talk: 0), MeetingOdds(cuts: cuts, talk: state.told + state.excess))
    let shift = pathResponse.value * (heard.expectedChange - quiet.expectedChange)
    turn.say(.cutOdds, heard.cut)
    turn.say(.expectedPathShift, shift)
    turn.say(.committeeLean, MeetingOdds(cuts: cuts, talk: state.told).expectedChange - quiet.expectedChange)
    turn.say(.tone, -toneResponse.value * (shift - state.shift))
    state.shift = shift
  }

  private func listen(_ view: borrowing View, _ state: inout State) {
    for (seat, official) in Committee(chairWeight: chairWeight.value).officials.enumerated() {
      let holder = UInt32(seat)
      let remarks = view.draw.poisson(mean: remarksADay.value, .remarks, of: holder, on: view.day)
      for remark in 0..<remarks {
        let z = view.draw.normal(.remarkContent, of: holder, on: view.day, index: UInt16(clamping: remark))
        let move = effect(of: official, content: z)
        state.told += move.told
        state.excess += move.excess
      }
    }
  }

  /// What a remark moves the log-odds of a cut by, in two parts: what it tells, and the known leaning taken for news.
  func effect(of official: Official, content z: Double) -> (told: Double, excess: Double) {
    let (s, ω) = (remarkSize.value * official.weight, overreaction.value)
    return (s * (1 / ω).squareRoot() * z, -s * (1 - 1 / ω).squareRoot() * official.leaning)
  }

  /// The variance of what a remark by each official tells, and the square of what it moves for nothing, both summed over
  /// the committee.
  package var variances: (told: Double, excess: Double) {
    Committee(chairWeight: chairWeight.value).officials.reduce((0, 0)) { sums, official in
      let move = effect(of: official, content: 1)
      return (sums.0 + move.told * move.told, sums.1 + move.excess * move.excess)
    }
  }
}
