import Foundation
import Laboratory
import Sectors
import Testing

/// The BEA supply and use tables, and the method that splits a purchase at purchasers' prices.
struct SupplyAndUse {
  private var cells: [String: Double] = [:]

  init() throws {
    let table = try SharedTable("data/macro/bea_use_supply_tables_2024.csv")
    func column(_ name: String) throws -> Int { try #require(table.index(of: name)) }
    let (kind, row, use, value) = (
      try column("table"), try column("row_code"), try column("column_code"), try column("value_mil_usd")
    )
    for cell in table.rows { cells["\(cell[kind]) \(cell[row]) \(cell[use])"] = Double(cell[value]) }
  }

  private func supply(_ rows: [String], _ column: String) -> Double {
    rows.reduce(0) { $0 + (cells["supply \($1) \(column)"] ?? 0) }
  }

  func use(_ row: String, _ columns: [String]) -> Double { columns.reduce(0) { $0 + (cells["use \(row) \($1)"] ?? 0) } }

  /// Codes of an industry that are columns of the tables: `Used` and `Other` are commodities only.
  func industries(of group: Industry) -> [String] { group.codes.filter { $0 != "Used" && $0 != "Other" } }

  struct Purchase {
    var domestic = [Double](repeating: 0, count: Industry.allCases.count)
    var imported = [Double](repeating: 0, count: Industry.allCases.count)
    var taxes = 0.0
  }

  /// What columns of the use table buy, by industry of origin.
  func bought(by columns: [String], isExport: Bool) -> Purchase {
    var purchase = Purchase()
    for group in Industry.allCases {
      // The use table has one retail commodity, 4A0; the supply table has four.
      for commodity in group.codes where !["441", "445", "452"].contains(commodity) {
        let spent = use(commodity, columns)
        guard spent != 0 else { continue }
        split(spent, on: commodity, of: group, isExport: isExport, into: &purchase)
      }
    }
    return purchase
  }

  private func split(
    _ spent: Double, on commodity: String, of group: Industry, isExport: Bool, into purchase: inout Purchase
  ) {
    let rows = commodity == "4A0" ? ["441", "445", "452", "4A0"] : [commodity]
    let margins = max(0, supply(rows, "Trade") + supply(rows, "Trans"))
    let taxes = supply(rows, "MDTY") + supply(rows, "TOP") + supply(rows, "SUB")
    let basic = supply(rows, "T013")
    let price = basic + margins + taxes
    let basicShare = price == 0 ? 1 : basic / price
    let exported = use(commodity, ["F040"]) * basicShare
    let imports = supply(rows, "MCIF") + supply(rows, "MADJ")
    let importShare =
      isExport ? 0 : basic > exported ? min(1, max(0, imports / (basic - exported))) : imports > 0 ? 1 : 0
    purchase.imported[group.rawValue] += spent * basicShare * importShare
    for (maker, share) in makers(of: rows, group).enumerated() {
      purchase.domestic[maker] += spent * basicShare * (1 - importShare) * share
    }
    guard price != 0 else { return }
    purchase.domestic[Industry.tradeAndTransport.rawValue] += spent * margins / price
    purchase.taxes += spent * taxes / price
  }

  /// Shares of industries in the domestic output of a commodity; its own group when nobody makes it.
  private func makers(of rows: [String], _ group: Industry) -> [Double] {
    let made = Industry.allCases.map { maker in
      industries(of: maker).reduce(0.0) { $0 + supply(rows, $1) }
    }
    let total = made.reduce(0, +)
    return total == 0 ? made.indices.map { $0 == group.rawValue ? 1 : 0 } : made.map { $0 / total }
  }
}

/// The 68 sectors of the reference calibration and their columns.
enum ModelSectors {
  static func codes() throws -> [String] {
    let text = try text("bea71.toml")
    let list = try #require(text.range(of: "codes = [").map { text[$0.upperBound...].prefix { $0 != "]" } })
    return list.split(separator: "\"").enumerated().compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
  }

  static func values(_ name: String) throws -> [Double] {
    try text("calibration__\(name).csv").split(separator: "\n").compactMap { Double($0) }
  }

  private static func text(_ file: String) throws -> String {
    let folder = try #require(SharedFolder.url)
    return try String(contentsOf: folder.appendingPathComponent("reference/us_2024/\(file)"), encoding: .utf8)
  }
}
