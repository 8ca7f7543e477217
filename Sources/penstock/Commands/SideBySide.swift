import Laboratory
import Observatory
import Quantities
import Reports
import Statistics

/// The same gauges on a run and, where there is a data folder, on the S&P 500.
struct SideBySide {
  let simulated: [Reading]
  let lived: [Reading]?

  init(_ record: RunRecord, _ data: DataFolder?) throws {
    simulated = Gauges.readings(of: record.daily, column: "indexLevel", asOf: record.lastDay)
    lived = try data.map { data throws in
      let prices = try SP500(data).prices
      return Gauges.readings(of: prices, column: "close", asOf: prices.days.last ?? record.lastDay)
    }
  }

  var table: Table {
    var table = Table(
      [.init("gauge"), .number("this run"), .number("interval")]
        + (lived == nil ? [] : [.number("S&P 500"), .number("interval"), .init("as of")]) + [.init("method")])
    for (index, reading) in simulated.enumerated() {
      let real = lived.map { SideBySide.cells($0[index]) + [.text($0[index].asOf?.iso ?? "")] } ?? []
      let method = [reading.method, reading.reason].compactMap(\.self).joined(separator: "; ")
      table.append([.text(reading.gauge)] + SideBySide.cells(reading) + real + [.text(method)])
    }
    return table
  }

  private static func cells(_ reading: Reading) -> [Table.Cell] {
    guard let value = reading.value else { return [.text(NumberText.missing), .empty] }
    guard let low = reading.low, let high = reading.high else { return [.number(value, .percent), .empty] }
    return [.number(value, .percent), .interval(low: low, high: high, .percent)]
  }
}
