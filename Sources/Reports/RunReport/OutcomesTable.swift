import Laboratory

/// The outcomes of one run as a table.
public struct OutcomesTable: Sendable {
  public let outcomes: Outcomes

  public init(_ outcomes: Outcomes) { self.outcomes = outcomes }

  public var table: Table {
    Table(
      [.init("outcome"), .number("value")],
      rows: outcomes.values.map { outcome, value in
        switch value {
        case .success(let number): [.text(outcome.title), .number(number, outcome.style)]
        case .failure(let reason): [.text(outcome.title), .text("– (\(reason))")]
        }
      })
  }
}
