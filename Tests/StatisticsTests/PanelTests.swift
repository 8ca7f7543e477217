import Quantities
import Statistics
import Testing

@Suite("Panel")
struct PanelTests {
  let days = (0..<4).map { Day(number: 20_000 + $0) }
  let price = PanelColumn("price", unit: "index", values: [100, .nan, 102, 103])

  private func panel() throws -> Panel { try Panel(.day, days: days, columns: [price]) }

  @Test("gives a column by name and a missing value as nil")
  func reads() throws {
    let column = try panel().column("price")
    #expect(column[0] == 100 && column[1] == nil && column[3] == 103 && column.unit == "index")
    #expect(try panel()["volume"] == nil)
  }

  @Test("refuses days that repeat or go back")
  func order() {
    #expect(throws: PanelError.daysNotIncreasing(days[1], days[1])) {
      try Panel(.day, days: [days[0], days[1], days[1]])
    }
    #expect(throws: PanelError.daysNotIncreasing(days[2], days[0])) { try Panel(.day, days: [days[2], days[0]]) }
  }

  @Test("refuses a column of another length or a name it has")
  func columns() throws {
    var panel = try panel()
    #expect(throws: PanelError.lengthDiffers(column: "short", rows: 1, expected: 4)) {
      try panel.append(PanelColumn("short", unit: "1", values: [1]))
    }
    #expect(throws: PanelError.repeatedColumn("price")) { try panel.append(price) }
    #expect(panel.columns.count == 1)
  }

  @Test("names the nearest column to one it has not, if any is near")
  func nearest() throws {
    let panel = try panel()
    #expect(throws: PanelError.noSuchColumn("prcie", nearest: "price")) { try panel.column("prcie") }
    #expect(throws: PanelError.noSuchColumn("unemployment", nearest: nil)) { try panel.column("unemployment") }
    #expect(PanelError.noSuchColumn("prcie", nearest: "price").description.contains("did you mean 'price'?"))
  }

  @Test("cuts rows by day, both ends included, all columns alike")
  func slices() throws {
    let panel = try panel()
    let middle = panel.rows(from: days[1], through: days[2])
    #expect(middle.days == [days[1], days[2]] && middle.frequency == .day)
    let column = try middle.column("price")
    try #require(column.values.count == 2)
    #expect(column[0] == nil && column[1] == 102)
    #expect(panel.rows(from: days[3]).days == [days[3]] && panel.rows(through: days[0]).days == [days[0]])
    #expect(panel.rows().days == days)
    #expect(panel.rows(from: days[2], through: days[1]).days.isEmpty)
    #expect(panel.rows(from: days[2], through: days[1])["price"]?.values.isEmpty == true)
  }
}
