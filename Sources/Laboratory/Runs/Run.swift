import Accounting
import Quantities
import Simulation

/// One run in the making: a world, advanced day by day and audited every day.
public struct Run {
  public let request: RunRequest
  public let world: World
  /// The books on the opening day.
  public let opening: LedgerSnapshot
  /// The largest residual of any identity of the books on any day so far.
  public private(set) var auditResidual = Money.zero

  /// How a world is made of a request.
  public typealias Economy = @Sendable (RunRequest) throws -> World

  /// Assembles the world of a request.
  ///
  /// - Throws: ``RequestError``, an error of assembly, or the ``Simulation/RunFailure`` of an opening.
  public init(_ request: RunRequest, in economy: Economy = TwoTrackEconomy.world) throws {
    try request.check()
    self.request = request
    world = try economy(request)
    opening = world.ledger.snapshot()
    try audit(members: true)
  }

  /// Goes on where a checkpoint stopped, to its own months or to `months`.
  ///
  /// - Throws: ``CheckpointFile/Refusal`` when it is of another economy, as after a change of the model.
  public init(
    resuming saved: CheckpointFile, months: Int? = nil, threads: Int = 1, in economy: Economy = TwoTrackEconomy.world
  )
    throws
  {
    var request = saved.request
    request.months = months ?? request.months
    request.threads = threads
    do { try self.init(request, in: economy) } catch let error where error is AssemblyError || error is ParameterError {
      throw saved.refusal(because: error)
    }
    do { try world.restore(saved.checkpoint) } catch { throw saved.refusal(because: error) }
    let last = request.lastDay(in: world.clock.calendar)
    guard world.day <= last else { throw RequestError.day(world.day, last: last) }
    auditResidual = max(auditResidual, saved.auditResidual)
    try audit(members: true)
  }

  /// Runs every day through `day`, or through the last of the request.
  ///
  /// - Parameter afterEach: called after every day; throwing stops the run there.
  public mutating func advance(through day: Day? = nil, afterEach: (Day) throws -> Void = { _ in }) throws {
    let calendar = world.clock.calendar
    let last = day ?? request.lastDay(in: calendar)
    while calendar.next(after: world.day) <= last {
      try world.advance()
      try audit(members: request.audit == .daily || calendar.isLastOfMonth(world.day))
      try afterEach(world.day)
    }
  }

  private mutating func audit(members: Bool) throws {
    do { auditResidual = max(auditResidual, try world.ledger.audit(members: members).residual) } catch {
      throw RunFailure(mechanism: "audit", phase: "audit", day: world.day, cause: error)
    }
  }

  /// The state of the run, to be gone on with later.
  public var saved: CheckpointFile {
    CheckpointFile(request: request, auditResidual: auditResidual, checkpoint: world.checkpoint())
  }

  /// What the run left behind.
  public func record() throws -> RunRecord { try RunRecord(self) }
}

/// A run that was stopped from outside, between two days.
public struct RunInterrupted: Error { public init() {} }
