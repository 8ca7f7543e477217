import Accounting
import Quantities
import Simulation
import Testing

@Suite("A day of phases")
struct PhaseTests {
  @Test("Everybody in a phase sees the state before it; a later phase sees what was said")
  func stateBefore() throws {
    let together = try SmallWorld.world(
      DayPage {
        Phase("one") {
          Counter()
          Echo()
        }
      })
    let apart = try SmallWorld.world(
      DayPage {
        Phase("one") { Counter() }
        Phase("two") { Echo() }
      })
    for world in [together, apart] { try world.advance(days: 3) }
    #expect(together.recorder.series("tally") == [0, 1, 2, 3])
    #expect(together.recorder.series("echo") == [-1, 0, 1, 2])
    #expect(apart.recorder.series("echo") == [-1, 1, 2, 3])
  }

  @Test("Payments of one phase are seen by nobody in it, and apply in the order of the page")
  func paymentsAreCanonical() throws {
    /// Pays all it sees: the second payer of the same purse finds it empty.
    struct First: Mechanism {
      static let name = "first"
      func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
        turn.pay(
          view.balance(.deposits, of: Holder(.firms)), from: Holder(.firms), to: Holder(.aiFirms), as: .rent,
          ifShort: .orPart)
      }
    }
    struct Second: Mechanism {
      static let name = "second"
      func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
        turn.pay(
          view.balance(.deposits, of: Holder(.firms)), from: Holder(.firms), to: Holder(.energy), as: .rent,
          ifShort: .orPart)
      }
    }
    let world = try SmallWorld.world(
      DayPage {
        Phase("pay") {
          First()
          Second()
        }
      })
    try world.advance()
    #expect(world.ledger.value(.deposits, .aiFirms) == Money(cents: 90_000_000_000))
    #expect(world.ledger.value(.deposits, .energy) == .zero)
    let swapped = try SmallWorld.world(
      DayPage {
        Phase("pay") {
          Second()
          First()
        }
      })
    try swapped.advance()
    #expect(swapped.ledger.value(.deposits, .energy) == Money(cents: 90_000_000_000))
    #expect(world.runHash != swapped.runHash)
  }

  @Test("Orders are seen by later phases of the day with their cause, and are gone the next day")
  func orders() throws {
    let world = try SmallWorld.world(SmallWorld.fullDay)
    #expect(world.view().causes == ["redNoise", "blueNoise"])
    try world.advance(days: 2)
    #expect(world.recorder.series("flow.blueNoise") == [0, 5, 5])
    #expect(world.view().orders.count == 2)
    #expect(world.view().orders.map(\.cause) == [0, 1])
  }

  @Test("A mechanism keeps its state from day to day")
  func state() throws {
    let world = try SmallWorld.world(DayPage { Phase("count", every: .month) { Counter() } })
    try world.advance(days: 70)
    #expect(world.recorder.last("tally") == 3)
  }

  @Test("What nobody says is at rest, and listed; seen outside the economy too")
  func atRest() throws {
    let world = try SmallWorld.world(DayPage { Phase("echo") { Echo() } })
    #expect(world.atRest == ["tally", "mood"])
    #expect(world.view()[.mood] == 7.5)
    #expect(world.view()[.redNoise] == 0)
    #expect(world.view()[.shares, 1] == 0.5)
    #expect(world.view()[.shares, 99] == 0.5)
    #expect(world.view()[.mood, -1] == 7.5)
    #expect(try SmallWorld.world(SmallWorld.fullDay).atRest == ["mood"])
  }

  @Test("In abstract periods every phase runs in every step")
  func periods() throws {
    let world = try SmallWorld.world(
      DayPage { Phase("count", every: .year) { Counter() } }, clock: .periods)
    try world.advance(days: 5)
    #expect(world.recorder.last("tally") == 5)
    #expect(world.day == SmallWorld.opens.advanced(by: 5))
  }

  @Test("The books of a running world balance every day")
  func audited() throws {
    let world = try SmallWorld.world(SmallWorld.fullDay, households: 300)
    for _ in 0..<70 {
      try world.advance()
      #expect(try world.ledger.audit(members: true).isClean)
    }
    #expect(world.ledger.flow(.wages, .households) > .zero)
    #expect(world.ledger.flow(.consumption, .firms) > .zero)
  }
}
