import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("A file of prices")
struct PriceFileTests {
  @Test(
    "is read whatever the order of columns and rows, the names and the writing of dates",
    arguments: [
      "date,close\n2024-01-02,10\n2024-01-03,\n2024-01-04,12\n",
      "close,note,date\n12,\"a, b\",2024-01-04\n10,,2024-01-02\n",
      "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,1,2,0,10,9,0\n2024-01-03,,,,,,\n2024-01-04,1,2,0,12,9,0\n",
      "DATE,OPEN,HIGH,LOW,CLOSE\n01/02/2024,1,2,3,10\n01/04/2024,1,2,3,12\n",
      "observation_date,SP500\n2024-01-02,10\n2024-01-03,.\n2024-01-04,12\n",
      "Close,Date\r\n10,1/2/2024\r\n12,1/4/2024\r\n",
      "date,close\n2024-01-02 16:00:00-05:00,10\n2024-01-04T16:00:00,12\n",
      "\u{FEFF}timestamp,close\n20240102,10\n20240104,12\n",
      "date,name,level\n2024-01-02,SPX,10\n2024-01-04,SPX,12\n",
    ])
  func formats(text: String) throws {
    let file = try PriceFile(Array(text.utf8), file: "p.csv")
    #expect(file.panel.days == [day("2024-01-02"), day("2024-01-04")])
    #expect(file.panel.columns.count == 1 && file.panel.columns[0].values == [10, 12])
  }

  @Test("looks at no row after the day, whatever it says")
  func known() throws {
    let text = "date,close\n2024-01-02,10\n2024-01-05,nonsense\n2024-01-06\n"
    let file = try PriceFile(Array(text.utf8), file: "p.csv", through: day("2024-01-04"))
    #expect(file.last == day("2024-01-02"))
    #expect(throws: Absence.self) { try PriceFile(Array(text.utf8), file: "p.csv") }
  }

  @Test("with several columns of numbers is several markets, or the one asked for")
  func columns() throws {
    let text = Array("date,es,nq,name\n2024-01-02,1,2,x\n2024-01-03,-3,,y\n".utf8)
    let both = try PriceFile(text, file: "p.csv", isPositive: false)
    #expect(both.columns == ["es", "nq"] && both.panel.columns[1].values[1].isNaN)
    #expect(try PriceFile(text, file: "p.csv", column: "NQ").panel.days == [day("2024-01-02")])
  }

  @Test(
    "is refused with file, line and cure",
    arguments: [
      ("date,close\n2024-01-02,10\n2024-01-03,1x\n", "line 3"), ("date,close\n2024-01-02,10\n2024-01-02,11\n", "twice"),
      ("date,close\n2024-01-02,0\n", "no price"), ("date,close\n2024-01-02,-4\n", "line 2"),
      ("date,close\n2024-13-02,4\n", "is not a date"), ("date,close\n13/01/2024,4\n", "is not a date"),
      ("date,close\n2024-01-02,4,5\n", "the row has 3 cells"), ("date;close\n2024-01-02;4\n", "commas"),
      ("price,volume\n1,2\n", "no column of dates"), ("date,name\n2024-01-02,x\n", "no column of prices"),
      ("date,spx\n2024-01-02,5\n2024-01-03,6\n2024-01-04,oops\n", "line 4"), ("date,close\n", "no row"),
      ("date,close\n2024-01-02,\n", "no price known"), ("<html></html>", "web page"), ("", "empty"),
      ("date,close\n2024-01-02,1e300\n", "no price"), ("date,close\n\"2024-01-02,4\n", "quote"),
    ])
  func refused(text: String, says: String) {
    let error = #expect(throws: Absence.self) { try PriceFile(Array(text.utf8), file: "p.csv") }
    #expect(error?.reason.contains(says) == true && error?.reason.contains("p.csv") == true, "\(error?.reason ?? "")")
    #expect(error?.isFault == true || says.contains("column"))
  }

  /// A year and a half of prices that rise and fall.
  static func text(_ count: Int = 400, _ header: String = "date,close") -> String {
    var day = day("2022-01-03")
    return (0..<count).reduce(into: header + "\n") { text, i in
      text += "\(day.iso),\(100 + 10 * Double(i % 37) / 37 + Double(i) / 50)\n"
      day = TradingCalendar.nyse.day(1, after: day)
    }
  }

