import Foundation
import Observatory
import Statistics
import Testing

@Suite("A malformed file")
struct MalformedFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let problem: DataError.Problem
    var line: Int?
    var column: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ problem: DataError.Problem, line: Int? = nil, column: String? = nil) {
      self.init(name, bytes: Array(text.utf8), problem, line: line, column: column)
    }

    init(_ name: String, bytes: [UInt8], _ problem: DataError.Problem, line: Int? = nil, column: String? = nil) {
      (self.name, self.bytes, self.problem, self.line, self.column) = (name, bytes, problem, line, column)
    }
  }

  static let rows = "date,open,close\n2025-01-02,1,2\n"
  static let cases = [
    Case("nothing", "", .empty),
    Case("blanks", " \n\r\n\t\n", .empty),
    Case("only a mark", "\u{FEFF}", .empty),
    Case("only a header", "date,close\n", .empty),
    Case("a web page", "<!DOCTYPE html>\n<html>", .notCSV),
    Case("JSON", "{\"observations\": []}", .notCSV),
    Case("gzip", bytes: [0x1F, 0x8B, 8, 0, 0], .notCSV),
    Case("a zip archive", bytes: [0x50, 0x4B, 3, 4, 9], .notCSV),
    Case("Parquet", "PAR1....", .notCSV),
    Case("UTF-16", bytes: [0xFF, 0xFE, 0x64, 0], .notCSV),
    Case("binary", bytes: Array("date,close\n2025-01-02,1\n".utf8) + [0, 1, 2], .notCSV),
    Case("semicolons", "date;close\n2025-01-02;1,5\n", .badHeader, line: 1),
    Case("no date column", "time,close\n1,2\n", .badHeader, line: 1),
    Case("only dates", "date\n2025-01-02\n", .badHeader, line: 1),
    Case("a nameless column", "date,,close\n2025-01-02,1,2\n", .badHeader, line: 1, column: "2"),
    Case("a repeated name", "date,close,close\n2025-01-02,1,2\n", .badHeader, line: 1, column: "close"),
    Case("a short row", rows + "2025-01-03,1\n", .raggedRow, line: 3, column: "close"),
    Case("a long row", rows + "2025-01-03,1,234,5\n", .raggedRow, line: 3),
    Case("a row cut off", rows + "2025-01-", .raggedRow, line: 3, column: "open"),
    Case("a bad number", rows + "2025-01-03,1,12x\n", .badNumber, line: 3, column: "close"),
    Case(
      "a bad number below a cell of two lines", "date,a,x\n2025-01-02,\"a\nb\",1\n2025-01-03,c,z\n", .badNumber,
      line: 4, column: "x"),
    Case("a thousands comma", rows + "2025-01-03,1,\"1,234\"\n", .badNumber, line: 3, column: "close"),
    Case("an infinity", rows + "2025-01-03,inf,2\n", .badNumber, line: 3, column: "open"),
    Case("a number beyond doubles", rows + "2025-01-03,1e999,2\n", .badNumber, line: 3, column: "open"),
    Case("a hexadecimal number", rows + "2025-01-03,0x10,2\n", .badNumber, line: 3, column: "open"),
    Case("a bare exponent", rows + "2025-01-03,1e,2\n", .badNumber, line: 3, column: "open"),
    Case(
      "text before numbers", "date,close\n2025-01-02,n.a.\n2025-01-03,1\n2025-01-06,2\n", .badNumber, line: 2,
      column: "close"),
    Case("a bad date", rows + "2025-02-30,1,2\n", .badDate, line: 3, column: "date"),
    Case("a day-first date", rows + "31/12/2025,1,2\n", .badDate, line: 3, column: "date"),
    Case("a total at the end", rows + "Total,1,2\n", .badDate, line: 3, column: "date"),
    Case("a repeated date", rows + "2025-01-02,1,2\n", .repeatedDate, line: 3),
    Case("rows out of order", rows + "2025-01-06,1,2\n2025-01-03,1,2\n2025-01-07,1,2\n", .unsorted, line: 4),
    Case(
      "falling rows with one rise", "date,x\n2025-01-09,1\n2025-01-06,1\n2025-01-07,1\n2025-01-02,1\n", .unsorted,
      line: 4),
    Case("an open quote", rows + "2025-01-03,\"1,2\n", .openQuote, line: 3),
    Case("text after a quote", rows + "2025-01-03,\"1\"5,2\n", .openQuote, line: 3, column: "2"),
    Case("a huge line", "date,close\n2025-01-02," + String(repeating: "1", count: 2_000_000), .tooLong, line: 2),
  ]

  @Test("is refused with its place and a cure", arguments: cases)
  func refused(_ malformed: Case) throws {
    let error = try #require(problem { try TidyCSV.panel(malformed.bytes, file: "prices.csv") })
    #expect(error.problem == malformed.problem)
    #expect(error.line == malformed.line)
    #expect(error.column == malformed.column)
    #expect(!error.cure.isEmpty)
    #expect(error.description.hasPrefix("prices.csv"))
    #expect(error.description.count < 300)
  }

  @Test("says file, line, column, what is wrong and what to do, in one sentence")
  func sentence() throws {
    let bytes = Array((Self.rows + "2025-01-03,1,12x\n").utf8)
    let error = try #require(problem { try TidyCSV.panel(bytes, file: "spx.csv") })
    #expect(
      error.description == """
        spx.csv, line 3, column 'close': '12x' is not a number; write it with digits and a point, or leave the cell \
        empty if it is missing
        """)
  }
}

