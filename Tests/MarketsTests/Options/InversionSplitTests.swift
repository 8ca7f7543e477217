import Markets
import Quantities
import Statistics
import Testing

@Suite("Inversion split")
struct InversionSplitTests {
  private func parts(_ realized: Double, _ premium: Double, _ pressure: Double) -> VarianceParts {
    VarianceParts(realized: realized, premium: premium, pressure: pressure)
  }
  private var usual: InversionSplit.Ends {
    .init(near: parts(0.02, 0.008, 0.002), far: parts(0.024, 0.012, 0.001))
  }

  /// Ends drawn around the usual ones.
  private func drawn(_ seed: Int) -> InversionSplit.Ends {
    func u(_ i: Int) -> Double { Double((seed &* 6 &+ i) &* 2_654_435_761 % 100_003) / 100_003 }
    return .init(
      near: parts(0.01 + 0.2 * u(0), 0.02 * u(1), 0.1 * u(2)), far: parts(0.015 + 0.1 * u(3), 0.02 * u(4), 0.03 * u(5)))
  }

  @Test("adds up to the gap less the usual gap", arguments: 0..<50)
  func adds(seed: Int) {
    let today = drawn(seed)
    #expect(abs(InversionSplit(today: today, usual: usual).total - (today.gap - usual.gap)) < 1e-15)
  }

  @Test("is the average over the orders in which the parts come", arguments: 0..<20)
  func orders(seed: Int) {
    let (today, usual) = (drawn(seed), usual)
    let paths: [(WritableKeyPath<VarianceParts, Double>)] = [\.realized, \.premium, \.pressure]
    var shares = [0.0, 0, 0]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var ends = usual
      for player in order {
        let before = ends.gap
        ends.near[keyPath: paths[player]] = today.near[keyPath: paths[player]]
        ends.far[keyPath: paths[player]] = today.far[keyPath: paths[player]]
        shares[player] += (ends.gap - before) / 6
      }
    }
    let split = InversionSplit(today: today, usual: usual)
    for (share, expected) in zip([split.realized, split.premium, split.pressure], shares) {
      #expect(abs(share - expected) < 1e-15)
    }
  }

  @Test("gives nothing to a part that did not move, and the same to equals")
  func axioms() {
    var today = usual
    today.near.pressure += 0.03
    let hedged = InversionSplit(today: today, usual: usual)
    #expect(hedged.realized == 0 && hedged.premium == 0 && hedged.pressure == today.gap - usual.gap)
    (today.near.realized, today.near.pressure) = (today.near.realized + 0.01, usual.near.pressure + 0.01)
    let both = InversionSplit(today: today, usual: usual)
    #expect(abs(both.realized - both.pressure) < 1e-16 && both.pressure > 0)
  }

  @Test("calls a spell by what has over half of all its days")
  func spells() {
    var calm = usual
    let usual = usual
    func spell(_ days: [(realized: Double, pressure: Double)]) -> InversionCause? {
      var spell = InversionSpell()
      for day in days {
        var today = usual
        today.near.realized += day.realized
        today.near.pressure += day.pressure
        spell.add(InversionSplit(today: today, usual: usual))
      }
      return spell.cause
    }
    #expect(spell([(0, 0.05)]) == .hedgingLed)
    #expect(spell([(0.05, 0.01)]) == .panic)
    #expect(spell([(0.05, 0.01), (0, 0.1)]) == .hedgingLed)
    #expect(spell([]) == nil)
    calm.near.realized -= 0.01
    var spell = InversionSpell()
    spell.add(InversionSplit(today: calm, usual: usual))
    #expect(spell.cause == nil)
  }

  @Test("reads the ends of VIX and VIX3M off a curve")
  func ends() {
    let curve = VarianceCurve(
      path: [0.03, 0.02], premium: .init(near: 0.002, far: 0.01, decay: TradingSpan(21)),
      pressure: .init(strength: 0.05, decay: TradingSpan(10)))
    let gap = InversionSplit.Ends(of: curve).gap
    #expect(abs(gap - (curve.level(of: .vix) - curve.level(of: .vix3M)).value) < 1e-16)
  }
}
