/// Writes the part of Apache Thrift's compact protocol that a Parquet footer needs.
///
/// Fields must be written in rising order of id, and ids must differ by at most fifteen, as they do in Parquet.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  private var lastField: UInt8 = 0

  private enum Kind: UInt8 {
    case int32 = 5
    case int64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  mutating func field(_ id: UInt8, _ value: Int32) {
    header(id, .int32)
    zigzag(Int64(value))
  }

  mutating func field(_ id: UInt8, _ value: Int64) {
    header(id, .int64)
    zigzag(value)
  }

  mutating func field(_ id: UInt8, _ value: String) {
    header(id, .binary)
    binary(value)
  }

  mutating func field(_ id: UInt8, structure body: (inout ThriftWriter) -> Void) {
    header(id, .structure)
    nested(body)
  }

  mutating func field(_ id: UInt8, int32s values: [Int32]) {
    list(id, of: .int32, count: values.count)
    for value in values { zigzag(Int64(value)) }
  }

  mutating func field(_ id: UInt8, strings values: [String]) {
    list(id, of: .binary, count: values.count)
    for value in values { binary(value) }
  }

  mutating func field<Element>(
    _ id: UInt8, structures values: [Element], _ body: (Element, inout ThriftWriter) -> Void
  ) {
    list(id, of: .structure, count: values.count)
    for value in values { nested { body(value, &$0) } }
  }

  /// Ends the outermost structure.
  mutating func stop() { bytes.append(0) }

  private mutating func nested(_ body: (inout ThriftWriter) -> Void) {
    let outer = lastField
    lastField = 0
    body(&self)
    stop()
    lastField = outer
  }

  private mutating func header(_ id: UInt8, _ kind: Kind) {
    bytes.append((id - lastField) << 4 | kind.rawValue)
    lastField = id
  }

  private mutating func list(_ id: UInt8, of kind: Kind, count: Int) {
    header(id, .list)
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(0xf0 | kind.rawValue)
      varint(UInt64(count))
    }
  }

  private mutating func binary(_ text: String) {
    varint(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func zigzag(_ value: Int64) { varint(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  private mutating func varint(_ value: UInt64) { bytes.append(varint: value) }
}

extension [UInt8] {
  /// Appends an unsigned LEB128 integer.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
