import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The politics of crypto")
struct CryptoPoliticsTests {
  @Test("weighs owners by who votes: the old count for more")
  func turnout() {
    let politics = CryptoPolitics()
    #expect(politics.weight(ownership: [1, 1, 1], shares: [0.5, 0.25, 0.25]) == 1)
    #expect(politics.weight(ownership: [0, 0, 0], shares: [0.5, 0.25, 0.25]) == 0)
    let (young, old) = (
      politics.weight(ownership: [0.2, 0, 0], shares: [0.5, 0, 0.5]),
      politics.weight(ownership: [0, 0, 0.2], shares: [0.5, 0, 0.5])
    )
    #expect(abs(young - 0.2 * 0.913 / 2.19) < 1e-12 && abs(old - 0.2 * 1.277 / 2.19) < 1e-12)
    #expect(politics.weight(ownership: [1, 1, 1], shares: [0, 0, 0]) == 0)
  }

  @Test("gives a bloc without votes nothing and one larger than the margin nearly everything")
  func bloc() {
    let politics = CryptoPolitics()
    #expect(politics.wanted(0) == 0)
    #expect(politics.wanted(1) > 0.99)
    // A bloc whose crossing votes are the margin: tanh 1.
    #expect(abs(politics.wanted(0.015 / (0.85 * 0.13)) - 0.7615941559557649) < 1e-9)
  }

  @Test("moves the stance a part of the way each day, as far as a law takes")
  func delay() throws {
    let page = DayPage {
      Phase("say") {
        Says<CryptoPeersTopic>(0.13)
        Says<CryptoAgesTopic>(1.0 / 3)
      }
      Phase("vote") { CryptoPolitics() }
    }
    let world = try CryptoWorld.world(page)
    try FirmWorld.run(world, months: 1)
    let wanted = CryptoPolitics().wanted(0.13)
    #expect(abs(try #require(world.recorder.last("cryptoVote")) - 0.13) < 1e-12)
    #expect(abs(try #require(world.recorder.last("cryptoStance")) - wanted / (21 * 8.4)) < 1e-9)
    try FirmWorld.run(world, months: 1_500)
    #expect(abs(try #require(world.recorder.last("cryptoStance")) - wanted) < 1e-3)
  }

  @Test("reaches the market: a friendlier stance frees more access")
  func access() throws {
    let page = DayPage {
      Phase("say") {
        Says<CryptoPeersTopic>(0.5)
        Says<CryptoAgesTopic>(1.0 / 3)
      }
      Phase("vote") { CryptoPolitics() }
      Phase("coin") { Crypto() }
    }
    let with = try CryptoWorld.world(page)
    let without = try CryptoWorld.world(try page.without(["cryptoPolitics"]))
    try FirmWorld.run(with, months: 40)
    try FirmWorld.run(without, months: 40)
    #expect(try #require(with.recorder.last("cryptoAccess")) > 1.02)
    #expect(without.recorder.last("cryptoAccess") == 1)
  }
}
