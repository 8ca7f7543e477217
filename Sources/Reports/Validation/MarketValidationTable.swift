import Laboratory
import Statistics

/// A market held against the S&P 500, one line a fact, with the counts and the misses in words below.
public struct MarketValidationTable: Sendable {
  public let validation: MarketValidation
  /// The same runs' economy against periods that nothing was fitted to.
  public let outOfSample: [MarketValidation]

  public init(_ validation: MarketValidation, outOfSample: [MarketValidation] = []) {
    (self.validation, self.outOfSample) = (validation, outOfSample)
  }

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
      "\(v.inside) of \(v.total) facts inside, \(v.insideUntargeted) of them untargeted († was in view when parameters were set).",
      "GARCH(1,1)-t of the same period passes \(v.garchInside), \(v.shared) of them with the model; \(v.own) are the model's own.",
    ]
    if let joint = joint(v) { lines.append(joint) }
    lines += misses(v)
    for reason in v.absent.compactMap(\.reason).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let names = v.absent.filter { $0.reason == reason }.map(\.fact.name)
      lines.append("Absent, since \(reason): \(names.joined(separator: "; ")).")
    }
    return lines + outOfSample.flatMap(words(outOfSample:))
  }

  private func words(outOfSample v: MarketValidation) -> [String] {
    [
      "",
      "\(v.period.name), to which nothing was fitted: \(v.inside) of \(v.total) facts inside, GARCH(1,1)-t of that period \(v.garchInside).",
    ] + (joint(v).map { [$0] } ?? []) + misses(v)
  }

  private func misses(_ v: MarketValidation) -> [String] {
    v.misses.map { row in
      let side = (row.distance ?? 0) > 0 ? "above" : "below"
      return "Miss: \(row.fact.name) is \(distance(row)) half-widths \(side) its band."
    }
  }

  private func joint(_ v: MarketValidation) -> String? {
    guard let ours = v.coverage, let theirs = v.garchCoverage else { return nil }
    return
      "All nine Franke-Westerhoff moments at once: \(percent(ours.joint)) of \(ours.count) runs, GARCH \(percent(theirs.joint))."
  }

  private func distance(_ row: MarketValidation.Row) -> String {
    NumberStyle.plain.text((row.distance ?? 0).magnitude, significant: 2)
  }

  private func percent(_ share: Double) -> String { NumberStyle.plain.text(100 * share, significant: 2) + " %" }
}
