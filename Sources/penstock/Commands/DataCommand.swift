import ArgumentParser
import Foundation
import Observatory

/// Real data: fetched from their publishers, or found in a folder of tidy files.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Fetch real data from their publishers, or import a folder of tidy files.",
    discussion: """
      What is fetched lies in a cache that is safe to delete: $XDG_CACHE_HOME/penstock, else ~/.cache/penstock. Its \
      folder 'tables' is a data folder: `penstock brief --data ~/.cache/penstock/tables`. Keys are read from the \
      environment (EIA_API_KEY, BLS_API_KEY), and so is the address publishers may write to (PENSTOCK_CONTACT).
      """,
    subcommands: [DataFetchCommand.self, DataImportCommand.self, DataStatusCommand.self])
}

/// The flags that the data commands share.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder of the cache.", valueName: "DIR")) var cache: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false

  func dataCache() throws -> DataCache {
    if let cache { return DataCache(URL(fileURLWithPath: cache).standardizedFileURL.path) }
    return DataCache(try DataCache.standardPath(ProcessInfo.processInfo.environment))
  }

  /// This moment, by the clock of this machine.
  var now: Vintage { Vintage(seconds: Int64(Date().timeIntervalSince1970)) }
}
