import Foundation
import Quantities
import Reports
import Statistics
import Testing

@Suite struct CSVWriterTests {
  @Test("Missing cells are empty, names are quoted where they must be, decimals read back")
  func exactText() throws {
    let days = try [#require(Day(2026, 1, 2)), #require(Day(2026, 1, 5))]
    let panel = try Panel(
      .day, days: days,
      columns: [
        PanelColumn("a,\"b\"", unit: "$", values: [0.1, .nan]), PanelColumn("c", unit: "", values: [3, -.infinity]),
      ])
    #expect(CSVWriter(panel).text == "date,\"a,\"\"b\"\"\",c\n2026-01-02,0.1,3\n2026-01-05,,-inf\n")
  }
}

@Suite struct ParquetTests {
  static let values: [Double] = [1.5, .nan, .nan, -0.0, 1e300, .infinity, .nan]

  static func panel() throws -> Panel {
    let first = try #require(Day(2025, 12, 31))
    return try Panel(
      .day, days: values.indices.map { first.advanced(by: $0) },
      columns: [
        PanelColumn("index", unit: "index", values: values),
        PanelColumn("all there", unit: "$", values: (0..<7).map(Double.init)),
      ])
  }

  @Test("The file begins and ends with its magic and its footer says what it holds")
  func structure() throws {
    let bytes = try ParquetFile(Self.panel(), metadata: [("seed", "7")]).bytes
    let footer = try #require(ParquetFooter(of: bytes))
    #expect(footer.rows == 7)
    #expect(footer.names == ["schema", "date", "index", "all there"])
    #expect(footer.metadata == ["frequency": "day", "unit.index": "index", "unit.all there": "$", "seed": "7"])
    #expect(footer.groups.map { $0.map(\.values) } == [[7, 7, 7]])
    #expect(footer.groups.map { $0.map(\.nulls) } == [[0, 3, 0]])
    #expect(footer.groups.joined().map(\.type) == [1, 5, 5])
  }

  @Test("Each page lies where the footer says and ends where the next begins")
  func pagesLieEndToEnd() throws {
    let days = (0..<10).map { Day(number: Int32($0)) }
    let file = try ParquetFile(
      columns: [.init("date", .days(days)), .init("who", .texts(days.map { $0.number == 4 ? nil : "é" }))],
      rowsPerGroup: 4)
    let footer = try #require(ParquetFooter(of: file.bytes))
    #expect(footer.groups.map { $0.map(\.values) } == [[4, 4], [4, 4], [2, 2]])
    var offset = 4
    for chunk in footer.groups.joined() {
      #expect(chunk.offset == offset)
      offset += chunk.size
    }
    #expect(offset == footer.start)
  }

  @Test("The values of a page read back, nulls left out")
  func pageBytes() throws {
    let bytes = try ParquetFile(Self.panel()).bytes
    let chunk = try #require(ParquetFooter(of: bytes)).groups[0][1]
    let page = Array(bytes[chunk.offset..<chunk.offset + chunk.size])
    let present = Self.values.filter { !$0.isNaN }
    let expected = present.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    #expect(Array(page.suffix(expected.count)) == expected)
    // Runs of 1, 2, 3 and 1 rows: present, null, present, null.
    #expect(Array(page.dropLast(expected.count).suffix(12)) == [8, 0, 0, 0, 2, 1, 4, 0, 6, 1, 2, 0])
  }

  @Test("A table without rows, and one without columns, are still files")
  func emptyTables() throws {
    #expect(try ParquetFooter(of: ParquetFile(columns: [.init("x", .numbers([]))]).bytes)?.rows == 0)
    #expect(try ParquetFooter(of: ParquetFile(columns: []).bytes)?.names == ["schema"])
  }

  @Test("Unlike lengths and repeated names are refused")
  func refusals() {
    #expect(throws: ParquetError.repeatedColumn("x")) {
      try ParquetFile(columns: [.init("x", .numbers([])), .init("x", .numbers([]))])
    }
    #expect(throws: ParquetError.lengthDiffers(column: "y")) {
      try ParquetFile(columns: [.init("x", .numbers([])), .init("y", .numbers([1]))])
    }
  }

  // Skipped, not passed, where no Python on the path has pyarrow; polars and duckdb are compared where they are there too.
  @Test(
    "Python's readers see the same values, nulls and metadata",
    .enabled(if: Python.has("pyarrow"), "python3 with pyarrow"))
  func pythonReads() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("panel-\(UUID().uuidString).parquet").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(ParquetFile(Self.panel()).bytes).write(to: URL(fileURLWithPath: path))
    let expected = Self.values.map { $0.isNaN ? "None" : $0 == .infinity ? "inf" : $0 == 1e300 ? "1e+300" : "\($0)" }
    let list = "[" + expected.joined(separator: ", ") + "]"
    let arrow = "import pyarrow.parquet as q,sys;t=q.read_table(sys.argv[1]);"
    #expect(Python.run(arrow + "print(t['index'].to_pylist())", path) == list)
    #expect(
      Python.run(arrow + "print(t['date'].type, t['date'][0].as_py(), t.schema.metadata[b'unit.index'].decode())", path)
        == "date32[day] 2025-12-31 index")
    if Python.has("polars") {
      #expect(Python.run("import polars as p,sys;print(p.read_parquet(sys.argv[1])['index'].to_list())", path) == list)
    }
    if Python.has("duckdb") {
      let query =
        "import duckdb,sys;print([r[0] for r in duckdb.read_parquet(sys.argv[1]).fetchall()][0], "
        + "[r[1] for r in duckdb.read_parquet(sys.argv[1]).fetchall()])"
      #expect(Python.run(query, path) == "2025-12-31 " + list)
    }
  }
}

/// The Python on the path, with its readers.
enum Python {
  static func has(_ module: String) -> Bool { run("import \(module);print(1)") == "1" }

  /// What a program prints, or nil if it fails.
  static func run(_ program: String, _ arguments: String...) -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text.trimmingCharacters(in: .newlines) : nil
  }
}
