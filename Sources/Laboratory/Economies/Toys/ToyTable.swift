import Quantities

/// What a toy printed: a row for each period from the opening, period 0, on.
public struct ToyTable: Sendable, Equatable {
  public let toy: Toy
  /// The book's names, `period` first.
  public let columns: [String]
  /// A row for each period, in the order of `columns`.
  public let rows: [[Double]]
  /// The parameters in force in period 0, by name.
  public let parameters: [(name: String, value: Double)]
  public let shocks: [ToyShock]
  /// The largest residual of any identity of the books in any period: zero.
  public let auditResidual: Money

  public static func == (a: ToyTable, b: ToyTable) -> Bool {
    a.toy == b.toy && a.columns == b.columns && a.rows == b.rows && a.shocks == b.shocks
      && a.parameters.elementsEqual(b.parameters, by: ==) && a.auditResidual == b.auditResidual
  }

  /// The values of a column; nil when the toy has no such column.
  public subscript(column: String) -> [Double]? {
    columns.firstIndex(of: column).map { index in rows.map { $0[index] } }
  }

  /// Comma-separated, with the shortest decimals that read back.
  public var csv: String {
    let lines = rows.map { row in
      ([String(Int(row[0]))] + row.dropFirst().map { "\($0)" }).joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// One object: what was run, and the table by rows.
  public var json: String {
    let values = parameters.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",")
    let moves = shocks.map { "{\"parameter\":\"\($0.name)\",\"value\":\($0.value),\"period\":\($0.period)}" }
    let lines = rows.map { row in
      "[" + ([String(Int(row[0]))] + row.dropFirst().map { "\($0)" }).joined(separator: ",") + "]"
    }
    return """
      {"schema":1,"toy":"\(toy.rawValue)","auditResidualCents":\(auditResidual.cents),"parameters":{\(values)},\
      "shocks":[\(moves.joined(separator: ","))],\
      "columns":[\(columns.map { "\"\($0)\"" }.joined(separator: ","))],"rows":[\(lines.joined(separator: ","))]}
      """
  }
}
