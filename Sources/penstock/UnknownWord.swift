import ArgumentParser
import Quantities

/// A command or a flag that does not exist, with the nearest that does.
struct UnknownWord: Error, CustomStringConvertible {
  let description: String

  /// Refuses a first word that is neither a flag nor a command.
  static func check(_ arguments: [String]) throws {
    let names = Penstock.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return }
    let nearest =
      word.nearest(among: names).map { "did you mean '\($0)'?" } ?? "the commands are \(names.joined(separator: ", "))"
    throw UnknownWord(description: "there is no command '\(word)'; \(nearest)")
  }
}
