import Accounting
import Dispatch
import Quantities
import Statistics

/// One simulated history in the making: the books, the observables, the memory of every mechanism, and the record.
///
/// A step runs the phases that are due on the next day of the clock. In a phase every mechanism sees the state before it
/// and fills a turn; then the population rule posts its legs, the turns are applied in canonical order, and
/// what was said becomes visible.
public final class World {
  public let ledger: Ledger
  public let traits: Traits
  public let clock: Clock
  public let draw: Draw
  public let scale: Double
  public private(set) var day: Day
  public private(set) var step = 0
  public internal(set) var recorder: Recorder
  let page: DayPage
  let board: Board
  let causes: [String]
  private let scene: Scene
  let threads: Int
  /// Who sits in each seat, by phase; nil for a population rule.
  @exclusivity(unchecked) private(set) var occupants: [[Occupant?]] = []
  /// What each seat does, in canonical order; emptied after every phase. At a fixed address, so that none is copied.
  private let turns: UnsafeMutableBufferPointer<Turn>
  /// The place of each phase's first seat among the turns.
  private let firstSeats: [Int]
  @exclusivity(unchecked) var orders: [Order] = []
  /// The observables that somebody sees and nobody says.
  public let atRest: [String]

  /// How a world is set up.
  public struct Setup {
    public var page: DayPage
    public var ledger: Ledger
    public var traits: Traits
    public var clock: Clock
    public var opens: Day
    public var seed: UInt64
    public var replicate: UInt32
    public var scale: Double
    public var threads: Int
    /// The columns that are recorded; nil for everything, with the balance-sheet matrix.
    public var keeping: [String]?

    public init(
      page: DayPage, ledger: Ledger, traits: Traits = Traits(count: 1), clock: Clock, opens: Day, seed: UInt64 = 1,
      replicate: UInt32 = 0, scale: Double = 1, threads: Int = 1, keeping: [String]? = nil
    ) {
      (self.page, self.ledger, self.traits, self.clock, self.opens) = (page, ledger, traits, clock, opens)
      (self.seed, self.replicate, self.scale, self.threads) = (seed, replicate, scale, threads)
      self.keeping = keeping
    }
  }

