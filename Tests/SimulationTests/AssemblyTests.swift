import Accounting
import Quantities
import Simulation
import Testing

/// Says what it should not.
private struct Chatter: Mechanism {
  let observable: Observable
  var index = 0
  let value: Double
  static let name = "chatter"
  static let says: [Observable] = [.mood, .shares]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    turn.say(observable, at: index, value)
  }
}

private struct SecondVoice: Mechanism {
  static let name = "secondVoice"
  static let says: [Observable] = [.tally]
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {}
}

private struct OtherRule: PopulationRule {
  static let name = "otherRule"
  static let legs: [Leg] = []
  func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {}
}

private struct Refuses: Mechanism {
  struct No: Error {}
  static let name = "refuses"
  func opening(_ view: borrowing View) throws -> NoState { throw No() }
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {}
}

private struct Overdraws: PopulationRule {
  static let name = "overdraws"
  static let legs: [Leg] = [.pays(.ownBank, as: .loanInterest)]
  func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    for index in 0..<rows.count { legs.cents(0)[index] = 50_001 }
  }
}

private struct WrongTraits: Mechanism {
  static let name = "wrongTraits"
  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) { turn.set(.lastWage, [1, 2, 3]) }
}

@Suite("What cannot be assembled or run")
struct AssemblyTests {
  @Test("An observable has one voice, a mechanism one place, a phase one population rule")
  func assembly() {
    #expect(throws: AssemblyError.saidTwice(observable: "tally", by: "counter", and: "secondVoice")) {
      try SmallWorld.world(
        DayPage {
          Phase("a") { Counter() }
          Phase("b") { SecondVoice() }
        })
    }
    #expect(throws: AssemblyError.nameTwice("echo")) {
      try SmallWorld.world(
        DayPage {
          Phase("a") { Echo() }
          Phase("b") { Echo() }
        })
    }
    #expect(throws: AssemblyError.twoRulesInAPhase("a")) {
      try SmallWorld.world(
        DayPage {
          Phase("a") {
            EarnAndSpend()
            OtherRule()
          }
        })
    }
  }

  @Test("Traits of another number of households are refused where a rule would write them")
  func traits() throws {
    let setup = World.Setup(
      page: SmallWorld.fullDay, ledger: try SmallWorld.ledger(households: 9), traits: Traits(count: 4),
      clock: .tradingDays(.nyse), opens: SmallWorld.opens)
    #expect(throws: AssemblyError.traitsDiffer(rows: 4, households: 9)) { try World(setup) }
  }

  private func failure(_ mechanism: some Mechanism) throws -> RunFailure? {
    let world = try SmallWorld.world(DayPage { Phase("speak") { mechanism } })
    do {
      try world.advance()
      return nil
    } catch { return error }
  }

  @Test(
    "A number that is not finite ends the run, naming mechanism, phase, day and value",
    arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) throws {
    let failure = try #require(try failure(Chatter(observable: .mood, value: value)))
    #expect(failure.mechanism == "chatter")
    #expect(failure.phase == "speak")
    #expect(failure.day == SmallWorld.day(2026, 1, 2))
    #expect((failure.cause as? NotFinite)?.observable == "mood")
    #expect(failure.description == "chatter, in phase 'speak' on 2026-01-02: 'mood' came out as \(value)")
  }

  @Test("A word that was not declared, or has no place, ends the run")
  func undeclared() throws {
    #expect(try failure(Chatter(observable: .shares, index: 1, value: 1)) == nil)
    for (observable, index) in [(Observable.tally, 0), (.shares, 2), (.shares, -1), (.mood, 1)] {
      let failure = try #require(try failure(Chatter(observable: observable, index: index, value: 1)))
      #expect(failure.cause is UndeclaredWord)
    }
    #expect(try failure(WrongTraits())?.cause is UndeclaredWord)
  }

  @Test("An opening that throws and a rule that overdraws name themselves")
  func failures() throws {
    do {
      _ = try SmallWorld.world(DayPage { Phase("a") { Refuses() } })
      Issue.record("assembled")
    } catch let failure as RunFailure { #expect(failure.mechanism == "refuses") }
    let world = try SmallWorld.world(DayPage { Phase("rob") { Overdraws() } }, households: 3)
    do {
      try world.advance()
      Issue.record("ran")
    } catch {
      #expect(error.mechanism == "overdraws")
      #expect(error.cause as? LedgerError == .overdrawn(Holder(.households, 0), Money(cents: -1)))
    }
  }
}
