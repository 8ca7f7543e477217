import Quantities
import Simulation

/// A question and the reasoned changes that put it to the model.
public struct Scenario: Sendable, Equatable {
  public struct Change: Sendable, Equatable {
    /// `mechanism.parameter`.
    public let parameter: String
    public let value: String
    public let reason: String
    /// Where the file states it.
    public let line: Int
  }

  public let file: String
  public let name: String
  public let question: String
  public let changes: [Change]
  /// Switches that are off.
  public let without: [String]
  let withoutLine: Int

  /// A request changed as the scenario says.
  ///
  /// - Throws: ``ScenarioError`` where a parameter or a switch of `page` is not as the scenario supposes.
  public func applied(to request: RunRequest, of page: DayPage) throws(ScenarioError) -> RunRequest {
    try check(against: page)
    var request = request
    request.scenario = name
    request.overrides += changes.map { RunRequest.Override($0.parameter, $0.value) }
    request.without += without.filter { !request.without.contains($0) }
    return request
  }

  private func check(against page: DayPage) throws(ScenarioError) {
    for change in changes {
      do { _ = try page.setting(change.parameter, to: change.value) } catch {
        throw ScenarioError(
          file: file, line: change.line, message: "\(change.parameter): \(error)", cure: cure(of: error))
      }
    }
    do { _ = try page.without(without) } catch {
      throw ScenarioError(
        file: file, line: withoutLine, message: "\(error)",
        cure: "the switches are \(page.switches.joined(separator: ", "))")
    }
  }

  private func cure(of error: ParameterError) -> String {
    switch error {
    case .wrongUnit(let wanted, _): "write a number, such as 0.12, \"12 %\" or \"0.12 \(wanted)\""
    case .outside(let low, let high, _): "choose a value from \(low) to \(high)"
    case .noSuchParameter: "`penstock parameters` lists them all"
    }
  }
}

/// Why a scenario file was refused: where, what, and what to do.
public struct ScenarioError: Error, Equatable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let message: String
  public let cure: String

  public var description: String { "\(file), line \(line): \(message); \(cure)" }
}