  /// Assembles a world: checks the day page, gives every mechanism its opening memory, and records the opening day.
  ///
  /// - Throws: ``AssemblyError`` for a page that cannot run, or the ``RunFailure`` of an opening.
  public init(_ setup: Setup) throws {
    try World.check(setup.page)
    let households = setup.ledger.chart.members[.households]
    guard setup.traits.count == households || !setup.page.seats.contains(where: \.isRule) else {
      throw AssemblyError.traitsDiffer(rows: setup.traits.count, households: households)
    }
    (page, ledger, traits, clock) = (setup.page, setup.ledger, setup.traits, setup.clock)
    (day, scale, threads) = (setup.opens, setup.scale, max(1, setup.threads))
    draw = Draw(seed: setup.seed, replicate: setup.replicate)
    let seats = page.seats
    causes = seats.filter { !$0.orders.isEmpty }.map(\.name)
    let said = seats.flatMap(\.says)
    board = Board(said + seats.flatMap(\.sees), causes: causes, voices: seats.map(\.says))
    scene = Scene(
      ledger: ledger, board: board, traits: traits, calendar: clock.calendar, draw: draw, scale: scale, causes: causes)
    atRest = seats.flatMap(\.sees).map(\.name).filter { name in !said.contains { $0.name == name } }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    recorder = Recorder(board, keeping: setup.keeping)
    firstSeats = page.phases.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.seats.count) }
    turns = .allocate(capacity: seats.count)
    for (place, seat) in seats.enumerated() {
      turns.initializeElement(
        at: place, to: Turn(cause: causes.firstIndex(of: seat.name) ?? -1, seat: place, on: board))
    }
    for phase in page.phases {
      var present: [Occupant?] = []
      for seat in phase.seats {
        guard case .mechanism(let take) = seat.conduct else {
          present.append(nil)
          continue
        }
        do { present.append(try take(view())) } catch {
          throw RunFailure(mechanism: seat.name, phase: phase.name, day: day, cause: error)
        }
      }
      occupants.append(present)
    }
    recorder.record(day, board, ledger, isMonthEnd: true)
  }

  deinit {
    turns.deinitialize()
    turns.deallocate()
  }

  private static func check(_ page: DayPage) throws(AssemblyError) {
    var voices: [(observable: String, by: String)] = []
    var names: [String] = []
    for phase in page.phases {
      var rules = 0
      for seat in phase.seats {
        if names.contains(seat.name) { throw .nameTwice(seat.name) }
        names.append(seat.name)
        if seat.isRule { rules += 1 }
        for observable in seat.says {
          if let other = voices.first(where: { $0.observable == observable.name }) {
            throw .saidTwice(observable: observable.name, by: other.by, and: seat.name)
          }
          voices.append((observable.name, seat.name))
        }
      }
      if rules > 1 { throw .twoRulesInAPhase(phase.name) }
    }
  }

  /// What anyone may look at now.
  public func view() -> View {
    View(scene: scene, day: day, step: step, orders: orders)
  }

  /// Runs the next day of the clock.
  public func advance() throws(RunFailure) {
    day = clock.next(day)
    step += 1
    orders.removeAll(keepingCapacity: true)
    let isMonthEnd = clock.isDue(.month, day)
    for index in page.phases.indices where isDue(page.phases[index].every, isMonthEnd) { try run(phase: index) }
    recorder.record(day, board, ledger, isMonthEnd: isMonthEnd)
  }

  private func isDue(_ every: Every, _ isMonthEnd: Bool) -> Bool {
    switch every {
    case .day: true
    case .month: isMonthEnd
    default: clock.isDue(every, day)
    }
  }

  func resume(at day: Day, step: Int) { (self.day, self.step) = (day, step) }

  private func run(phase index: Int) throws(RunFailure) {
    try act(in: index)
    let first = firstSeats[index]
    for seat in first..<firstSeats[index + 1] {
      do { try apply(&turns[seat]) } catch { throw failure(error, of: seat - first, in: index) }
    }
    ledger.appraiseStale()
  }

  /// Every mechanism fills its turn, then the population rule posts its legs.
  private func act(in index: Int) throws(RunFailure) {
    let view = view()
    let (present, first) = (occupants[index], firstSeats[index])
    for place in present.indices {
      guard let occupant = present[place] else { continue }
      do { try occupant.act(view, &turns[first + place]) } catch { throw failure(error, of: place, in: index) }
    }
    for place in present.indices where present[place] == nil {
      guard case .rule(let legs, let notes, let fill) = page.phases[index].seats[place].conduct else { continue }
      do { try sweep(legs, notes, view, fill) } catch { throw failure(error, of: place, in: index) }
    }
  }

  private func failure(_ cause: any Error, of place: Int, in index: Int) -> RunFailure {
    let phase = page.phases[index]
    return RunFailure(mechanism: phase.seats[place].name, phase: phase.name, day: day, cause: cause)
  }

  /// Fills and posts the legs of a rule over the population, on as many threads as there are blocks for.
  private func sweep(
    _ legs: [Leg], _ notes: [Trait], _ view: View,
    _ fill: @escaping @Sendable (borrowing LegBuffers, borrowing Notes, Range<Int>, borrowing View) -> Void
  ) throws(LedgerError) {
    let columns = PointerList(notes.map { traits.pointer($0) })
    let lanes = max(1, min(threads, traits.count / Ledger.blockRows))
    try ledger.post(
      legs,
      executor: { count, work in
        if count == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: count, execute: work) }
      }, lanes: lanes
    ) { buffers, rows in
      fill(buffers, Notes(columns: columns.pointers, first: rows.lowerBound), rows, view)
    }
  }
}

/// Pointers into trait columns that lanes write at disjoint rows.
private struct PointerList: @unchecked Sendable {
  let pointers: [UnsafeMutablePointer<Int32>]
  init(_ pointers: [UnsafeMutablePointer<Int32>]) { self.pointers = pointers }
}
