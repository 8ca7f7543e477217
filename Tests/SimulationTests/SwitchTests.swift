import Accounting
import Quantities
import Simulation
import Testing

@Suite("Switches and parameters")
struct SwitchTests {
  @Test("Off means absent, and every draw of the others is unchanged")
  func off() throws {
    let full = try SmallWorld.world(SmallWorld.fullDay)
    let less = try SmallWorld.world(SmallWorld.fullDay.without(["redNoise"]))
    for world in [full, less] { try world.advance(days: 40) }
    #expect(less.recorder.series("redNoise") == nil)
    #expect(less.view().causes == ["blueNoise"])
    let draws = try #require(full.recorder.series("blueNoise"))
    #expect(Set(draws).count == 41)
    #expect(less.recorder.series("blueNoise") == draws)
    #expect(full.runHash != less.runHash)
  }

  @Test("Another seed changes the draws, another run of the same does not")
  func seeds() throws {
    let worlds = try [1, 1, 2].map { try SmallWorld.world(SmallWorld.fullDay, seed: $0) }
    for world in worlds { try world.advance(days: 5) }
    #expect(worlds[0].runHash == worlds[1].runHash)
    #expect(worlds[0].recorder.series("redNoise") != worlds[2].recorder.series("redNoise"))
  }

  @Test("Any set of switches off leaves a day that assembles and runs")
  func everySubset() throws {
    let switches = SmallWorld.fullDay.switches
    #expect(switches == ["echo", "redNoise", "blueNoise"])
    for mask in 0..<(1 << switches.count) {
      let off = switches.indices.filter { mask >> $0 & 1 == 1 }.map { switches[$0] }
      let world = try SmallWorld.world(SmallWorld.fullDay.without(off))
      try world.advance(days: 25)
      #expect(try world.ledger.audit(members: true).isClean)
    }
  }

  @Test("A switch there is not is refused with the nearest there is; what keeps house is no switch")
  func unknown() {
    #expect(throws: AssemblyError.noSuchSwitch("redNoize", nearest: "redNoise")) {
      try SmallWorld.fullDay.without(["redNoize"])
    }
    #expect(throws: AssemblyError.noSuchSwitch("xylophone", nearest: nil)) {
      try SmallWorld.fullDay.without(["xylophone"])
    }
    #expect(throws: AssemblyError.self) { try SmallWorld.fullDay.without(["counter"]) }
  }

  /// Says the parameter it was given.
  struct Tuned: Mechanism, ParameterSet {
    static let name = "tuned"
    static let says: [Observable] = [.mood]
    static let all: [Field<Tuned>] = [Field("target", \.$target)]
    @Parameter("A volatility for the test.", range: .percent(5) ... .percent(20), source: .assumed(because: "a test"))
    var target: Volatility = .percent(10)
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) { turn.say(.mood, target.value) }
  }

  private func mood(of page: DayPage) throws -> Double? {
    let world = try SmallWorld.world(page)
    try world.advance()
    return world.recorder.last("mood")
  }

  @Test("A parameter is overridden by its path, in its unit and within its range")
  func override() throws {
    let page = DayPage { Phase("say") { Tuned() } }
    #expect(try mood(of: page) == 0.10)
    #expect(try mood(of: page.setting("tuned.target", to: "12 %")) == 0.12)
    #expect(try mood(of: page.setting("tuned.target", to: "0.07 1/√year")) == 0.07)
    #expect(throws: ParameterError.wrongUnit(wanted: "1/√year", got: "12 $")) {
      try page.setting("tuned.target", to: "12 $")
    }
    #expect(throws: ParameterError.wrongUnit(wanted: "1/√year", got: "inf")) {
      try page.setting("tuned.target", to: "inf")
    }
    #expect(throws: ParameterError.self) { try page.setting("tuned.target", to: "50 %") }
    #expect(throws: ParameterError.noSuchParameter("tuned.taget", nearest: "tuned.target")) {
      try page.setting("tuned.taget", to: "12 %")
    }
    for path in ["", ".", "tuned", "counter.target", "tuned.target.more"] {
      #expect(throws: ParameterError.self) { try page.setting(path, to: "12 %") }
    }
  }
}
