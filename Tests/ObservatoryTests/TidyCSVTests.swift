import Observatory
import Quantities
import Statistics
import Testing

@Suite("A tidy CSV file")
struct TidyCSVTests {
  private func panel(_ text: String) throws -> Panel { try TidyCSV.panel(Array(text.utf8), file: "prices.csv") }

  @Test("becomes a panel in which missing cells are missing and never zero")
  func missing() throws {
    let read = try panel(
      """
      date,close,volume,rate_pct
      2025-01-02,1.5,,.
      2025-01-03,NA,0,nan
      2025-01-06,-2e3,+7,N/A
      2025-01-07,null,.5,4.
      """
    )
    #expect(read.frequency == .day)
    #expect(read.days == [Day(2025, 1, 2), Day(2025, 1, 3), Day(2025, 1, 6), Day(2025, 1, 7)].compactMap(\.self))
    let close = try read.column("close")
    #expect([close[0], close[1], close[2], close[3]] == [1.5, nil, -2_000, nil])
    let volume = try read.column("volume")
    #expect([volume[0], volume[1], volume[2], volume[3]] == [nil, 0, 7, 0.5])
    let rate = try read.column("rate_pct")
    #expect([rate[0], rate[1], rate[2], rate[3]] == [nil, nil, nil, 4])
    #expect(rate.unit == "%")
  }

  @Test(
    "is read whatever its line ends, quotes, marks and blanks",
    arguments: [
      "date,close\n2025-01-02,1\n2025-01-03,2\n", "date,close\r\n2025-01-02,1\r\n2025-01-03,2\r\n",
      "date,close\r2025-01-02,1\r2025-01-03,2", "\u{FEFF}date,close\n2025-01-02,1\n2025-01-03,2",
      "\"date\",\"close\"\n\"2025-01-02\",\"1\"\n\"2025-01-03\",\"2\"",
      "\n\ndate , close\n\n 2025-01-02 , 1\t\n2025-01-03,2\n\n",
      "Date,close\n2025-01-03,2\n2025-01-02,1\n", "\u{FEFF}\"date\" , \"close\"\n2025-01-02, \"1\" \n2025-01-03,2",
    ])
  func dialects(text: String) throws {
    let read = try panel(text)
    #expect(read.days == [Day(2025, 1, 2), Day(2025, 1, 3)].compactMap(\.self))
    #expect(try read.column("close").values == [1, 2])
  }

  @Test("as FRED offers it keeps the series' name and takes a point as missing")
  func fred() throws {
    for header in ["DATE", "observation_date"] {
      let read = try panel("\(header),VIXCLS\n1990-01-02,17.24\n1990-01-03,.\n1990-01-04,19.22\n")
      #expect(try read.column("VIXCLS")[1] == nil)
      #expect(try read.column("VIXCLS")[2] == 19.22)
    }
  }

  @Test("as Cboe offers it has American dates and lower names")
  func cboe() throws {
    let bars = try panel(
      "DATE,OPEN,HIGH,LOW,CLOSE\n01/02/1990,17.24,17.24,17.24,17.24\n01/03/1990,18.19,18.19,18.19,18.19\n")
    #expect(bars.columns.map(\.name) == ["open", "high", "low", "close"])
    #expect(bars.days.last == Day(1990, 1, 3))
    #expect(try panel("DATE,VVIX\n03/06/2006,71.73\n").column("vvix").values == [71.73])
  }

  @Test("keeps text apart, and a long table becomes a panel by one of its values")
  func long() throws {
    let text =
      "date,generation,worth\n2025-03-31,\"Gen X, or \"\"X\"\"\",1\n2025-03-31,Millennial,2\n2025-06-30,Millennial,3\n"
    let table = try TidyCSV.table(Array(text.utf8), file: "wealth.csv")
    #expect(table.texts.first?.values.first == "Gen X, or \"X\"")
    let panel = try table.rows(where: "generation", is: "Millennial").panel()
    #expect(panel.frequency == .quarter)
    #expect(try panel.column("worth").values == [2, 3])
    #expect(throws: DataError.self) { try table.panel() }
    #expect(problem { try table.rows(where: "generation", is: "Milennial") }?.cure == "did you mean 'Millennial'?")
    #expect(problem { try table.rows(where: "generatoin", is: "Millennial") }?.cure == "did you mean 'generation'?")
  }

  @Test(
    "knows its frequency by the distance of its dates",
    arguments: [
      (1, Panel.Frequency.day), (7, .week), (31, .month), (91, .quarter), (365, .year),
    ])
  func frequency(gap: Int, expected: Panel.Frequency) throws {
    let start = try #require(Day(2020, 1, 1))
    #expect(Panel.Frequency(of: (0..<9).map { start.advanced(by: $0 * gap) }) == expected)
  }

  @Test("reads every number as the standard library does")
  func numbers() throws {
    var cells = ["0", "-0", "0.1", "123456789.123456789", "9007199254740993", "1e22", "1e23", "1.7976931348623157e308"]
    cells += [
      "2.2250738585072014e-308", "0.000000000000000000000000000001", "179769313486231570000", "3.1415926535897932385",
    ]
    var mixed: UInt64 = 1
    for _ in 0..<5_000 {
      mixed = mixed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      cells.append("\(mixed % 1_000_000_007).\(mixed >> 40)e\(Int(mixed >> 13 % 60) - 30)")
      cells.append("\(Double(bitPattern: (mixed % 0x7FE0_0000_0000_0000)))")
    }
    var text = "date,x\n"
    let start = try #require(Day(2000, 1, 1))
    for (row, cell) in cells.enumerated() { text += "\(start.advanced(by: row).iso),\(cell)\n" }
    let values = try panel(text).column("x").values
    for (cell, value) in zip(cells, values) {
      let expected = try #require(Double(cell))
      try #require(value == expected, "\(cell)")
    }
  }

  // Skipped where the data folder is absent: set PENSTOCK_DATA.
  @Test("is every dated file of the data folder", .enabled(if: SharedFiles.haveData))
  func wholeFolder() throws {
    let folder = try SharedFiles.folder()
    #expect(folder.files.count > 80)
    var (read, undated) = (0, 0)
    for file in folder.files {
      do {
        let table = try folder.table(file)
        #expect(!table.numbers.isEmpty || !table.texts.isEmpty)
        read += 1
      } catch {
        #expect(error.problem == .badHeader, "\(error)")
        undated += 1
      }
    }
    #expect(read > 70)
    #expect(undated < 40)
  }
}

/// The error a reading throws, if it throws one.
func problem(_ body: () throws -> some Any) -> DataError? {
  do { _ = try body() } catch { return error as? DataError }
  return nil
}
