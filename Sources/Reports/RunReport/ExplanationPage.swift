import Accounting
import Laboratory
import Quantities

/// Where a balance came from, line by line to the cent.
public struct ExplanationPage: Sendable {
  public let explanation: Explanation
  public let day: Day
  public let scale: Double

  public init(_ explanation: Explanation, on day: Day, scale: Double) {
    (self.explanation, self.day, self.scale) = (explanation, day, scale)
  }

  private var lines: [(name: String, amount: Money)] {
    [("opening on \(RunRequest.opens)", explanation.opening)] + explanation.changes.map { ($0.cause.name, $0.amount) }
      + [("holding gains", explanation.holdingGains)]
  }

  public func text(inCents: Bool) -> String {
    func cell(_ amount: Money) -> Table.Cell {
      .text(inCents ? "\(amount.cents)" : NumberText.fixed(amount.dollars * scale / 1e9, decimals: 3))
    }
    var table = Table([
      .init("where it came from"),
      .number(inCents ? "cents at 1:\(scale.shortestDecimal ?? "?")" : "billions of dollars"),
    ])
    for line in lines { table.append([.text(line.name), cell(line.amount)]) }
    table.append([.text("balance on \(day)"), cell(explanation.balance)])
    table.append([.text("left unexplained"), .text("\(explanation.residual.cents)")])
    return "\(explanation.instrument.name) of \(explanation.sector.name)\n\n" + TerminalTable(table).text
  }

  public var json: JSON {
    .object([
      ("schema", 1), ("date", .string(day.iso)), ("sector", .string(explanation.sector.name)),
      ("instrument", .string(explanation.instrument.name)), ("scale", .number(scale)), ("unit", "cents"),
      ("opening", .integer(explanation.opening.cents)),
      (
        "changes",
        .array(
          explanation.changes.map {
            .object([("cause", .string($0.cause.name)), ("amount", .integer($0.amount.cents))])
          })
      ),
      ("holdingGains", .integer(explanation.holdingGains.cents)), ("balance", .integer(explanation.balance.cents)),
      ("residual", .integer(explanation.residual.cents)),
    ])
  }
}
