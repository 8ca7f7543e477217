import Laboratory
import Statistics

/// A market held against the S&P 500, one line a fact, with the counts and the misses in words below.
public struct MarketValidationTable: Sendable {
  public let validation: MarketValidation

  public init(_ validation: MarketValidation) { self.validation = validation }

  /// ● inside the band, ○ outside, – without a value; † marks facts that were in view when parameters were set.
  public var table: Table {
    var table = Table([
      .init("fact"), .init("unit"), .number("S&P 500"), .number("95 % band"), .number("model"), .init(""),
      .number("GARCH-t"), .init(""),
    ])
    for row in validation.rows {
      table.append([
        .text(row.fact.name + (row.fact.isTargeted ? " †" : "")), .text(row.fact.unit), cell(row.observed),
        row.band.map { .interval(low: $0.low, high: $0.high) } ?? .text(NumberText.missing), cell(row.value),
        .text(mark(row.value, row.isInside)), cell(row.garch), .text(mark(row.garch, row.isGARCHInside)),
      ])
    }
    return table
  }

  private func cell(_ value: Double?) -> Table.Cell { value.map { .number($0) } ?? .text(NumberText.missing) }
  private func mark(_ value: Double?, _ isInside: Bool) -> String { value == nil ? "–" : isInside ? "●" : "○" }

  /// The counts, the joint coverage, the misses with their distance, and what is absent and why.
  public var words: [String] {
    let v = validation
    var lines = [
      "\(v.inside) of \(v.rows.count) facts inside, \(v.insideUntargeted) of them untargeted († was in view when parameters were set).",
      "GARCH(1,1)-t of the same period passes \(v.shared) of these too; \(v.own) are the model's own.",
    ]
    if let ours = v.coverage, let theirs = v.garchCoverage {
      lines.append(
        "All nine Franke-Westerhoff moments at once: \(percent(ours.joint)) of \(ours.count) runs, GARCH \(percent(theirs.joint))."
      )
    }
    for row in v.misses {
      let side = (row.distance ?? 0) > 0 ? "above" : "below"
      let distance = NumberStyle.plain.text((row.distance ?? 0).magnitude, significant: 2)
      lines.append("Miss: \(row.fact.name) is \(distance) half-widths \(side) its band.")
    }
    for reason in v.absent.compactMap(\.reason).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let names = v.absent.filter { $0.reason == reason }.map(\.fact.name)
      lines.append("Absent, since \(reason): \(names.joined(separator: "; ")).")
    }
    return lines
  }

  private func percent(_ share: Double) -> String { NumberStyle.plain.text(100 * share, significant: 2) + " %" }
}
