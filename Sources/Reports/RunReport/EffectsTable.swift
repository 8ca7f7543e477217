import Laboratory
import Statistics

/// The effects of switches as a table: one row an effect, hollow where it cannot be told from none.
public struct EffectsTable: Sendable {
  public let effects: [Effect]

  /// Whether a change is named once, on its first row.
  let groups: Bool

  public init(_ effects: [Effect], groups: Bool = false) { (self.effects, self.groups) = (effects, groups) }

  public var table: Table {
    var table = Table([
      .init("without"), .init(""), .init("outcome"), .number("with"), .number("without"), .number("effect"),
      .number("90% interval"),
    ])
    for (index, effect) in effects.enumerated() {
      let outcome = effect.outcome
      let isFirst = index == 0 || effects[index - 1].change != effect.change
      let interval: Table.Cell =
        effect.paired.map { .interval(low: $0.low, high: $0.high, outcome.effectStyle) } ?? .text(NumberText.missing)
      table.append([
        isFirst || !groups ? .text(effect.change) : .empty, .text(effect.mark), .text(outcome.title),
        .number(effect.with, outcome.style),
        .number(effect.without, outcome.style), .effect(effect.effect, outcome.effectStyle), interval,
      ])
    }
    return table
  }

  /// The effects as comma-separated text, one a line.
  public var csv: String {
    let head = "switch,outcome,unit,with,without,effect,low,high,level,p,includesZero\n"
    return effects.reduce(into: head) { text, effect in
      let paired = effect.paired
      let numbers = [effect.with, effect.without, effect.effect, paired?.low, paired?.high, effect.level, paired?.p]
      let cells = numbers.map { $0.map(CSVWriter.number) ?? "" }
      let verdict = paired.map { "\($0.includesZero)" } ?? ""
      let names = [effect.change, effect.outcome.name, effect.outcome.unit].map(CSVWriter.cell)
      text += (names + cells + [verdict]).joined(separator: ",") + "\n"
    }
  }
}

extension Effect {
  /// ● where the interval leaves out zero, ○ where it holds it, blank without an interval.
  public var mark: String { paired.map { $0.includesZero ? "○" : "●" } ?? "" }
}
