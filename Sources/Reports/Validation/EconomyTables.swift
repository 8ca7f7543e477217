import Laboratory

/// The tables of a validated economy: facts, drift, shocks, responses.
public enum EconomyTables {
  /// ● inside the band, ○ outside, – without a value; † marks facts that a parameter or the opening states.
  public static func facts(_ validation: EconomyValidation) -> Table {
    var table = Table([.init("fact"), .init("unit"), .number("model"), .init(""), .number("band"), .init("period")])
    for row in validation.rows {
      table.append([
        .text(row.fact.name + (row.fact.isTargeted ? " †" : "")), .text(row.fact.unit), cell(row.value),
        .text(row.value == nil ? "–" : row.isInside ? "●" : "○"), .interval(low: row.fact.low, high: row.fact.high),
        .text(row.fact.period),
      ])
    }
    return table
  }

  /// The counts, and each miss with its distance and suspected cause.
  public static func words(_ validation: EconomyValidation) -> [String] {
    [
      "\(validation.inside) of \(validation.rows.count) facts inside, \(validation.insideUntargeted) of them untargeted "
        + "(† a parameter or the opening states it); accounting identities outside: \(validation.accountingMisses)."
    ]
      + validation.misses.map { row in
        guard let distance = row.distance else { return "Miss: \(row.fact.name). Suspected: \(row.fact.suspect)." }
        let far = NumberStyle.plain.text(distance.magnitude, significant: 2)
        return "Miss: \(row.fact.name) is \(far) half-widths \(distance > 0 ? "above" : "below") its band. "
          + "Suspected: \(row.fact.suspect)."
      } + validation.absent.map { "Absent: \($0.fact.name): \($0.reason)." }
  }

  public static func drift(_ drift: StockDrift) -> Table {
    var table = Table([.init("stock over product"), .number("change, years 40 to 50, %"), .number("t"), .init("")])
    for row in drift.rows {
      table.append([
        .text(row.name), .number(100 * row.change), cell(row.t.isFinite ? row.t : nil), .text(row.isSteady ? "●" : "○"),
      ])
    }
    return table
  }

  public static func shocks(_ shares: ShockShares) -> Table {
    var table = Table([
      .init("variance gone without"), .number("real GDP"), .number("unemployment"), .number("inflation"),
    ])
    for row in shares.rows {
      table.append([.text(row.stream), .number(row.product), .number(row.unemployment), .number(row.inflation)])
    }
    return table
  }

  public static func responses(_ responses: PolicyResponses) -> Table {
    var table = Table([
      .init("surprise"), .number("quarter"), .number("real GDP, %"), .number("90 % interval"), .number("published"),
      .init(""),
    ])
    for answer in responses.answers {
      table.append([
        .text(answer.experiment.title + (answer.experiment.isTargeted ? " †" : "")),
        cell(answer.headline.map { Double($0.quarter) }),
        cell(answer.headline?.effect.mean),
        answer.headline.map { .interval(low: $0.effect.low, high: $0.effect.high) } ?? .text(NumberText.missing),
        .interval(low: answer.experiment.low, high: answer.experiment.high), .text(answer.isInside ? "●" : "○"),
      ])
    }
    return table
  }

  private static func cell(_ value: Double?) -> Table.Cell {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .text(NumberText.missing)
  }
}
