import Sectors
import Statistics
import Testing

@Suite("A register of firms")
struct FirmRegisterTests {
  private func register(_ count: Int = 100, target: Double = 0.1) -> FirmRegister {
    FirmRegister((0..<count).map { _ in .init(target: target, leverage: 1, born: 0) }, exponent: 1.059)
  }

  private func sum(_ register: FirmRegister) -> Double { register.firms.reduce(0) { $0 + $1.share } }

  @Test("opens on quantiles of a Pareto distribution: twice the rank, half the size to the power of 1/ζ")
  func sizes() {
    let sizes = FirmRegister.sizes(1000, exponent: 1.059)
    #expect(abs(sizes.reduce(0, +) - 1) < 1e-12)
    // Middles of ranks: .5 and 4.5 of a thousand.
    #expect(abs(sizes[0] / sizes[4] - Elementary.pow(9, 1 / 1.059)) < 1e-9)
    #expect(abs(Moments.hillTailIndex(sizes, largest: 100)! - 1.059) < 0.06)
  }

  @Test("draws shocks with Laplace's tails")
  func laplace() {
    let draws = (0..<100_000).map { FirmRegister.laplace((Double($0) + 0.5) / 100_000, deviation: 0.5) }
    #expect(abs(Moments.mean(draws)!) < 1e-9)
    #expect(abs(Moments.standardDeviation(draws)! - 0.5) < 0.001)
    #expect(abs(Moments.excessKurtosis(draws)! - 3) < 0.05)
  }

  @Test("keeps its shares summing to one while firms grow, leave and enter", arguments: [12, 630])
  func whole(count: Int) {
    var register = register(count)
    let draw = Draw(seed: 3, replicate: 0)
    for month in 0..<240 {
      var luck = DrawSequence(draw, Stream(65_000), of: UInt32(month))
      for slot in register.firms.indices { register.begin(slot, growth: luck.normal(), left: 0) }
      register.grow()
      register.replace([month % count]) { _ in .init(target: 0.1, leverage: 1, born: month) }
      #expect(abs(sum(register) - 1) < 1e-12)
    }
    #expect(register.firms.allSatisfy { $0.share > 0.9 * register.smallest })
  }

  @Test("gives what a leaver sold to entrants of the smallest size and to all others in proportion")
  func replace() {
    var register = register()
    let before = register.firms.map(\.share)
    register.replace([0]) { _ in .init(target: 0.1, leverage: 1, born: 1) }
    #expect(abs(register.firms[0].share - register.smallest) < 1e-12)
    #expect(abs(register.firms[1].share / register.firms[50].share - before[1] / before[50]) < 1e-9)
  }

  @Test("fills buffers with profit up to the target and empties them with losses until the firm fails")
  func buffers() {
    var register = register(target: 0.1)
    register.earn(.init(margin: 0.2, interest: 0), keeping: 1)
    #expect(register.firms.allSatisfy { $0.buffer == 0.1 })
    for _ in 0..<12 { register.earn(.init(margin: -0.09, interest: 0), keeping: 1) }
    #expect(register.insolvent.isEmpty)
    for _ in 0..<2 { register.earn(.init(margin: -0.09, interest: 0), keeping: 1) }
    #expect(register.insolvent.count == 100)
  }

  @Test("charges interest by debt, so that together firms pay what the industry pays")
  func interest() {
    let firms = (0..<2).map { FirmRegister.Firm(target: 10, leverage: $0 == 0 ? 1 : 3, born: 0) }
    var register = FirmRegister(firms, exponent: 1e9)
    for _ in 0..<12 { register.earn(.init(margin: -0.1, interest: 0.04), keeping: 1) }
    // Equal sizes: mean leverage two, so one firm pays .02 less than the industry and the other .02 more.
    #expect(abs(register.firms[0].buffer - 9.92) < 1e-9 && abs(register.firms[1].buffer - 9.88) < 1e-9)
    #expect(abs(register.debt(of: [1]) - 0.75) < 1e-9)
  }

  @Test("lets a margin of a firm's own die out, and takes it from the others")
  func margins() {
    var register = FirmRegister((0..<2).map { _ in .init(target: 10, leverage: 1, born: 0) }, exponent: 1e9)
    register.begin(0, growth: 0, left: 0.12)
    register.earn(.init(margin: 0, interest: 0), keeping: 0.5)
    #expect(abs(register.firms[0].margin - 0.01) < 1e-15)
    #expect(register.firms[1].buffer < 10 && register.firms[0].buffer == 10)
    register.begin(0, growth: 0, left: 0)
    register.earn(.init(margin: 0, interest: 0), keeping: 0.5)
    #expect(abs(register.firms[0].margin - 0.005) < 1e-15)
  }
}
