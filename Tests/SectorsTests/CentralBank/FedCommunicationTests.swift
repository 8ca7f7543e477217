import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Fed communication")
struct FedCommunicationTests {
  /// The mechanism alone, on an empty set of books.
  private static func talk(seed: UInt64 = 1, days: Int, _ settings: [(String, String)] = []) throws -> World {
    let alone = DayPage { Phase("remarks") { FedCommunication() } }
    let page = try settings.reduce(alone) { try $0.setting("fedCommunication.\($1.0)", to: $1.1) }
    let world = try World(
      .init(
        page: page, ledger: try Ledger(Chart(), opening: Opening()), clock: .tradingDays(.nyse),
        opens: MarketWorld.opens, seed: seed))
    for _ in 0..<days { try world.advance() }
    return world
  }

  /// The daily market with remarks between the decision and yields.
  private static let market = DayPage {
    Phase("policy") { PolicyRate() }
    Phase("remarks") { FedCommunication() }
    Phase("yields") { TermStructure() }
    Phase("announce") {
      News()
      Valuation()
    }
    Phase("decide") {
      ValueFunds()
      ActiveFunds()
      ForeignInvestors()
    }
    Phase("trade") { EquityVenue() }
    Phase("account") { FundShares() }
  }

  private func series(_ name: String, _ world: World) throws -> [Double] {
    try #require(world.recorder.series(name))
  }

  @Test("is silent in the blackout: odds move there only by fading")
  func blackout() throws {
    let world = try FedCommunicationTests.talk(days: 500, [("overreaction", "1")])
    let odds = try series("cutOdds", world)
    let calendar = TradingCalendar.nyse
    var (silent, spoken) = (0, 0)
    for (index, day) in world.recorder.days.enumerated().dropFirst() where !calendar.isFOMCDecision(day) {
      if calendar.isCommunicationsBlackout(day) {
        silent += 1
        #expect(odds[index] == odds[index - 1], "\(day)")
      } else if odds[index] != odds[index - 1] {
        spoken += 1
      }
    }
    #expect(silent > 100)
    #expect(spoken > 150)
  }

  @Test("ends with the decision: odds, path and lean are those of silence")
  func decision() throws {
    let world = try FedCommunicationTests.talk(days: 250)
    let silence = MeetingOdds(
      cuts: (Observable.policyRate.atRest - Observable.expectedPolicyRate.atRest) / (4.5 * MeetingOdds.step), talk: 0)
    for (index, day) in world.recorder.days.enumerated() where TradingCalendar.nyse.isFOMCDecision(day) {
      #expect(try series("cutOdds", world)[index] == silence.cut)
      #expect(try series("expectedPathShift", world)[index] == 0)
      #expect(try series("committeeLean", world)[index] == 0)
    }
  }

  @Test("gives the tone back: what it adds to prices over a meeting's talk sums to nothing")
  func toneReturns() throws {
    let world = try FedCommunicationTests.talk(days: 400)
    let (tone, shift) = (try series("tone", world), try series("expectedPathShift", world))
    #expect(tone.contains { $0.magnitude > 1e-4 })
    for (index, day) in world.recorder.days.enumerated() where TradingCalendar.nyse.isFOMCDecision(day) {
      #expect(abs(tone[...index].reduce(0, +)) < 1e-15)
    }
    let last = tone.count - 1
    #expect(abs(tone.reduce(0, +) + FedCommunication().toneResponse.value * shift[last]) < 1e-15)
  }

  /// The slope of what log-odds do until the blackout on what they do in a day, over many meetings.
  private func givenBack(_ overreaction: String) throws -> Double {
    let settings = [("overreaction", overreaction), ("reversalHalfLife", "1"), ("remarksADay", "0.01")]
    let world = try FedCommunicationTests.talk(seed: 5, days: 20_000, settings)
    let odds = try series("cutOdds", world).map { Elementary.log($0 / (1 - $0)) }
    let days = world.recorder.days
    var (moves, after): ([Double], [Double]) = ([], [])
    for index in 1..<days.count - 15 where odds[index] != odds[index - 1] {
      let ahead = TradingCalendar.nyse.decision(onOrAfter: days[index])
      guard days[index].distance(to: ahead) > 25, days[index - 1].distance(to: ahead) < 40 else { continue }
      moves.append(odds[index] - odds[index - 1])
      after.append(odds[index + 8] - odds[index])
    }
    let spread = try #require(Moments.variance(moves))
    return try #require(Moments.covariance(moves, after)) / spread
  }

