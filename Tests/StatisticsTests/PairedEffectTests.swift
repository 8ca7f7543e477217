import Quantities
import Statistics
import Testing

@Suite("Paired effect")
struct PairedEffectTests {
  let with = [2.1, -0.4, 3.3, 0.7, -1.9, 5.6, 1.2, 0.3, -2.8, 4.4]
  let without = [1.0, 0.2, 2.9, -0.5, -1.1, 3.8, 2.2, 0.1, -3.0, 1.7]

  @Test("is SciPy's paired t-test")
  func likeSciPy() throws {
    let effect = try #require(PairedEffect(with: with, without: without))
    #expect(abs(effect.mean - 0.52) < 1e-14 && effect.count == 10)
    #expect(abs(effect.p - 0.19988861758291682) < 1e-12)
    #expect(abs(effect.low + 0.33030900625921056) < 1e-12 && abs(effect.high - 1.3703090062592103) < 1e-12)
    #expect(effect.includesZero)
  }

  @Test("a lower level gives a narrower interval, which can exclude zero")
  func level() throws {
    let effect = try #require(PairedEffect(with: with, without: without, level: 0.8))
    #expect(abs(effect.low - 0.00014142805210759501) < 1e-12 && abs(effect.high - 1.0398585719478923) < 1e-12)
    #expect(!effect.includesZero && effect.level == 0.8)
  }

  @Test("zero is in the interval exactly when p is above one minus the level")
  func agree() throws {
    for replicate in 0..<UInt32(200) {
      let draw = Draw(seed: 11, replicate: replicate)
      let with = (0..<8).map { draw.normal(Stream(1), of: $0, on: Day(number: 0)) + 0.7 }
      let effect = try #require(PairedEffect(with: with, without: [Double](repeating: 0, count: 8), level: 0.9))
      #expect(effect.includesZero == (effect.p > 0.1))
    }
  }

  @Test("a 90 % interval covers the truth in 90 of 100 experiments")
  func coverage() throws {
    let covered = try (0..<UInt32(4000)).count { replicate in
      let draw = Draw(seed: 12, replicate: replicate)
      let with = (0..<6).map { draw.normal(Stream(1), of: $0, on: Day(number: 0)) + 2 }
      let effect = try #require(PairedEffect(with: with, without: [Double](repeating: 0, count: 6), level: 0.9))
      return effect.low <= 2 && effect.high >= 2
    }
    #expect(abs(Double(covered) - 3600) < 4 * 19)
  }

  @Test("differences that are all equal leave a point: certain of a change, or of none")
  func noSpread() throws {
    let shift = try #require(PairedEffect(with: [1.5, 2.5, 4.5], without: [1, 2, 4]))
    #expect(shift.low == 0.5 && shift.high == 0.5 && shift.mean == 0.5 && shift.p == 0 && !shift.includesZero)
    let tenth = try #require(PairedEffect(with: [0.1, 0.1, 0.1], without: [0, 0, 0]))
    #expect(tenth.mean == 0.1 && tenth.standardError == 0)
    let none = try #require(PairedEffect(with: with, without: with))
    #expect(none.mean == 0 && none.p == 1 && none.includesZero)
  }

  @Test("lists that do not pair, or too few, or a level that is none, give nil")
  func refused() {
    #expect(PairedEffect(with: [1, 2], without: [1]) == nil)
    #expect(PairedEffect(with: [1], without: [1]) == nil && PairedEffect(with: [], without: []) == nil)
    #expect(PairedEffect(with: [1, .nan], without: [1, 2]) == nil)
    #expect(PairedEffect(with: [1, 2], without: [1, 1], level: 1) == nil)
    #expect(PairedEffect(with: [1, 2], without: [1, 1], level: .nan) == nil)
  }
}
