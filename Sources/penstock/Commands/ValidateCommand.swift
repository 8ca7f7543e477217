import ArgumentParser

/// The model held against facts nobody typed.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "How the model compares with facts of real data.",
    subcommands: [
      ValidateMarketCommand.self, ValidateEconomyCommand.self, ValidateResponsesCommand.self,
      ValidateSwitchesCommand.self, ValidateBaselineCommand.self,
    ])
}
