import Quantities
import Statistics
import Testing

@Suite("Block bootstrap")
struct BootstrapTests {
  let draw = Draw(seed: 7, replicate: 0)

  private func runs(_ indices: [Int], _ count: Int) -> Int {
    1 + zip(indices, indices.dropFirst()).count { ($0 + 1) % count != $1 }
  }

  @Test("moving blocks have the length asked for and start anywhere")
  func moving() {
    let indices = BlockBootstrap.moving(length: 10).indices(count: 1000, sample: 3, draw: draw)
    #expect(indices.count == 1000 && indices.allSatisfy { (0..<1000).contains($0) })
    for start in stride(from: 0, to: 1000, by: 10) {
      #expect((1..<10).allSatisfy { indices[start + $0] == (indices[start] + $0) % 1000 })
    }
    #expect((95...100).contains(runs(indices, 1000)))
  }

  @Test("stationary blocks have the mean length asked for and every value is as likely")
  func stationary() {
    var (blocks, counts) = (0, [Int](repeating: 0, count: 500))
    for sample in 0..<400 {
      let indices = BlockBootstrap.stationary(meanLength: 20).indices(count: 500, sample: sample, draw: draw)
      blocks += runs(indices, 500)
      for index in indices { counts[index] += 1 }
    }
    // 400 samples of 1 + 499/20 blocks on average: 10,380 with a standard deviation of 98.
    #expect(abs(blocks - 10_380) < 400)
    // Each value turns up 400 times on average. In blocks of 20 the variance is some 39 times that of independent draws.
    #expect(counts.allSatisfy { abs($0 - 400) < 600 } && counts.reduce(0, +) == 200_000)
    let halves = counts.prefix(250).reduce(0, +)
    #expect(abs(halves - 100_000) < 6000)
  }

  @Test("a sample is the same whatever else is drawn")
  func addressed() {
    let way = BlockBootstrap.stationary(meanLength: 5)
    let alone = way.indices(count: 50, sample: 9, draw: draw)
    #expect(alone == way.indices(count: 50, sample: 9, draw: draw))
    #expect(alone != way.indices(count: 50, sample: 10, draw: draw))
    #expect(alone != way.indices(count: 50, sample: 9, draw: Draw(seed: 8, replicate: 0)))
    #expect(Array(alone.prefix(1)) == [BlockBootstrap.moving(length: 50).indices(count: 50, sample: 9, draw: draw)[0]])
  }

  @Test("blocks keep the memory that the spread of a mean depends on, single values do not")
  func memory() throws {
    // An AR(1) with coefficient .8: the mean of n has a standard deviation of 5 s/√n times .6 = 3 σ_x/√n.
    var (values, x) = ([Double](), 0.0)
    for t in 0..<4000 {
      x = 0.8 * x + 0.6 * draw.normal(Stream(9), of: 1, on: Day(number: Int32(t)))
      values.append(x)
    }
    func spread(_ way: BlockBootstrap) throws -> Double {
      let means = way.distribution(of: values, samples: 400, draw: draw, Moments.mean).compactMap(\.self)
      return try #require(Moments.standardDeviation(means)) * 4000.0.squareRoot()
    }
    #expect(try abs(spread(.stationary(meanLength: 60)) - 3) < 0.5)
    #expect(try abs(spread(.moving(length: 60)) - 3) < 0.5)
    #expect(try abs(spread(.moving(length: 1)) - 1) < 0.15)
  }

  @Test("a band of the mean covers the truth about as often as it says")
  func coverage() throws {
    var covered = 0
    for series in 0..<200 {
      let values = (0..<100).map { draw.normal(Stream(9), of: UInt32(series + 5), on: Day(number: $0)) }
      let band = try #require(
        BlockBootstrap.moving(length: 1).band(
          of: values, level: 0.9, samples: 200, draw: Draw(seed: 3, replicate: UInt32(series)), Moments.mean))
      if band.contains(0) { covered += 1 }
    }
    #expect((165...195).contains(covered), "180 expected, standard deviation 4.2")
  }

  @Test("what cannot be resampled is empty or nil")
  func undefined() {
    #expect(BlockBootstrap.moving(length: 3).indices(count: 0, sample: 0, draw: draw) == [])
    #expect(BlockBootstrap.stationary(meanLength: .nan).indices(count: 4, sample: -1, draw: draw).count == 4)
    #expect(BlockBootstrap.moving(length: -2).indices(count: 4, sample: 0, draw: draw).count == 4)
    #expect(BlockBootstrap.moving(length: 2).band(of: [1, 2], draw: draw) { _ in nil } == nil)
    #expect(QuantileBand([]) == nil && QuantileBand([1, 2], level: 1) == nil)
  }
}
