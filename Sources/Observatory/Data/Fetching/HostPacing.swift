/// A clock and a way to wait, which a test replaces by ones that take no time.
public struct FetchClock: Sendable {
  public let now: @Sendable () -> Duration
  public let sleep: @Sendable (Duration) async throws -> Void

  public init(now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void) {
    (self.now, self.sleep) = (now, sleep)
  }

  /// The machine's own.
  public static var system: FetchClock {
    let start = ContinuousClock.now
    return FetchClock(now: { start.duration(to: .now) }, sleep: { try await Task.sleep(for: $0) })
  }
}

/// Gives every question to a host its turn, no two closer together than the publisher asks.
actor HostPacing {
  private let clock: FetchClock
  private var free: [String: Duration] = [:]

  init(_ clock: FetchClock) { self.clock = clock }

  /// Waits for the next turn at an address.
  func turn(at address: String, pause: Duration) async throws {
    let now = clock.now()
    let turn = max(now, free[address] ?? now)
    free[address] = turn + pause
    if turn > now { try await clock.sleep(turn - now) }
  }

  /// No turn before a time from now, as the host asked.
  func rest(at address: String, for time: Duration) {
    free[address] = max(free[address] ?? .zero, clock.now() + time)
  }
}
