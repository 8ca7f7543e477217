/// The SHA-256 digest of a stream of bytes (FIPS 180-4).
///
///     var hash = SHA256()
///     hash.update("balances")
///     column.withUnsafeBufferPointer { hash.update(words: $0) }
///     print(hash.hex)
///
/// Numbers enter as little-endian bytes on every machine, and every nan as the same one: processors differ in which
/// nan an invalid operation makes.
public struct SHA256: Sendable {
  private var state: State = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  public init() {}

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let contiguous: Void? = bytes.withContiguousStorageIfAvailable { absorb(UnsafeRawBufferPointer($0)) }
    if contiguous == nil { Array(bytes).withUnsafeBytes { absorb($0) } }
  }

  /// The text's UTF-8 bytes, without its length: a caller that hashes several texts separates them.
  public mutating func update(_ text: String) { update(text.utf8) }

  public mutating func update(_ number: Double) { update(SHA256.canonical(number)) }

  public mutating func update(_ word: Int64) {
    withUnsafeBytes(of: word.littleEndian) { absorb($0) }
  }

  /// A column of integers, eight bytes each.
  public mutating func update(words: UnsafeBufferPointer<Int64>) {
    #if _endian(little)
      absorb(UnsafeRawBufferPointer(words))
    #else
      for word in words { update(word) }
    #endif
  }

  /// A column of numbers, eight bytes each.
  public mutating func update(numbers: UnsafeBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 512) { words in
      var done = 0
      while done < numbers.count {
        let count = min(words.count, numbers.count - done)
        for i in 0..<count { words[i] = SHA256.canonical(numbers[done + i]) }
        update(words: UnsafeBufferPointer(rebasing: words[..<count]))
        done += count
      }
    }
  }

  /// The 32 bytes of the digest of all bytes so far. More may be added afterwards.
  public func finalize() -> [UInt8] {
    var padded = self
    let bits = length &* 8
    let zeros = (119 - Int(length % 64)) % 64
    padded.update([0x80] + [UInt8](repeating: 0, count: zeros))
    padded.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    let s = padded.state
    return [s.0, s.1, s.2, s.3, s.4, s.5, s.6, s.7].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef")
    return String(finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func canonical(_ number: Double) -> Int64 {
    Int64(bitPattern: number.isNaN ? Double.nan.bitPattern : number.bitPattern)
  }

  private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == 64 else { return }
      let block = pending
      pending.removeAll(keepingCapacity: true)
      block.withUnsafeBytes { compress($0) }
    }
    let whole = rest.count & ~63
    compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }
}

extension SHA256 {
  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  /// Runs the compression function over whole blocks of 64 bytes.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    var (s0, s1, s2, s3, s4, s5, s6, s7) = state
    var w = InlineArray<16, UInt32>(repeating: 0)
    for start in stride(from: 0, to: blocks.count, by: 64) {
      var (a, b, c, d, e, f, g, h) = (s0, s1, s2, s3, s4, s5, s6, s7)
      for t in 0..<64 {
        let word: UInt32
        if t < 16 {
          word = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self))
        } else {
          let early = w[(t &+ 1) & 15]
          let late = w[(t &+ 14) & 15]
          let σ0 = early.rotated(7) ^ early.rotated(18) ^ (early >> 3)
          let σ1 = late.rotated(17) ^ late.rotated(19) ^ (late >> 10)
          word = w[t & 15] &+ σ0 &+ w[(t &+ 9) & 15] &+ σ1
        }
        w[t & 15] = word
        let Σ1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let choice = g ^ (e & (f ^ g))
        let first = h &+ Σ1 &+ choice &+ SHA256.roots[t] &+ word
        let Σ0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        let majority = (a & b) | (c & (a | b))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ Σ0 &+ majority)
      }
      (s0, s1, s2, s3) = (s0 &+ a, s1 &+ b, s2 &+ c, s3 &+ d)
      (s4, s5, s6, s7) = (s4 &+ e, s5 &+ f, s6 &+ g, s7 &+ h)
    }
    state = (s0, s1, s2, s3, s4, s5, s6, s7)
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let roots: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension UInt32 {
  fileprivate func rotated(_ n: UInt32) -> UInt32 { (self &>> n) | (self &<< (32 &- n)) }
}
