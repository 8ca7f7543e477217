import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let one = Stream(1)
  fileprivate static let other = Stream(2)
}

@Suite("Draw")
struct DrawTests {
  let draw = Draw(seed: 0x5eed, replicate: 0)
  let day = Day(number: 20_453)

  @Test("gives the known answers of Random123")
  func knownAnswers() {
    #expect(
      Philox.words(counter: (0, 0, 0, 0), key: 0) == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = UInt32.max
    #expect(
      Philox.words(counter: (ones, ones, ones, ones), key: .max)
        == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.words(
        counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: 0x299f_31d0_a409_3822)
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("is Philox at (holder, day, stream and index, replicate) under the seed")
  func address() {
    let draw = Draw(seed: 0x299f_31d0_a409_3822, replicate: 0x0370_7344)
    let day = Day(number: Int32(bitPattern: 0x85a3_08d3))
    #expect(
      draw.words(Stream(0x1319), of: 0x243f_6a88, on: day, index: 0x8a2e)
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("each part of the address makes other luck")
  func everyPartMatters() {
    let here = draw.uniform(.one, of: 7, on: day)
    #expect(here == draw.uniform(.one, of: 7, on: day))
    let elsewhere = [
      draw.uniform(.other, of: 7, on: day), draw.uniform(.one, of: 8, on: day),
      draw.uniform(.one, of: 7, on: day.advanced(by: 1)), draw.uniform(.one, of: 7, on: day, index: 1),
      Draw(seed: 0x5eed, replicate: 1).uniform(.one, of: 7, on: day),
      Draw(seed: 0x5eee, replicate: 0).uniform(.one, of: 7, on: day),
      Draw(seed: 0x5eed + 1 << 32, replicate: 0).uniform(.one, of: 7, on: day),
    ]
    #expect(!elsewhere.contains(here))
    #expect(Set(elsewhere).count == elsewhere.count)
  }

  @Test("using another stream, or the same in another order, changes nobody's luck")
  func switchingIsSilent() {
    let alone = (0..<100).map { draw.normal(.one, of: $0, on: day) }
    var together = [Double](repeating: 0, count: 100)
    for holder in (0..<100).reversed() {
      _ = draw.poisson(mean: 3, .other, of: UInt32(holder), on: day)
      together[holder] = draw.normal(.one, of: UInt32(holder), on: day)
    }
    #expect(alone == together)
  }

  @Test("streams, days, holders and replicates are uncorrelated")
  func uncorrelated() throws {
    let twin = Draw(seed: 0x5eed, replicate: 1)
    let normals = (0..<40_000).map { draw.normal(.one, of: $0, on: day) }
    let others = [
      (0..<40_000).map { draw.normal(.other, of: $0, on: day) },
      (0..<40_000).map { draw.normal(.one, of: $0, on: day.advanced(by: 1)) },
      (1..<40_001).map { draw.normal(.one, of: $0, on: day) },
      (0..<40_000).map { draw.normal(.one, of: $0, on: day, index: 1) },
      (0..<40_000).map { twin.normal(.one, of: $0, on: day) },
    ]
    for other in others { #expect(abs(try #require(Moments.correlation(normals, other))) < 4 / 200.0) }
  }

  @Test("a uniform is inside (0, 1), with the mean and variance of one")
  func uniform() throws {
    let n = 200_000
    let uniforms = (0..<UInt32(n)).map { draw.uniform(.one, of: $0, on: day) }
    #expect(uniforms.allSatisfy { $0 > 0 && $0 < 1 })
    let root = Double(n).squareRoot()
    #expect(abs(try #require(Moments.mean(uniforms)) - 1 / 2.0) < 4 * 0.2887 / root)
    #expect(abs(try #require(Moments.variance(uniforms)) - 1 / 12.0) < 4 * 0.0745 / root)
  }

  @Test("a uniform fills its cells evenly")
  func uniformCells() {
    var cells = [Int](repeating: 0, count: 256)
    for holder in 0..<UInt32(256_000) { cells[Int(draw.uniform(.one, of: holder, on: day) * 256)] += 1 }
    let chiSquare = cells.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    // 255 degrees: mean 255, standard deviation 22.6.
    #expect(chiSquare > 255 - 5 * 22.6 && chiSquare < 255 + 5 * 22.6)
  }

  @Test("a normal has the moments of one")
  func normal() throws {
    let n = 200_000
    let normals = (0..<UInt32(n)).map { draw.normal(.one, of: $0, on: day) }
    let root = Double(n).squareRoot()
    #expect(abs(try #require(Moments.mean(normals))) < 4 / root)
    #expect(abs(try #require(Moments.variance(normals)) - 1) < 4 * 1.4142 / root)
    #expect(abs(try #require(Moments.skewness(normals))) < 4 * 2.4495 / root)
    #expect(abs(try #require(Moments.excessKurtosis(normals))) < 4 * 4.899 / root)
  }

  @Test("columns hold what single draws give, whatever their length and the order of holders")
  func columnsEqualDraws() {
    for count in [0, 1, 15, 16, 17, 1000] {
      let holders = (0..<UInt32(count)).map { $0 &* 2_654_435_761 }
      var (uniforms, normals) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
      var column = uniforms.mutableSpan
      draw.fillUniform(.one, of: holders.span, on: day, index: 9, into: &column)
      column = normals.mutableSpan
      draw.fillNormal(.one, of: holders.span, on: day, index: 9, into: &column)
      #expect(uniforms == holders.map { draw.uniform(.one, of: $0, on: day, index: 9) })
      #expect(normals == holders.map { draw.normal(.one, of: $0, on: day, index: 9) })
    }
  }

  @Test("columns of unequal length fill the rows both have")
  func unequalColumns() {
    var column = [Double](repeating: -1, count: 4)
    var span = column.mutableSpan
    draw.fillUniform(.one, of: [1, 2].span, on: day, into: &span)
    #expect(column[1] == draw.uniform(.one, of: 2, on: day) && column[2] == -1 && column[3] == -1)
  }

  @Test("a coin falls as often as its probability, never below zero and always from one")
  func bernoulli() {
    let heads = (0..<UInt32(100_000)).count { draw.bernoulli(0.3, .one, of: $0, on: day) }
    #expect(abs(Double(heads) - 30_000) < 4 * 145)
    for holder in 0..<UInt32(1000) {
      #expect(!draw.bernoulli(0, .one, of: holder, on: day) && !draw.bernoulli(.nan, .one, of: holder, on: day))
      #expect(draw.bernoulli(1, .one, of: holder, on: day))
    }
  }

  @Test("a Poisson count has the probabilities of one")
  func poissonProbabilities() {
    // scipy 1.17.1 stats.poisson.pmf(k, 2.5)
    let expected = [
      0.0820849986238988, 0.205212496559747, 0.25651562069968376, 0.21376301724973648, 0.13360188578108528,
      0.06680094289054267, 0.027833726204392766, 0.009940616501568845,
    ]
    let n = 100_000
    var counts = [Int](repeating: 0, count: 40)
    for holder in 0..<UInt32(n) { counts[draw.poisson(mean: 2.5, .one, of: holder, on: day)] += 1 }
    for (count, probability) in zip(counts, expected) {
      let deviation = (Double(n) * probability * (1 - probability)).squareRoot()
      #expect(abs(Double(count) - Double(n) * probability) < 4.5 * deviation)
    }
  }

  @Test(
    "mean and variance of a Poisson count are its mean, on both sides of 500", arguments: [0.01, 30, 499, 501, 1e6])
  func poissonMoments(mean: Double) throws {
    let n = 20_000
    let counts = (0..<UInt32(n)).map { Double(draw.poisson(mean: mean, .one, of: $0, on: day)) }
    #expect(abs(try #require(Moments.mean(counts)) - mean) < 4 * (mean / Double(n)).squareRoot())
    let error = ((2 * mean * mean + mean) / Double(n)).squareRoot()
    #expect(abs(try #require(Moments.variance(counts)) - mean) < 4.5 * error)
  }

  @Test("a mean that is no mean gives no event, and a boundless one does not trap")
  func poissonEdges() {
    for mean: Double in [0, -1, -.infinity, .nan] { #expect(draw.poisson(mean: mean, .one, of: 1, on: day) == 0) }
    #expect(draw.poisson(mean: .infinity, .one, of: 1, on: day) > 1 << 51)
  }

  @Test("Student's t has its variance and its heavy tail")
  func studentT() throws {
    let n = 20_000
    let draws = (0..<UInt32(n)).map { draw.studentT(degrees: 10, .one, of: $0, on: day) }
    #expect(abs(try #require(Moments.mean(draws))) < 4 * (1.25 / Double(n)).squareRoot())
    #expect(abs(try #require(Moments.variance(draws)) - 1.25) < 0.08)
    let beyond = draws.count { abs($0) > 3.169273 }
    // P(|T| > 3.169273) = 1 % at 10 degrees.
    #expect(abs(Double(beyond) - 200) < 4 * 14.1)
    #expect(draw.studentT(degrees: 0, .one, of: 1, on: day).isNaN)
  }
}
