import Foundation
import Synchronization

/// Says on standard error how far a long job is.
///
/// On a terminal it redraws one line at most ten times a second and wipes it when done; anywhere else, where a redrawn
/// line would litter a log, it writes a plain line at each tenth of the work, at most one a second. Any thread may
/// advance it.
public final class ProgressBar: Sendable {
  private struct Progress {
    var done = 0
    var lastShown: Duration?
    var lastTenth = 0
    var isFinished = false
  }

  private let label: String
  private let total: Int
  private let isTerminal: Bool
  private let width: Int
  private let now: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void
  private let progress = Mutex(Progress())

  /// A bar on the process's standard error, starting now.
  public convenience init(_ label: String, total: Int) {
    let start = ContinuousClock.now
    self.init(
      label, total: total, isTerminal: StandardError.isTerminal, width: StandardError.width,
      now: { start.duration(to: .now) }, write: StandardError.write)
  }

  /// A bar on any output, with any clock that counts from its start.
  public init(
    _ label: String, total: Int, isTerminal: Bool, width: Int, now: @escaping @Sendable () -> Duration,
    write: @escaping @Sendable (String) -> Void
  ) {
    (self.label, self.total, self.isTerminal, self.width) = (label, max(0, total), isTerminal, width)
    (self.now, self.write) = (now, write)
    if isTerminal { advance(by: 0) }
  }

  /// Counts so many more units of work as done.
  public func advance(by units: Int = 1) {
    progress.withLock { progress in
      guard !progress.isFinished else { return }
      progress.done = min(total, max(0, progress.done.addingReportingOverflow(units).partialValue))
      isTerminal ? redraw(&progress) : report(&progress)
    }
  }

  /// Wipes the line; later advances say nothing. Without a terminal it says how long the job took.
  public func finish() {
    progress.withLock { progress in
      guard !progress.isFinished else { return }
      progress.isFinished = true
      let elapsed = NumberText.duration(seconds: now().seconds)
      write(isTerminal ? "\r\u{1b}[K" : "\(label): finished \(progress.done) of \(total) in \(elapsed)\n")
    }
  }

  private func redraw(_ progress: inout Progress) {
    let elapsed = now()
    if let last = progress.lastShown, elapsed - last < .milliseconds(100), progress.done < total { return }
    progress.lastShown = elapsed
    let line = ProgressBar.line(label, done: progress.done, total: total, elapsed: elapsed.seconds, width: width)
    write("\r" + line + "\u{1b}[K")
  }

  private func report(_ progress: inout Progress) {
    let tenth = total == 0 ? 10 : Int(10 * Double(progress.done) / Double(total))
    guard tenth > progress.lastTenth, progress.done < total else { return }
    let elapsed = now()
    guard elapsed - (progress.lastShown ?? .zero) >= .seconds(1) else { return }
    (progress.lastTenth, progress.lastShown) = (tenth, elapsed)
    let line = ProgressBar.summary(done: progress.done, total: total, elapsed: elapsed.seconds)
    write("\(label): \(line)\n")
  }

  /// The bar as one line of fewer than `width` cells.
  static func line(_ label: String, done: Int, total: Int, elapsed: Double, width: Int) -> String {
    let summary = summary(done: done, total: total, elapsed: elapsed)
    let room = width - 1 - label.terminalWidth - summary.terminalWidth - 4
    guard room >= 8 else { return (label.terminalSafe + " " + summary).truncated(toTerminalWidth: max(1, width - 1)) }
    let cells = min(room, 40)
    let filled = total == 0 ? cells : Int((Double(cells) * Double(done) / Double(total)).rounded(.down))
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
    return "\(label.terminalSafe)  \(bar)  \(summary)"
  }

  /// Fraction, elapsed time and, once there is something to extrapolate from, time left.
  static func summary(done: Int, total: Int, elapsed: Double) -> String {
    let fraction = total == 0 ? 1 : Double(done) / Double(total)
    let percent = String(Int((100 * fraction).rounded(.down))) + "%"
    let start = percent + "  " + NumberText.duration(seconds: elapsed)
    guard done > 0, done < total else { return start }
    return start + ", about " + NumberText.duration(seconds: elapsed * (1 - fraction) / fraction) + " left"
  }
}

/// The process's standard error as a place to draw.
enum StandardError {
  static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Columns of the terminal, 80 where it does not say.
  static var width: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Writes the text; a closed standard error is no reason to stop a run.
  @Sendable static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
