import Quantities

/// Reads numbers and dates from the bytes of a cell.
///
/// A number of up to 19 digits whose value and power of ten are exact in a double is read without a detour, correctly
/// rounded (Clinger, 1990); any other goes through the standard library.
struct CellReader {
  enum Value {
    case missing, text
    case number(Double)
  }

  private let powers: [Double] = (0...22).reduce(into: []) { powers, _ in powers.append((powers.last ?? 0.1) * 10) }
  private let markers = ["NA", "N/A", "#N/A", "NAN", "NULL"].map { Array($0.utf8) }

  /// What a cell holds: blank, `.`, `NA`, `nan` and `null` in any case are missing.
  func value(of bytes: [UInt8], from start: Int, to end: Int) -> Value {
    if start == end { return .missing }
    if let number = number(of: bytes, from: start, to: end) { return .number(number) }
    return isMissing(bytes, start, end) ? .missing : .text
  }

  private func isMissing(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 4 else { return false }
    let upper = bytes[start..<end].map { (97...122).contains($0) ? $0 - 32 : $0 }
    return upper == [UInt8(ascii: ".")] || markers.contains(upper)
  }

  private func number(of bytes: [UInt8], from start: Int, to end: Int) -> Double? {
    var at = start
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    var (mantissa, digits, significant, exponent) = (UInt64(0), 0, 0, 0)
    var isFraction = false
    while at < end {
      let byte = bytes[at]
      if byte >= 48, byte <= 57 {
        digits += 1
        if significant > 0 || byte > 48 { significant += 1 }
        if significant <= 19 { mantissa = mantissa * 10 + UInt64(byte - 48) } else { exponent += 1 }
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < end {
      guard let written = writtenExponent(of: bytes, from: at, to: end) else { return nil }
      exponent += written
    }
    guard significant <= 19, mantissa <= 1 << 53, abs(exponent) <= 22 else {
      let exact = Double(String(decoding: bytes[start..<end], as: UTF8.self))
      return exact.flatMap { $0.isFinite ? $0 : nil }
    }
    let size = exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
    return isNegative ? -size : size
  }

  /// The power of ten after an `e`; nil when the rest of the cell is anything else.
  private func writtenExponent(of bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var at = start + 1
    let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
    if at < end, isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < end, end - at <= 5 else { return nil }
    var size = 0
    for byte in bytes[at..<end] {
      guard byte >= 48, byte <= 57 else { return nil }
      size = size * 10 + Int(byte - 48)
    }
    return isNegative ? -size : size
  }

  /// A date written `yyyy-mm-dd` or, as Cboe does, `mm/dd/yyyy`.
  func day(of bytes: [UInt8], from start: Int, to end: Int) -> Day? {
    func digits(_ offset: Int, _ count: Int) -> Int? {
      var value = 0
      for byte in bytes[(start + offset)..<(start + offset + count)] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard end - start == 10 else { return nil }
    let (dash, slash) = (UInt8(ascii: "-"), UInt8(ascii: "/"))
    if bytes[start + 4] == dash, bytes[start + 7] == dash,
      let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2)
    {
      return Day(year, month, day)
    }
    if bytes[start + 2] == slash, bytes[start + 5] == slash,
      let month = digits(0, 2), let day = digits(3, 2), let year = digits(6, 4)
    {
      return Day(year, month, day)
    }
    return nil
  }
}
