import Accounting
import Laboratory
import Quantities

extension Matrix {
  /// Cells in billions of dollars at national scale, for a page.
  public func heat(scale: Double) -> HeatTable {
    let sectors = self.sectors
    func national(_ amount: Money) -> Double { amount.dollars * scale / 1e9 }
    return HeatTable(
      rowHeading: "\(title), $bn", columns: sectors.map { $0.name.spaced }, rows: rows.map { $0.name.spaced },
      values: rows.map { row in sectors.map { row.cells[$0.index] == .zero ? nil : national(row.cells[$0.index]) } },
      rowTotals: rows.map { national($0.sum) },
      columnTotals: columnsSumToZero ? sectors.map { national(columnSum($0)) } : nil, style: .plain)
  }

  /// The matrix for a terminal: in billions of dollars at national scale, or in exact cents of the scaled world.
  public func table(scale: Double, inCents: Bool) -> Table {
    func cell(_ amount: Money) -> Table.Cell {
      guard amount != .zero else { return "·" }
      return .text(inCents ? "\(amount.cents)" : NumberText.fixed(amount.dollars * scale / 1e9, decimals: 1))
    }
    func sum(_ amount: Money) -> Table.Cell { amount == .zero ? "0" : cell(amount) }
    let sectors = self.sectors
    var table = Table([Table.Heading("")] + sectors.map { .number($0.name) } + [.number("sum")])
    for row in rows { table.append([.text(row.name)] + sectors.map { cell(row.cells[$0.index]) } + [sum(row.sum)]) }
    if columnsSumToZero { table.append(["sum"] + sectors.map { sum(columnSum($0)) }) }
    return table
  }

  /// Every cell in exact cents, with the sums.
  public var json: JSON {
    .object([
      ("name", .string(name)),
      (
        "rows",
        .array(
          rows.map { row in
            .object([
              ("row", .string(row.name)), ("cells", .array(row.cells.map { .integer($0.cents) })),
              ("sum", .integer(row.sum.cents)), ("zeroSum", .bool(row.isZeroSum)),
            ])
          })
      ),
      ("columnSums", columnsSumToZero ? .array(Sector.allCases.map { .integer(columnSum($0).cents) }) : .null),
      ("residual", .integer(residual.cents)),
    ])
  }
}

extension String {
  /// `mutualFunds` as `mutual funds`, `aiFirms` as `AI firms` and `bonds10` as `bonds 10`.
  var spaced: String {
    let words = reduce(into: "") { text, letter in
      let isNew = text.last?.isLowercase == true && (letter.isUppercase || letter.isNumber)
      text += isNew ? " " + letter.lowercased() : String(letter)
    }
    return words.hasPrefix("ai ") ? "AI " + words.dropFirst(3) : words
  }
}