  @Test("gives an index at its target, with financing where a rate is known and a reason where none is")
  func volTarget() throws {
    let prices = try PriceFile(Array(Self.text().utf8), file: "p.csv")
    func answer(_ financing: VolTargetFile.Financing) throws -> VolTargetFile {
      try VolTargetFile(
        prices, file: "p.csv", target: .percent(15), cap: Share(1.5), assets: Amount(350e9), financing: financing,
        asOf: prices.last)
    }
    let bare = try answer(.none)
    #expect(bare.levels.totalReturn.allSatisfy(\.isNaN) && bare.levels.unfinanced[0] == 100)
    #expect(bare.readings.first { $0.gauge == "index level, total return" }?.reason?.contains("--rates") == true)
    let free = try answer(.constant(0))
    #expect(free.levels.totalReturn == free.levels.unfinanced && free.levels.excessReturn == free.levels.unfinanced)
    let dear = try answer(.constant(5))
    // What is held beyond all its money is borrowed; what is not is lent.
    #expect(dear.levels.excessReturn.last! < dear.levels.unfinanced.last!)
    let rates = try PriceFile(Array("date,rate\n2022-06-01,5\n2022-07-01,5\n".utf8), file: "r.csv")
    #expect(throws: Absence.self) { try answer(.file(rates, name: "r.csv")) }
    let lasting = (0..<24).map { "2022-06-01,5\n" + "\(day("2022-06-01").advanced(by: 30 * ($0 + 1)).iso),5\n" }
    let text = "date,rate\n2022-06-01,5\n" + lasting.map { String($0.dropFirst(13)) }.joined()
    let late = try answer(.file(try PriceFile(Array(text.utf8), file: "r.csv"), name: "r.csv"))
    let start = try #require(late.levels.totalReturn.firstIndex { !$0.isNaN })
    #expect(start > 0 && late.levels.totalReturn[start] == 100 && late.levels.days[start] >= day("2022-05-31"))
    let ratio = { (i: Int) in late.levels.totalReturn[i] / late.levels.totalReturn[i - 1] }
    let other = { (i: Int) in dear.levels.totalReturn[i] / dear.levels.totalReturn[i - 1] }
    #expect((start + 1..<late.levels.days.count).allSatisfy { abs(ratio($0) - other($0)) < 1e-12 })
  }

  @Test("that ends an index, is too short or not daily, says so")
  func tooLittle() throws {
    func reason(_ text: String) throws -> String {
      let prices = try PriceFile(Array(text.utf8), file: "p.csv")
      do {
        _ = try VolTargetFile(
          prices, file: "p.csv", target: .percent(15), cap: Share(1.5), assets: Amount(1e9), financing: .none,
          asOf: prices.last)
        return ""
      } catch { return error.reason }
    }
    #expect(try reason(Self.text(60)).contains("closes are needed"))
    let weeks = (0..<400).map { "\(day("2010-01-01").advanced(by: 7 * $0).iso),\(100 + $0 % 7)\n" }.joined()
    #expect(try reason("date,close\n" + weeks).contains("daily prices are needed"))
    // A market without moves is held at one and a half times all money, and then falls to nothing.
    let calm = (0..<120).map {
      "\(TradingCalendar.nyse.day($0, after: day("2022-01-03")).iso),\(100 + Double($0 % 2) / 100)\n"
    }
    let crash = "date,close\n" + calm.joined() + "\(TradingCalendar.nyse.day(120, after: day("2022-01-03")).iso),1\n"
    #expect(try reason(crash).contains("takes all of the index"))
  }

  @Test("with a hole of years in it gives no trend across the hole")
  func hole() throws {
    let old = Self.text(380).split(separator: "\n").dropFirst().map {
      $0.replacing("2022-", with: "2012-").replacing("2023-", with: "2013-")
    }
    let text =
      "date,close\n" + old.joined(separator: "\n") + "\n"
      + Self.text(30).split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    let prices = try PriceFile(Array(text.utf8), file: "p.csv")
    let readings = TrendFile.readings(prices, file: "p.csv", asOf: prices.last)
    #expect(readings.count == 1 && readings[0].reason?.contains("too many are missing") == true)
  }
}
