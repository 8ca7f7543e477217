/// What the first bytes of a file say it is.
enum FileKind {
  case table, empty, html, json, compressed, parquet, utf16, binary

  /// - Parameter bytes: the whole file. O(bytes): a zero byte anywhere makes it binary.
  init(of bytes: [UInt8]) {
    func starts(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    let firstMark = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    if starts(with: [0x1F, 0x8B]) || starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .compressed
    } else if starts(with: Array("PAR1".utf8)) {
      self = .parquet
    } else if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.contains(0) {
      self = .binary
    } else {
      switch firstMark {
      case nil: self = .empty
      case UInt8(ascii: "<"): self = .html
      case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
      default: self = .table
      }
    }
  }

  /// Why a file of this kind is not read as a table, and what to do about it.
  func refusal(of file: String) -> DataError? {
    switch self {
    case .table: nil
    case .empty: DataError(.empty, file: file, "the file is empty", cure: "download it again")
    case .html:
      DataError(.notCSV, file: file, "this is a web page, not CSV", cure: "the download failed: fetch the file itself")
    case .json: DataError(.notCSV, file: file, "this is JSON, not CSV", cure: "ask the publisher for CSV")
    case .compressed: DataError(.notCSV, file: file, "the file is compressed", cure: "unpack it first")
    case .parquet: DataError(.notCSV, file: file, "this is Parquet, not CSV", cure: "export it as CSV")
    case .utf16: DataError(.notCSV, file: file, "the text is UTF-16", cure: "save it as UTF-8")
    case .binary: DataError(.notCSV, file: file, "the file is not text", cure: "check that it is a CSV file")
    }
  }
}
