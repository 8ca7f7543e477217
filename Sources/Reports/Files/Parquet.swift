import Quantities
import Statistics

/// A Parquet file in memory: PLAIN values, no compression, one page a column in each row group.
///
/// pandas, pyarrow, polars and duckdb read it. Numbers are optional DOUBLEs whose missing values are nulls (definition
/// levels, run-length encoded), dates are required INT32 DATEs, texts are optional UTF-8. The metadata is the file's
/// key-value list. It writes no statistics but null counts, so a reader cannot skip row groups by value.
///
/// Sources: Apache Parquet format 2.10, `parquet.thrift` and *Encodings*.
/// Verified by: `ParquetTests`, which reads the footer back and, where Python has pyarrow, polars or duckdb, compares
/// values.
public struct ParquetFile: Sendable {
  public enum Values: Sendable {
    case days([Day])
    /// `nan` is a null; infinities are values.
    case numbers([Double])
    case texts([String?])

    public var count: Int {
      switch self {
      case .days(let values): values.count
      case .numbers(let values): values.count
      case .texts(let values): values.count
      }
    }
  }

  public struct ParquetColumn: Sendable {
    public let name: String
    public let values: Values

    public init(_ name: String, _ values: Values) { (self.name, self.values) = (name, values) }
  }

  public let columns: [ParquetColumn]
  public let metadata: [(key: String, value: String)]
  public let bytes: [UInt8]

  /// - Parameter rowsPerGroup: rows after which a new row group starts.
  /// - Throws: ``ParquetError`` when lengths differ, a name repeats or a page would pass 2 GiB.
  public init(
    columns: [ParquetColumn], metadata: [(key: String, value: String)] = [], rowsPerGroup: Int = 1 << 20
  ) throws(ParquetError) {
    for (index, column) in columns.enumerated() {
      guard column.values.count == columns[0].values.count else { throw .lengthDiffers(column: column.name) }
      guard !columns[..<index].contains(where: { $0.name == column.name }) else { throw .repeatedColumn(column.name) }
    }
    (self.columns, self.metadata) = (columns, metadata)
    bytes = try ParquetFile.write(columns, metadata, rowsPerGroup: max(1, rowsPerGroup))
  }

  /// A panel with its dates as the column `date` and, as metadata, its frequency and the unit of each column.
  public init(_ panel: Panel, metadata: [(key: String, value: String)] = []) throws(ParquetError) {
    let units = panel.columns.map { (key: "unit." + $0.name, value: $0.unit) }
    try self.init(
      columns: [ParquetColumn("date", .days(panel.days))]
        + panel.columns.map { ParquetColumn($0.name, .numbers($0.values)) },
      metadata: [(key: "frequency", value: panel.frequency.rawValue)] + units + metadata)
  }
}

/// Why a table cannot be a Parquet file.
public enum ParquetError: Error, Equatable, CustomStringConvertible {
  case lengthDiffers(column: String)
  case repeatedColumn(String)
  case pageTooLarge(column: String)

  public var description: String {
    switch self {
    case .lengthDiffers(let column): "column '\(column)' has another number of rows than the first column"
    case .repeatedColumn(let column): "column '\(column)' appears twice"
    case .pageTooLarge(let column): "column '\(column)' has a page above 2 GiB; write fewer rows in a group"
    }
  }
}

extension ParquetFile {
  private enum Word { static let plain: Int32 = 0, rle: Int32 = 3, utf8: Int32 = 0, date: Int32 = 6 }

  /// A column's part of a row group: where it lies and how long it is.
  private struct Chunk {
    let column: ParquetColumn
    let offset: Int64
    let size: Int64
    let nulls: Int64
  }

  private struct RowGroup {
    let rows: Int64
    let chunks: [Chunk]
  }

  private static func write(
    _ columns: [ParquetColumn], _ metadata: [(key: String, value: String)], rowsPerGroup: Int
  ) throws(ParquetError) -> [UInt8] {
    let magic = Array("PAR1".utf8)
    let rows = columns.first?.values.count ?? 0
    var file = magic
    var groups: [RowGroup] = []
    for first in stride(from: 0, to: rows, by: rowsPerGroup) {
      let range = first..<min(rows, first + rowsPerGroup)
      var chunks: [Chunk] = []
      for column in columns {
        let offset = file.count
        let nulls = try appendPage(of: column, rows: range, to: &file)
        chunks.append(
          Chunk(column: column, offset: Int64(offset), size: Int64(file.count - offset), nulls: Int64(nulls)))
      }
      groups.append(RowGroup(rows: Int64(range.count), chunks: chunks))
    }
    let footer = footer(columns, metadata, rows: rows, groups)
    file += footer
    file.append(littleEndian: UInt32(truncatingIfNeeded: footer.count))
    return file + magic
  }

