import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// A generator whose every run is the same.
private struct Dice {
  var state: UInt64
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(sides, 1)))
  }
}

/// Files that were damaged in thousands of ways are read or refused; none stops the program.
@Suite("Damaged files")
struct FileFuzzTests {
  private static let words = [
    "", ",", "\n", "\"", "-", "1e308", "-1e308", "nan", "inf", "0", "-0", "1e-320", "9999-12-31", "1600-01-01",
    "2024-02-30", "99999999999999999999", "\u{0}", "é", "2024-01-05", "date", "close", "C", "P", "ZQZ9", "ZQH99",
    "2024-99",
    ";", "\r", "0.5", "100", "\t", "1e12", "1e-9", "1600-01-01,1\n", "9999-12-31,1\n",
  ]

  /// The text with some cells, lines or bytes changed.
  private static func damaged(_ text: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = text
    for _ in 0...dice.roll(4) where !bytes.isEmpty {
      let place = dice.roll(bytes.count)
      let word = Array(words[dice.roll(words.count)].utf8)
      switch dice.roll(6) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(40)))
      case 2: bytes.insert(contentsOf: word, at: place)
      case 3: bytes = Array(bytes[..<place])
      case 4:
        let end = bytes[place...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") } ?? bytes.count
        bytes.replaceSubrange(place..<end, with: word)
      default:
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let (a, b) = (dice.roll(lines.count), dice.roll(lines.count))
        bytes = Array((lines + [lines[a], lines[b]]).joined(separator: [UInt8(ascii: "\n")]))
      }
    }
    return bytes
  }

  private static func isSound(_ readings: [Reading]) -> Bool {
    readings.allSatisfy { reading in
      (reading.value?.isFinite ?? (reading.reason?.isEmpty == false))
        && [reading.low, reading.high].allSatisfy { $0?.isFinite ?? true }
    }
  }

  @Test("of prices")
  func prices() {
    let text = Array(PriceFileTests.text(380, "date,close").utf8)
    var (dice, read) = (Dice(state: 1), 0)
    for _ in 0..<1500 {
      let bytes = Self.damaged(text, &dice)
      let wanted: Day? = dice.roll(3) == 0 ? day("2023-03-01") : nil
      guard let file = try? PriceFile(bytes, file: "f", through: wanted, isPositive: dice.roll(2) == 0) else {
        continue
      }
      read += 1
      let seen = wanted ?? file.last
      #expect(Self.isSound(TrendFile.readings(file, file: "f", asOf: seen)))
      let answer = try? VolTargetFile(
        file, file: "f", target: .percent(1 + Double(dice.roll(40))), cap: Share(Double(1 + dice.roll(4))),
        assets: Amount(1e9), financing: .constant(3), asOf: seen)
      if let answer {
        #expect(Self.isSound(answer.readings) && answer.levels.unfinanced.allSatisfy { $0.isFinite && $0 > 0 })
      }
    }
    #expect(read > 100)
  }

  @Test("of option chains")
  func chains() {
    var text = "date,expiration,option_type,strike,open_interest,implied_vol,underlying_last,extra\n"
    for i in 0..<60 {
      text += "2024-01-05,\(day("2024-01-05").advanced(by: i % 20 * 7).iso),\(i % 2 == 0 ? "C" : "put"),"
      text += "\(4000 + 20 * i),\(i * 37 % 500),0.\(10 + i % 40),4700.5,x\n"
    }
    var (dice, read) = (Dice(state: 2), 0)
    for _ in 0..<3000 {
      let bytes = Self.damaged(Array(text.utf8), &dice)
      let asOf: Day? = dice.roll(2) == 0 ? day("2024-01-07") : nil
      guard let chain = try? OptionChain(bytes, file: "f", asOf: asOf),
        let gamma = try? DealerGamma(chain, spot: dice.roll(3) == 0 ? 4700 : nil, asOf: asOf)
      else { continue }
      read += 1
      #expect(Self.isSound(DealerGammaGauge.readings(of: gamma, source: [], seenFrom: asOf ?? chain.day)))
    }
    #expect(read > 100)
  }

  @Test("of futures and meetings")
  func odds() {
    let wide = Array(
      "date,ff_m00_price,ff_m01_price,ff_m02_price,ff_m03_price\n2023-03-10,95.3375,95.1,94.8,94.7\n".utf8)
    let long = Array(
      "date,contract,price,volume\n2023-03-10,ZQH23,95.3375,1\n2023-03-10,2023-04,95.1,2\n2023-03-10,ZQK3,94.8,3\n".utf8
    )
    let days = Array("date,target_after_pct,unscheduled\n2023-02-01,4.625,0\n2023-03-22,,0\n2023-05-03,,\n".utf8)
    var (dice, read) = (Dice(state: 3), 0)
    for round in 0..<6000 {
      let futures = Self.damaged(round % 2 == 0 ? wide : long, &dice)
      let meetings = dice.roll(2) == 0 ? days : Self.damaged(days, &dice)
      let answer = try? CutOddsFile.tree(
        futures: futures, named: "f", meetings: meetings, named: "m",
        asOf: dice.roll(2) == 0 ? day("2023-03-11") : nil)
      guard let answer else { continue }
      read += 1
      for meeting in answer.tree.meetings {
        let total = meeting.outcomes.reduce(0) { $0 + $1.probability }
        #expect(abs(total - 1) < 1e-9 && meeting.expected.isFinite && meeting.error.isFinite)
      }
    }
    #expect(read > 100)
  }
}
