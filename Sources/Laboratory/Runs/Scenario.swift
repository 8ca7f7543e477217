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
        throw refuse(change, error)
      }
    }
    for name in without where !page.switches.contains(name) {
      let nearest = name.nearest(among: page.switches).map { "did you mean '\($0)'?" }
      throw ScenarioError(
        file: file, line: withoutLine, message: "there is no switch '\(name)'",
        cure: nearest ?? "the switches are \(page.switches.joined(separator: ", "))")
    }
  }

  private func refuse(_ change: Change, _ error: ParameterError) -> ScenarioError {
    let (message, cure) =
      switch error {
      case .wrongUnit(let unit, let text):
        unit == Dimensionless.symbol
          ? ("\(change.parameter): '\(text)' is not a number without unit", "write a number, such as 0.12 or \"12 %\"")
          : ("\(change.parameter): \(error)", "write a number, such as 0.12, \"12 %\" or \"0.12 \(unit)\"")
      case .outside(let low, let high, let text):
        (
          "\(change.parameter): \(text) is outside the allowed range",
          "choose a value from \(bare(low)) to \(bare(high))"
        )
      case .noSuchParameter(let name, let nearest):
        (
          "there is no parameter '\(name)'",
          nearest.map { "did you mean '\($0)'?" } ?? "`penstock parameters` lists them all"
        )
      }
    return ScenarioError(file: file, line: change.line, message: message, cure: cure)
  }

  /// `8.0 1` as `8.0`: a number without unit is written without one.
  private func bare(_ written: String) -> String {
    let unit = " " + Dimensionless.symbol
    return written.hasSuffix(unit) ? String(written.dropLast(unit.count)) : written
  }
}

/// Why a scenario file was refused: where, what, and what to do.
public struct ScenarioError: Error, Equatable, CustomStringConvertible {
  public let file: String
  /// Counted from one; nil when the whole file is meant.
  public let line: Int?
  public let message: String
  public let cure: String

  public var description: String {
    (file.isEmpty ? "''" : file) + (line.map { ", line \($0)" } ?? "") + ": \(message); \(cure)"
  }
}
