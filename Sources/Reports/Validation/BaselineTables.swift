import Laboratory
import Quantities

/// The first year beside what is known of it, and two scales beside each other.
public enum BaselineTables {
  public static func year(_ year: BaselineYear) -> Table {
    var table = Table([
      .init("figure"), .init("unit"), .number("known"), .init("as of"), .number("model"),
      .number("nine tenths of runs"),
      .init(""), .init("file"),
    ])
    for row in year.rows {
      table.append([
        .text(row.name), .text(row.unit), .number(row.known.value), .text(row.known.last.iso), .number(row.median),
        .interval(low: row.low, high: row.high), .text(row.isInside ? "●" : "○"), .text(row.known.file),
      ])
    }
    return table
  }

  public static func scales(_ test: ScaleTest) -> Table {
    var table = Table([
      .init("stock over product"), .number("1:10,000"), .number("1:1,000"), .number("difference, %"), .number("z"),
      .number("error, %"), .init(""),
    ])
    for row in test.rows {
      table.append([
        .text(row.name), .number(row.coarse.value), .number(row.fine.value), .effect(100 * row.difference.value),
        .effect(row.z),
        .number(100 * row.difference.error), .text(row.isSame ? "●" : "○"),
      ])
    }
    return table
  }
}

extension JSON {
  /// Of the first year beside what is known of it.
  public init(baseline year: BaselineYear) {
    self = .object([
      (
        "figures",
        .array(
          year.rows.map { row in
            .object([
              ("name", .string(row.name)), ("unit", .string(row.unit)), ("known", .number(row.known.value)),
              ("asOf", .string(row.known.last.iso)), ("file", .string(row.known.file)),
              ("column", .string(row.known.column)), ("model", .number(row.median)), ("low", .number(row.low)),
              ("high", .number(row.high)), ("inside", .bool(row.isInside)),
            ])
          })
      ), ("inside", .integer(Int64(year.rows.count(where: \.isInside)))),
      ("total", .integer(Int64(year.rows.count))), ("replicates", .integer(Int64(year.replicates))),
    ])
  }

  /// Of the economy at two scales.
  public init(scales test: ScaleTest) {
    func mean(_ mean: ScaleTest.Mean) -> JSON {
      .object([("mean", .number(mean.value)), ("error", .number(mean.error))])
    }
    self = .object([
      (
        "ratios",
        .array(
          test.rows.map { row in
            .object([
              ("name", .string(row.name)), ("coarse", mean(row.coarse)), ("fine", mean(row.fine)),
              ("difference", mean(row.difference)), ("z", .number(row.z)), ("same", .bool(row.isSame)),
            ])
          })
      ), ("same", .integer(Int64(test.rows.count(where: \.isSame)))), ("total", .integer(Int64(test.rows.count))),
      ("growthSpreadCoarse", mean(test.growth.coarse)), ("growthSpreadFine", mean(test.growth.fine)),
      ("replicates", .integer(Int64(test.replicates))), ("months", .integer(Int64(ScaleTest.months))),
    ])
  }
}