  @Test("overdoes remarks as much as it says, and not at all at one")
  func overreaction() throws {
    // A remark that tells half moves 2T² in the mean square and gives T back; each day of fading is a move too, -T/2^k,
    // that goes on: (-T² + T²/3)/(2T² + T²/3) = -2/7.
    #expect(try abs(givenBack("1")) < 0.08)
    #expect(try abs(givenBack("2") + 2.0 / 7) < 0.08)
  }

  @Test(
    "splits a remark so that what is told is 1/ω of the variance heard over the committee", arguments: [1.0, 1.36, 3])
  func split(ω: Double) throws {
    // The chair's weight is one of the officials', so the identity holds whatever it is.
    for weight in [0.5, 1.88, 5] {
      let shares = try FedCommunicationTests.variances(ω, chairWeight: weight)
      #expect(abs(shares.told / (shares.told + shares.excess) - 1 / ω) < 1e-12)
    }
  }

  /// Σ over officials of the variance told and of the square of the leaning taken for news.
  private static func variances(_ ω: Double, chairWeight: Double) throws -> (told: Double, excess: Double) {
    var talk = FedCommunication()
    try talk.set("overreaction", to: "\(ω)")
    try talk.set("chairWeight", to: "\(chairWeight)")
    return talk.variances
  }

  @Test("is priced the day it is heard, by more than value falls")
  func priced() throws {
    func run(_ size: String) throws -> World {
      try MarketWorld.run(
        page: try FedCommunicationTests.market.setting("fedCommunication.remarkSize", to: size), days: 12)
    }
    let (loud, mute) = (try run("1"), try run("0"))
    let shift = try series("expectedPathShift", loud)
    let first = try #require(shift.firstIndex { $0 != 0 })
    func moved(_ name: String) throws -> Double { try series(name, loud)[first] - series(name, mute)[first] }
    #expect(abs(try moved("expectedRealRate") - shift[first]) < 1e-12)
    let perPoint = try moved("indexReturn") / (shift[first] * 100)
    #expect((-0.13...(-0.04)).contains(perPoint), "\(perPoint)")
    #expect(try moved("tone") * shift[first] < 0)
  }

  @Test("moves stocks by 4 to 13 % per point of the one-year rate on meeting days")
  func meetingDays() throws {
    // News is the same in both; talk, and what decisions make of it, differ.
    func run(_ size: String) throws -> World {
      try MarketWorld.run(
        seed: 3, page: try FedCommunicationTests.market.setting("fedCommunication.remarkSize", to: size), days: 1000)
    }
    let (loud, mute) = (try run("1"), try run("0"))
    let path = try zip(series("expectedRealRate", loud), series("expectedRealRate", mute)).map { $0 - $1 }
    let returns = try zip(series("indexReturn", loud), series("indexReturn", mute)).map { $0 - $1 }
    let meetings = loud.recorder.days.indices.dropFirst(2).filter {
      TradingCalendar.nyse.isFOMCDecision(loud.recorder.days[$0])
    }
    let surprises = meetings.map { (path[$0] - path[$0 - 1]) * 100 }
    let spread = try #require(Moments.variance(surprises))
    let slope = try #require(Moments.covariance(surprises, meetings.map { returns[$0] })) / spread
    #expect(meetings.count >= 30)
    #expect((-0.13...(-0.04)).contains(slope), "\(slope)")
  }

  @Test("sways the committee: a lean large enough changes decisions")
  func lean() throws {
    func run(_ size: String) throws -> [Double] {
      let page = try FedCommunicationTests.market.setting("fedCommunication.remarkSize", to: size)
      return try series("policyRate", try MarketWorld.run(seed: 2, page: page, days: 500))
    }
    #expect(try run("1") != run("0"))
  }

  @Test("adds up to one when nobody knows, and never leaves the unit interval", arguments: [-60.0, -1, 0, 0.5, 60])
  func odds(cuts: Double) {
    for talk in [-800.0, 0, 800] {
      let odds = MeetingOdds(cuts: cuts, talk: talk)
      #expect((0...1).contains(odds.cut) && (0...1).contains(odds.rise))
    }
    #expect(MeetingOdds(cuts: 0.5, talk: 0).cut == 0.5)
    #expect(abs(MeetingOdds(cuts: 0, talk: 0).expectedChange) == 0)
  }
}