  /// Appends a page header and its page; returns the number of nulls.
  private static func appendPage(
    of column: ParquetColumn, rows: Range<Int>, to file: inout [UInt8]
  ) throws(ParquetError) -> Int {
    let (page, nulls) = column.values.page(rows)
    guard let size = Int32(exactly: page.count) else { throw .pageTooLarge(column: column.name) }
    var header = ThriftWriter()
    header.field(1, Int32(0))
    header.field(2, size)
    header.field(3, size)
    header.field(5) { data in
      data.field(1, Int32(truncatingIfNeeded: rows.count))
      data.field(2, Word.plain)
      data.field(3, Word.rle)
      data.field(4, Word.rle)
    }
    header.stop()
    file += header.bytes
    file += page
    return nulls
  }

  private static func footer(
    _ columns: [ParquetColumn], _ metadata: [(key: String, value: String)], rows: Int, _ groups: [RowGroup]
  ) -> [UInt8] {
    var out = ThriftWriter()
    out.field(1, Int32(2))
    out.field(2, structures: [nil] + columns.map(Optional.some)) { column, out in
      if let column { describe(column, &out) } else { describeRoot(columns.count, &out) }
    }
    out.field(3, Int64(rows))
    out.field(4, structures: groups) { group, out in
      out.field(1, structures: group.chunks) { chunk, out in describe(chunk, rows: group.rows, &out) }
      out.field(2, group.chunks.reduce(0) { $0 + $1.size })
      out.field(3, group.rows)
    }
    if !metadata.isEmpty {
      out.field(5, structures: metadata) { pair, out in
        out.field(1, pair.key)
        out.field(2, pair.value)
      }
    }
    out.field(6, "penstock")
    out.stop()
    return out.bytes
  }

  private static func describeRoot(_ children: Int, _ out: inout ThriftWriter) {
    out.field(4, "schema")
    out.field(5, Int32(truncatingIfNeeded: children))
  }

  private static func describe(_ column: ParquetColumn, _ out: inout ThriftWriter) {
    out.field(1, column.values.physicalType)
    out.field(3, Int32(column.values.isOptional ? 1 : 0))
    out.field(4, column.name)
    switch column.values {
    case .days:
      out.field(6, Word.date)
      out.field(10) { $0.field(6) { _ in } }
    case .texts:
      out.field(6, Word.utf8)
      out.field(10) { $0.field(1) { _ in } }
    case .numbers: break
    }
  }

  private static func describe(_ chunk: Chunk, rows: Int64, _ out: inout ThriftWriter) {
    out.field(2, chunk.offset)
    out.field(3) { out in
      out.field(1, chunk.column.values.physicalType)
      out.field(2, int32s: [Word.plain, Word.rle])
      out.field(3, strings: [chunk.column.name])
      out.field(4, Int32(0))
      out.field(5, rows)
      out.field(6, chunk.size)
      out.field(7, chunk.size)
      out.field(9, chunk.offset)
      out.field(12) { $0.field(3, chunk.nulls) }
    }
  }
}

extension ParquetFile.Values {
  fileprivate var physicalType: Int32 {
    switch self {
    case .days: 1
    case .numbers: 5
    case .texts: 6
    }
  }

  fileprivate var isOptional: Bool { if case .days = self { false } else { true } }

  /// The bytes of a data page of these rows and how many of them are null.
  fileprivate func page(_ rows: Range<Int>) -> (bytes: [UInt8], nulls: Int) {
    var values: [UInt8] = []
    switch self {
    case .days(let days):
      values.reserveCapacity(4 * rows.count)
      for row in rows { values.append(littleEndian: days[row].number) }
      return (values, 0)
    case .numbers(let numbers):
      values.reserveCapacity(8 * rows.count)
      for row in rows where !numbers[row].isNaN { values.append(littleEndian: numbers[row].bitPattern) }
      return definitionLevels(rows) { !numbers[$0].isNaN } + values
    case .texts(let texts):
      for row in rows {
        guard let text = texts[row] else { continue }
        values.append(littleEndian: UInt32(truncatingIfNeeded: text.utf8.count))
        values.append(contentsOf: text.utf8)
      }
      return definitionLevels(rows) { texts[$0] != nil } + values
    }
  }

  private func definitionLevels(_ rows: Range<Int>, _ isPresent: (Int) -> Bool) -> Levels {
    var (runs, nulls, start): ([UInt8], Int, Int) = ([], 0, rows.lowerBound)
    while start < rows.upperBound {
      let present = isPresent(start)
      let end = (start..<rows.upperBound).first { isPresent($0) != present } ?? rows.upperBound
      runs.append(varint: UInt64(end - start) << 1)
      runs.append(present ? 1 : 0)
      nulls += present ? 0 : end - start
      start = end
    }
    return Levels(runs: runs, nulls: nulls)
  }
}

/// Definition levels as runs of a varint length and one byte.
private struct Levels {
  let runs: [UInt8]
  let nulls: Int

  static func + (levels: Levels, values: [UInt8]) -> (bytes: [UInt8], nulls: Int) {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: levels.runs.count))
    return (bytes + levels.runs + values, levels.nulls)
  }
}
