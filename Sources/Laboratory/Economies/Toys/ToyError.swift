/// Why a toy could not be run as asked.
public enum ToyError: Error, CustomStringConvertible {
  case noSuchToy(String, nearest: String?)
  case noSuchParameter(Toy, String, nearest: String?, names: [String])
  case outside(Toy, parameter: String, value: Double, low: String, high: String)
  case badPeriods(Toy, Int, longest: Int)
  case badShockPeriod(Toy, parameter: String, period: Int, last: Int)
  case noSteadyState(Toy, because: String)
  case noSolution(Toy, because: String)
  /// The run itself left the range of money, or of what the toy's books can hold.
  case failed(Toy, period: Int, cause: any Error)

  /// Whether the request was sound and the run failed.
  public var isRunFailure: Bool { if case .failed = self { true } else { false } }

  public var description: String {
    switch self {
    case .noSuchToy(let name, let nearest):
      "there is no toy '\(name)'" + ToyError.cure(nearest, among: Toy.allCases.map(\.rawValue))
    case .noSuchParameter(let toy, let name, let nearest, let names):
      "\(toy) has no parameter '\(name)'" + ToyError.cure(nearest, among: names)
    case .outside(let toy, let parameter, let value, let low, let high):
      "\(toy): \(parameter) = \(value) is outside the allowed range \(low) ... \(high)"
    case .badPeriods(let toy, let periods, let longest):
      "\(toy): \(periods) periods cannot be run; choose 0 ... \(longest)"
    case .badShockPeriod(let toy, let parameter, let period, let last):
      last < 1
        ? "\(toy): a run of \(last) periods has no period for the shock to \(parameter)"
        : "\(toy): the shock to \(parameter) is in period \(period); the run has periods 1 ... \(last)"
    case .noSteadyState(let toy, let reason): "\(toy) has no steady state to open from: \(reason); open from nothing"
    case .noSolution(let toy, let reason): "\(toy) cannot be solved: \(reason)"
    case .failed(let toy, let period, let cause): "\(toy) failed in period \(period): \(cause)"
    }
  }

  private static func cure(_ nearest: String?, among names: [String]) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? "; there are \(names.joined(separator: ", "))"
  }
}

/// A stock that the books cannot hold below zero.
struct NegativeStock: Error, CustomStringConvertible {
  let name: String
  let value: Double
  var description: String { "\(name) would fall to \(value), below zero" }
}
