import Laboratory
import Statistics

/// Predictions of switches beside what was measured.
public struct SwitchTables: Sendable {
  public let validation: SwitchValidation

  public init(_ validation: SwitchValidation) { self.validation = validation }

  private func table(_ rows: [SwitchValidation.Row], placebo: Bool) -> Table {
    var table = Table(
      [
        .init("switch"), .init("outcome"), .init("predicted"), .number("with"), .number("without"), .number("effect"),
        .number("90% interval"),
      ] + (placebo ? [.number("p, corrected")] : []) + [.init("")])
    for (index, row) in rows.enumerated() {
      let outcome = row.effect.outcome
      let isFirst = index == 0 || rows[index - 1].prediction.change != row.prediction.change
      let interval: Table.Cell =
        row.effect.paired.map { .interval(low: $0.low, high: $0.high, outcome.effectStyle) }
        ?? .text(NumberText.missing)
      let p: [Table.Cell] = placebo ? [.number(row.corrected ?? .nan, .plain)] : []
      table.append(
        [
          isFirst ? .text(row.prediction.change) : .empty, .text(outcome.title),
          .text(row.prediction.direction.rawValue),
          .number(row.effect.with, outcome.style), .number(row.effect.without, outcome.style),
          .effect(row.effect.effect, outcome.effectStyle), interval,
        ] + p + [.text(row.holds ? "●" : "○")])
    }
    return table
  }

  private var predicted: Table {
    table(validation.rows.filter { $0.prediction.direction != .untouched }, placebo: false)
  }

  private var placebos: Table {
    table(validation.rows.filter { $0.prediction.direction == .untouched }, placebo: true)
  }

  private var verdict: String {
    "\(validation.held) of \(validation.rows.count) hold, in \(validation.replicates) pairs of runs."
  }

  public var text: String {
    """
    What each switch should move (● on the predicted side of zero)

    \(TerminalTable(predicted, width: 120).text)
    What it should not (● not told from zero among so many, p by Holm)

    \(TerminalTable(placebos, width: 120).text)
    \(verdict)

    """
  }

  /// A page of the documentation, made again by the command.
  public func page(_ command: String) -> String {
    """
    # What switches change, and what they should not

    Written by `\(command)`; do not edit. Effects are with less without, from paired runs under the same luck; intervals are 90 % over luck at
    fixed parameters. What was predicted, and why, is in `SwitchPrediction`; a prediction that fails stays. ● holds: on the predicted side of zero, or not told from zero; ○ does not. Some could hardly fail, as that crypto
    has no volatility without a market: they say that the switch works.

    ## Predicted

    \(SwitchTables.markdown(predicted))

    ## Placebo: outcomes no channel leads to

    The economy is one ledger, so in time everything moves a little. p is corrected for all placebos by Holm's method.

    \(SwitchTables.markdown(placebos))

    \(verdict) `SystemChannelTests` asks more of four of them: with the channels shut by parameter, every other outcome is the same to
    the last bit.

    """
  }

  private static func markdown(_ table: Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return
      ([line(table.headings.map(\.title)), line(table.headings.map { _ in "---" })]
      + table.rows.map { line($0.map(\.text)) }).joined(separator: "\n")
  }
}

extension JSON {
  /// Of predictions held against runs: a fact each, its band the predicted side of zero.
  public init(switches validation: SwitchValidation) {
    self = .object([
      ("schema", 1),
      (
        "facts",
        .array(
          validation.rows.map { row in
            let paired = row.effect.paired
            return .object([
              ("name", .string("\(row.prediction.change): \(row.prediction.outcome)")),
              ("switch", .string(row.prediction.change)), ("outcome", .string(row.prediction.outcome)),
              ("predicted", .string(row.prediction.direction.rawValue)), ("why", .string(row.prediction.why)),
              ("unit", .string(row.effect.outcome.unit)), ("value", .number(row.effect.effect)),
              ("low", .number(paired?.low)), ("high", .number(paired?.high)), ("p", .number(paired?.p)),
              ("pCorrected", .number(row.corrected)), ("inside", .bool(row.holds)),
            ])
          })
      ),
      ("replicates", .integer(Int64(validation.replicates))), ("level", .number(Effect.level)),
      ("inside", .integer(Int64(validation.held))), ("total", .integer(Int64(validation.rows.count))),
    ])
  }
}
