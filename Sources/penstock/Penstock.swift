import ArgumentParser
import Foundation

/// The command line: thin; every command asks the laboratory and prints what it answers.
@main
struct Penstock: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "penstock",
    abstract: "A laboratory for flow-driven markets and the two-track economy.",
    discussion: """
      Without a command it runs the main job: the US baseline and every switch off in turn, in paired replicates; it \
      prints the effects and writes a report to ./penstock-out. `penstock help main` shows its flags.
      """,
    version: ReleaseText.version,
    subcommands: [
      MainJob.self, RunCommand.self, AccountsCommand.self, CompareCommand.self, OutlookCommand.self, ToyCommand.self,
      LedgerCommand.self,
      OpeningCommand.self,
      ParametersCommand.self,
      SystemsCommand.self, ScenariosCommand.self, ValidateCommand.self, CalibrateCommand.self, BriefCommand.self,
      ScoreCommand.self,
      DataCommand.self,
      ServeCommand.self,
    ],
    defaultSubcommand: MainJob.self)

  /// Parses, runs, and ends with the exit code of what happened.
  static func main() async {
    Interruption.watch()
    var isParsed = false
    do {
      try UnknownWord.check(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      isParsed = true
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error, isParsed: isParsed)
    }
  }

  private static func leave(_ error: any Error, isParsed: Bool) -> Never {
    if exitCode(for: error) == .success {
      print(message(for: error))
      Foundation.exit(Ending.done)
    }
    if isParsed {
      let ending = Ending(of: error)
      if let message = ending.message { Messages.say("penstock: \(message)") }
      Foundation.exit(ending.code)
    }
    Messages.say(error is UnknownWord ? "penstock: \(error)" : fullMessage(for: error))
    Foundation.exit(Ending.badRequest)
  }
}