@Suite("Bytes of any kind")
struct RandomBytesTests {
  static let seeds = [
    "date,open,close\n2025-01-02,1,2\n2025-01-03,1.5,.\n2025-01-06,-1e-3,NA\n",
    "\u{FEFF}\"date\",\"a \"\"b\"\"\"\r\n2025-01-02,\"x,y\"\r\n2025-01-03,\"z\n\"\r\n",
    "DATE,OPEN,HIGH,LOW,CLOSE\n01/02/1990,17.24,17.24,17.24,17.24\n01/03/1990,18.19,18.19,18.19,18.19\n",
    "observation_date,DGS10\n2025-01-02,4.57\n2025-01-03,.\n",
  ]

  @Test("are read or refused, and what is read can be gauged, in 10,000 mutations")
  func mutations() throws {
    var chance = SplitMix(state: 4_711)
    let marks = Array("\",\n\r.-+eE/ \t0123456789NaA<{\0\u{FF}".utf8)
    var (read, refused) = (0, 0)
    for round in 0..<10_000 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0...Int(chance.next() % 6) {
        let at = bytes.isEmpty ? 0 : Int(chance.next() % UInt64(bytes.count))
        let mark =
          chance.next() % 4 == 0 ? UInt8(truncatingIfNeeded: chance.next()) : marks[Int(chance.next()) % marks.count]
        switch chance.next() % 6 {
        case 0: bytes.insert(mark, at: at)
        case 1 where !bytes.isEmpty: bytes.remove(at: at)
        case 2 where !bytes.isEmpty: bytes.removeSubrange(at...)
        case 3 where !bytes.isEmpty: bytes.insert(contentsOf: bytes[at...], at: at)
        default: if !bytes.isEmpty { bytes[at] = mark }
        }
      }
      do {
        let panel = try TidyCSV.panel(bytes, file: "mutated.csv")
        read += 1
        try gauge(panel)
      } catch let error as DataError {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(read > 500)
    #expect(refused > 500)
  }

  private func gauge(_ panel: Panel) throws {
    let last = try #require(panel.days.last)
    for name in panel.columns.map(\.name) {
      for gauge in [
        RealizedVolatilityGauge(column: name, window: 1), MaximumDrawdownGauge(column: name, window: nil),
        VolTargetExposureGauge(column: name),
      ] as [any Gauge] {
        let reading = gauge.reading(of: panel, asOf: last)
        #expect(reading.value != nil || reading.reason != nil)
        #expect(reading.value?.isFinite ?? true)
      }
    }
  }
}

/// Steele, Lea and Flood (2014): a fixed stream of bits, so that a failing mutation can be found again.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) >> 1
  }
}
