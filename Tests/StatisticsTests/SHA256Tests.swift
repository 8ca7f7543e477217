import Statistics
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "gives the digests NIST publishes",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func published(text: String, digest: String) {
    var hash = SHA256()
    hash.update(text)
    #expect(hash.hex == digest)
  }

  @Test("a million letters a, fed in uneven parts, give the published digest")
  func million() {
    var hash = SHA256()
    var left = 1_000_000
    for size in 1...2000 where left > 0 {
      hash.update(repeatElement(UInt8(ascii: "a"), count: min(size, left)))
      left -= min(size, left)
    }
    #expect(left == 0)
    #expect(hash.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("how bytes are cut into parts does not matter, wherever the cut")
  func cuts() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var whole = SHA256()
    whole.update(bytes)
    for cut in 0...200 {
      var parts = SHA256()
      parts.update(bytes[..<cut])
      parts.update(bytes[cut...])
      #expect(parts.finalize() == whole.finalize())
    }
  }

  @Test("a digest can be read on the way without disturbing what follows")
  func readingIsPure() {
    var (read, unread) = (SHA256(), SHA256())
    read.update("ab")
    _ = read.hex
    read.update("c")
    unread.update("abc")
    #expect(read.hex == unread.hex)
  }

  @Test("columns hash as the little-endian bytes of their rows")
  func columns() {
    let words: [Int64] = (0..<1500).map { $0 &* 0x1234_5678_9abc } + [.min, .max, -1]
    var (byColumn, byWord, byByte) = (SHA256(), SHA256(), SHA256())
    words.withUnsafeBufferPointer { byColumn.update(words: $0) }
    for word in words {
      byWord.update(word)
      byByte.update((0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) })
    }
    #expect(byColumn.hex == byWord.hex && byWord.hex == byByte.hex)

    let numbers = words.map { Double($0) / 3 }
    var (columnOfNumbers, oneByOne, bits) = (SHA256(), SHA256(), SHA256())
    numbers.withUnsafeBufferPointer { columnOfNumbers.update(numbers: $0) }
    for number in numbers {
      oneByOne.update(number)
      bits.update(Int64(bitPattern: number.bitPattern))
    }
    #expect(columnOfNumbers.hex == oneByOne.hex && oneByOne.hex == bits.hex)
  }

  @Test("every nan is one nan, and minus zero is not zero")
  func canonicalNumbers() {
    func hex(_ number: Double) -> String {
      var hash = SHA256()
      hash.update(number)
      return hash.hex
    }
    #expect(hex(.nan) == hex(-.nan) && hex(.nan) == hex(Double(nan: 5, signaling: false)))
    #expect(hex(0) != hex(-0.0))
  }
}
