import ArgumentParser
import Quantities

/// A command or a flag that does not exist, with the nearest that does.
struct UnknownWord: Error, CustomStringConvertible {
  let description: String

  /// Refuses a first word that is neither a flag nor a command, and after a command that has commands of its own a second.
  static func check(_ arguments: [String]) throws { try check(arguments, among: Penstock.self) }

  private static func check(_ arguments: [String], among parent: any ParsableCommand.Type) throws {
    let commands = parent.configuration.subcommands
    let names = commands.compactMap { $0.configuration.commandName } + ["help"]
    guard !commands.isEmpty, let word = arguments.first, !word.hasPrefix("-") else { return }
    if let command = commands.first(where: { $0.configuration.commandName == word }) {
      return try check(Array(arguments.dropFirst()), among: command)
    }
    guard !names.contains(word) else { return }
    let nearest =
      word.nearest(among: names).map { "did you mean '\($0)'?" } ?? "the commands are \(names.joined(separator: ", "))"
    throw UnknownWord(description: "there is no command '\(word)'; \(nearest)")
  }
}
