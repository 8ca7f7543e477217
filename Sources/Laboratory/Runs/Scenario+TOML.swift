import Foundation
import Quantities
import TOMLKit

/// Reads a scenario file strictly.
///
///     name = "capex-stops"
///     question = "What if AI capex falls back to its 2019 trend?"
///     without = ["policyPut"]
///
///     [[change]]
///     parameter = "aiCapex.guidance"
///     value = "-20 %"
///     reason = "the guided growth turns into cuts of a fifth"
///
/// Unknown keys, other types and missing reasons are refused with the line where they stand.
extension Scenario {
  /// - Throws: ``ScenarioError`` with file, line and cure.
  public init(contentsOf path: String) throws(ScenarioError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let data = FileManager.default.contents(atPath: path)
    else {
      throw ScenarioError(
        file: path, line: nil, message: "there is no such scenario file, or it cannot be read", cure: "check the path")
    }
    guard let text = String(validating: data, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
      throw ScenarioError(file: path, line: nil, message: "the file is not text", cure: "save it as UTF-8")
    }
    try self.init(toml: text, file: path)
  }

  public init(toml text: String, file: String) throws(ScenarioError) {
    let lines = TOMLLines(text)
    let root: TOMLTable
    do { root = try TOMLTable(string: text) } catch let error as TOMLParseError {
      throw ScenarioError(
        file: file, line: max(1, error.source.begin.line), message: "this is not TOML: \(error.description)",
        cure: "see the files in Scenarios")
    } catch { throw ScenarioError(file: file, line: 1, message: "\(error)", cure: "see the files in Scenarios") }
    let reader = TableReader(table: root, file: file, lines: lines, change: nil)
    try reader.allowOnly(["name", "question", "without", "change"])
    (name, question, self.file) = (try reader.text("name"), try reader.text("question"), file)
    (without, withoutLine) = (try reader.texts("without"), lines.line(of: "without"))
    var changes: [Change] = []
    for (index, table) in try reader.tables("change").enumerated() {
      changes.append(try Change(TableReader(table: table, file: file, lines: lines, change: index)))
    }
    self.changes = changes
    try checkRepeats(reader)
  }

  private func checkRepeats(_ reader: TableReader) throws(ScenarioError) {
    for (index, change) in changes.enumerated()
    where changes[..<index].contains(where: { $0.parameter == change.parameter }) {
      throw ScenarioError(
        file: file, line: change.line, message: "'\(change.parameter)' is changed twice", cure: "keep one change")
    }
    guard !changes.isEmpty || !without.isEmpty else {
      throw ScenarioError(
        file: file, line: 1, message: "the scenario changes nothing", cure: "add a [[change]] or 'without'")
    }
  }
}

extension Scenario.Change {
  fileprivate init(_ reader: TableReader) throws(ScenarioError) {
    try reader.allowOnly(["parameter", "value", "reason"])
    parameter = try reader.text("parameter")
    value = try reader.number("value")
    reason = try reader.text("reason")
    line = reader.line(of: "value")
  }
}

/// One table of a scenario file, read key by key.
private struct TableReader {
  let table: TOMLTable
  let file: String
  let lines: TOMLLines
  /// Which `[[change]]` it is; nil for the head of the file.
  let change: Int?

  func line(of key: String) -> Int { lines.line(of: key, inChange: change) }

  func allowOnly(_ keys: [String]) throws(ScenarioError) {
    for key in table.keys where !keys.contains(key) {
      let nearest =
        key.nearest(among: keys).map { "did you mean '\($0)'?" } ?? "the keys are \(keys.joined(separator: ", "))"
      throw refuse(key, "there is no key '\(key)' here", cure: nearest)
    }
  }

  func text(_ key: String) throws(ScenarioError) -> String {
    guard let value = table[key] else {
      throw refuse(key, "'\(key)' is missing", cure: "add \(key) = \"...\"")
    }
    guard let text = value.string else {
      throw refuse(key, "'\(key)' is of type \(value.type)", cure: "write a text in quotes")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw refuse(key, "'\(key)' is empty", cure: "write it out")
    }
    return text
  }

  /// A number with or without a unit, as text.
  func number(_ key: String) throws(ScenarioError) -> String {
    guard let value = table[key] else { throw refuse(key, "'\(key)' is missing", cure: "add \(key) = \"12 %\"") }
    switch value.type {
    case .double: return "\(value.double ?? .nan)"
    case .int: return "\(value.int ?? 0)"
    case .string: return try text(key)
    default:
      throw refuse(
        key, "'\(key)' is of type \(value.type)", cure: "write a number, or a number with its unit in quotes")
    }
  }

  func texts(_ key: String) throws(ScenarioError) -> [String] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else {
      throw refuse(key, "'\(key)' is of type \(value.type)", cure: "write [\"buybacks\"]")
    }
    var texts: [String] = []
    for element in array {
      guard let text = element.string else {
        throw refuse(key, "'\(key)' holds a value of type \(element.type)", cure: "write names in quotes")
      }
      texts.append(text)
    }
    return texts
  }

  func tables(_ key: String) throws(ScenarioError) -> [TOMLTable] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else {
      throw refuse(key, "'\(key)' is of type \(value.type)", cure: "write [[\(key)]]")
    }
    var tables: [TOMLTable] = []
    for element in array {
      guard let table = element.table else { throw refuse(key, "'\(key)' holds no table", cure: "write [[\(key)]]") }
      tables.append(table)
    }
    return tables
  }

  private func refuse(_ key: String, _ message: String, cure: String) -> ScenarioError {
    ScenarioError(file: file, line: line(of: key), message: message, cure: cure)
  }
}
