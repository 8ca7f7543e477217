import Quantities
import Simulation

/// Everything that decides a run: the same request gives the same history on any machine and any number of threads.
public struct RunRequest: Sendable, Codable, Equatable {
  /// A parameter's new value, as it is written in a scenario.
  public struct Override: Sendable, Codable, Equatable {
    /// `mechanism.parameter`.
    public var path: String
    public var text: String

    public init(_ path: String, _ text: String) { (self.path, self.text) = (path, text) }
  }

  /// How often the members of every sector are summed and compared with their cell. Every other identity of the books
  /// is checked every day.
  public enum Audit: String, Sendable, Codable { case daily, monthly }

  /// 2025-12-31.
  public static let opens = Day(number: 20_453)
  public static let longest = 1_260
  public static let coarsest = 100_000.0

  public var seed: UInt64 = 1
  public var replicate: UInt32 = 0
  public var months = 36
  /// One simulated household stands for this many.
  public var scale = 10_000.0
  public var without: [String] = []
  public var overrides: [Override] = []
  public var scenario = "baseline"
  public var threads = 1
  public var audit = Audit.usual

  public init() {}

  /// The last day of the run: the last trading day of its last month.
  public func lastDay(in calendar: TradingCalendar = .nyse) -> Day {
    let start = RunRequest.opens.startOfMonth
    let month = start.month - 1 + months
    return calendar.lastOfMonth(Day(start.year + month / 12, month % 12 + 1, 1) ?? start)
  }

  /// A day page with this request's overrides and without its switches.
  ///
  /// - Throws: ``Quantities/ParameterError`` or ``Simulation/AssemblyError``.
  public func applied(to page: DayPage) throws -> DayPage {
    try overrides.reduce(page) { try $0.setting($1.path, to: $1.text) }.without(without)
  }

  /// Refuses what cannot be run.
  public func check() throws(RequestError) {
    guard (1...RunRequest.longest).contains(months) else { throw .months(months) }
    guard scale >= 1, scale <= RunRequest.coarsest else { throw .scale(scale) }
    guard threads >= 1 else { throw .threads(threads) }
  }
}

extension RunRequest.Audit {
  static var usual: Self {
    #if DEBUG
      .daily
    #else
      .monthly
    #endif
  }
}

/// Why a request cannot be run.
public enum RequestError: Error, Equatable, CustomStringConvertible {
  case months(Int)
  case scale(Double)
  case threads(Int)
  case replicates(Int)
  case day(Day, last: Day)

  public var description: String {
    switch self {
    case .months(let n): "a run of \(n) months; choose 1 ... \(RunRequest.longest)"
    case .scale(let n):
      "a scale of 1:\(Int(exactly: n).map(String.init) ?? "\(n)"); choose 1:1 ... 1:\(Int(RunRequest.coarsest))"
    case .threads(let n): "\(n) threads; choose at least 1"
    case .replicates(let n): "\(n) replicates; choose 1 ... 10000"
    case .day(let day, let last): "\(day) is not in the run, which goes from \(RunRequest.opens) to \(last)"
    }
  }
}
