import Laboratory
import Observatory
import Quantities
import Simulation
import Statistics

/// How the program ends: the exit code of an error and the words it leaves on standard error.
struct Ending {
  static let done: Int32 = 0
  /// A bad flag, file, scenario or data.
  static let badRequest: Int32 = 2
  /// The run itself failed.
  static let runFailed: Int32 = 3
  /// The output cannot be written.
  static let cannotWrite: Int32 = 4
  /// Interrupted; what was finished is kept.
  static let interrupted: Int32 = 130

  let code: Int32
  let message: String?

  init(of error: any Error) {
    switch error {
    case is RunInterrupted: (code, message) = (Ending.interrupted, "interrupted")
    case let error as Refusal: (code, message) = (Ending.badRequest, "\(error)")
    case let error as CannotWrite: (code, message) = (Ending.cannotWrite, "\(error)")
    case let error as CacheError:
      (code, message) = (Ending.cannotWrite, "cannot write \(error); choose another place with --cache")
    case let error as ToyError:
      (code, message) = (error.isRunFailure ? Ending.runFailed : Ending.badRequest, "\(error)")
    case is ScenarioError, is DataError, is RequestError, is ParameterError, is AssemblyError,
      is CheckpointFile.Refusal,
      is CheckpointMismatch, is PanelError:
      (code, message) = (Ending.badRequest, "\(error)")
    case let error as RunFailure: (code, message) = (Ending.runFailed, "the run failed: \(error)")
    default: (code, message) = (Ending.runFailed, "the run failed: \(error)")
    }
  }
}

/// A request that cannot be served: what is wrong, where, and what to do.
struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
