import Foundation
import Laboratory
import Reports

/// The table of effects for a terminal: what cannot be told from nothing is hollow, and dim where the terminal can.
struct EffectsText {
  let effects: [Effect]

  init(_ effects: [Effect]) { self.effects = effects }

  var text: String {
    guard !effects.isEmpty else { return "no pair of runs was finished\n" }
    let lines = TerminalTable(EffectsTable(effects, groups: true).table).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let isTerminal = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    let drawn = lines.map { isTerminal && $0.contains("○") ? "\u{1b}[2m\($0)\u{1b}[0m" : String($0) }
    return drawn.joined(separator: "\n") + "● the 90% interval leaves out zero   ○ it holds zero\n"
  }
}
