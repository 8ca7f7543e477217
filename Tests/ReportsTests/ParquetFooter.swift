/// A reader of Parquet footers that shares no code with the writer it checks.
struct ParquetFooter {
  struct Chunk {
    let type: Int
    let offset: Int
    let size: Int
    let values: Int
    let nulls: Int
  }

  let start: Int
  let rows: Int
  let names: [String]
  let groups: [[Chunk]]
  let metadata: [String: String]

  init?(of bytes: [UInt8]) {
    guard bytes.count >= 12, bytes.prefix(4) == [80, 65, 82, 49], bytes.suffix(4) == [80, 65, 82, 49] else {
      return nil
    }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[bytes.count - 8 + $1]) << (8 * $1) }
    start = bytes.count - 8 - length
    guard start >= 4 else { return nil }
    var reader = Thrift(bytes: bytes, at: start)
    guard let footer = reader.structure(), reader.at == bytes.count - 8, case .integer(let rows)? = footer[3] else {
      return nil
    }
    self.rows = rows
    names = footer[2]?.list.compactMap { $0.fields[4]?.text } ?? []
    groups =
      footer[4]?.list.map { group in
        (group.fields[1]?.list ?? []).compactMap { chunk in
          guard let data = chunk.fields[3]?.fields else { return nil }
          return Chunk(
            type: data[1]?.number ?? -1, offset: data[9]?.number ?? -1, size: data[7]?.number ?? -1,
            values: data[5]?.number ?? -1, nulls: data[12]?.fields[3]?.number ?? -1)
        }
      } ?? []
    metadata = .init(
      uniqueKeysWithValues: (footer[5]?.list ?? []).compactMap { pair in
        pair.fields[1]?.text.flatMap { key in pair.fields[2]?.text.map { (key, $0) } }
      })
  }
}

private indirect enum ThriftValue {
  case integer(Int)
  case binary([UInt8])
  case list([ThriftValue])
  case structure([Int: ThriftValue])

  var number: Int? { if case .integer(let value) = self { value } else { nil } }
  var text: String? { if case .binary(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }
  var list: [ThriftValue] { if case .list(let values) = self { values } else { [] } }
  var fields: [Int: ThriftValue] { if case .structure(let fields) = self { fields } else { [:] } }
}

private struct Thrift {
  let bytes: [UInt8]
  var at: Int

  mutating func byte() -> Int? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    return Int(bytes[at])
  }

  mutating func varint() -> Int? {
    var (value, shift) = (0, 0)
    while let byte = byte(), shift < 63 {
      value |= (byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  mutating func value(_ kind: Int) -> ThriftValue? {
    switch kind {
    case 5, 6: return varint().map { .integer(($0 >> 1) ^ -($0 & 1)) }
    case 8:
      guard let count = varint(), at + count <= bytes.count else { return nil }
      defer { at += count }
      return .binary(Array(bytes[at..<at + count]))
    case 9:
      guard let header = byte(), let count = header >> 4 == 15 ? varint() : header >> 4 else { return nil }
      var values: [ThriftValue] = []
      for _ in 0..<count { if let value = value(header & 15) { values.append(value) } else { return nil } }
      return .list(values)
    case 12: return structure().map { .structure($0) }
    default: return nil
    }
  }

  mutating func structure() -> [Int: ThriftValue]? {
    var (fields, id): ([Int: ThriftValue], Int) = ([:], 0)
    while let header = byte() {
      if header == 0 { return fields }
      id += header >> 4
      guard let value = value(header & 15) else { return nil }
      fields[id] = value
    }
    return nil
  }
}
