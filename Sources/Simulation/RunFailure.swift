import Quantities

/// Why a day page cannot become a world.
public enum AssemblyError: Error, Equatable, CustomStringConvertible {
  case noSuchSwitch(String, nearest: String?)
  case saidTwice(observable: String, by: String, and: String)
  case nameTwice(String)
  case twoRulesInAPhase(String)
  case traitsDiffer(rows: Int, households: Int)

  public var description: String {
    switch self {
    case .noSuchSwitch(let name, let nearest):
      "there is no switch '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .saidTwice(let observable, let a, let b): "both \(a) and \(b) say '\(observable)'; an observable has one voice"
    case .nameTwice(let name): "two mechanisms are named '\(name)'"
    case .twoRulesInAPhase(let phase): "phase '\(phase)' has two population rules; each needs a phase of its own"
    case .traitsDiffer(let rows, let households): "there are traits of \(rows) households, not of \(households)"
    }
  }
}

/// A run that left the range or the finite, with the place where it did. The world is then not to be used.
public struct RunFailure: Error, CustomStringConvertible {
  public let mechanism: String
  public let phase: String
  public let day: Day
  public let cause: any Error

  public init(mechanism: String, phase: String, day: Day, cause: any Error) {
    (self.mechanism, self.phase, self.day, self.cause) = (mechanism, phase, day, cause)
  }

  public var description: String { "\(mechanism), in phase '\(phase)' on \(day): \(cause)" }
}

/// An observable was said to be a number that is not finite.
public struct NotFinite: Error, CustomStringConvertible {
  public let observable: String
  public let value: Double
  public var description: String { "'\(observable)' came out as \(value)" }
}

/// A mechanism said what it had not declared, or not for every household.
public struct UndeclaredWord: Error, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
