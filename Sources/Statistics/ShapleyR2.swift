/// The share of an outcome's variance that each regressor, or block of regressors, explains.
///
///     φ_j = Σ_{S ∌ j} |S|! (n - |S| - 1)! / n! · (R²(S ∪ j) - R²(S)),   Σ_j φ_j = R²
///
/// The average, over every order in which the n blocks could enter, of what block j adds: Shapley's value of the game
/// R², known as LMG. Exact, from all 2ⁿ subsets. They are walked as a tree: the cross-products of what is left, given
/// the blocks taken so far, come from their parent's by one sweep of each regressor, so nothing is factorised twice.
/// O(2ⁿ (p² + n)) with p regressors, most subsets touching only few of them.
///
/// Sources: Lindeman, Merenda and Gold (1980), Introduction to Bivariate and Multivariate Analysis; Grömping (2006),
/// Journal of Statistical Software 17(1).
public struct ShapleyR2: Sendable, Hashable {
  public static let mostBlocks = 20

  /// φ_j, in the order of the blocks.
  public let shares: [Double]
  /// R² of each block alone.
  public let first: [Double]
  /// What each block adds to all others.
  public let last: [Double]
  /// R² of the whole regression, with an intercept.
  public let total: Double

  /// Decomposes the variance of an outcome over regressors, or over blocks of them given by index.
  ///
  /// A regressor that the ones taken before determine (to 1e-10 of its variance) adds nothing. nil when lengths differ,
  /// a number is not finite, the outcome has no spread, an index is not that of exactly one block, or there are more
  /// than ``mostBlocks`` blocks.
  public init?(_ outcome: [Double], on regressors: [[Double]], blocks: [[Int]]? = nil) {
    let blocks = blocks ?? regressors.indices.map { [$0] }
    guard blocks.count <= ShapleyR2.mostBlocks, outcome.count >= 2,
      blocks.flatMap(\.self).sorted() == Array(regressors.indices),
      regressors.allSatisfy({ $0.count == outcome.count }), outcome.allSatisfy(\.isFinite),
      regressors.allSatisfy({ $0.allSatisfy(\.isFinite) }),
      let explained = SubsetTree(outcome, blocks.map { $0.map { regressors[$0] } })?.explained
    else { return nil }
    let n = blocks.count
    let all = explained.count - 1
    total = explained[all]
    first = (0..<n).map { explained[1 << $0] }
    last = (0..<n).map { explained[all] - explained[all & ~(1 << $0)] }
    shares = ShapleyR2.values(of: explained, players: n)
  }

  /// Shapley's value of each player of a game given by the worth of every coalition, a bit for each player.
  private static func values(of worth: [Double], players n: Int) -> [Double] {
    // |S|! (n - |S| - 1)! / n! = 1 / (n · C(n - 1, |S|))
    var weights: [Double] = []
    var choose = 1.0
    for size in 0..<n {
      weights.append(1 / (Double(n) * choose))
      choose *= Double(n - 1 - size) / Double(size + 1)
    }
    var values = [Double](repeating: 0, count: n)
    for coalition in worth.indices {
      let weight = coalition.nonzeroBitCount < n ? weights[coalition.nonzeroBitCount] : 0
      for player in 0..<n where coalition & (1 << player) == 0 {
        values[player] += weight * (worth[coalition | (1 << player)] - worth[coalition])
      }
    }
    return values
  }
}

/// R² of every subset of blocks, by depth-first search over which blocks are taken.
private struct SubsetTree {
  /// By subset, a bit for each block.
  private(set) var explained: [Double]
  /// Block b's regressors are at `starts[b]..<starts[b + 1]`; the outcome comes last.
  private let starts: [Int]
  private let width: Int
  /// One table of cross-products for each depth of the tree.
  private var levels: [[Double]]
  private let variances: [Double]

  /// nil when the outcome has no spread.
  init?(_ outcome: [Double], _ blocks: [[[Double]]]) {
    let centred = (blocks.flatMap(\.self) + [outcome]).map { list in
      let mean = list.reduce(0, +) / Double(list.count)
      return list.map { $0 - mean }
    }
    width = centred.count
    starts = blocks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    var table = [Double](repeating: 0, count: width * width)
    for i in 0..<width {
      for j in i..<width {
        var sum = 0.0
        for t in outcome.indices { sum += centred[i][t] * centred[j][t] }
        table[i * width + j] = sum
      }
    }
    let (size, squares) = (width, table)
    variances = (0..<size).map { squares[$0 * size + $0] }
    guard variances[width - 1] > 0 else { return nil }
    explained = Array(repeating: 0, count: 1 << blocks.count)
    levels = Array(repeating: table, count: blocks.count + 1)
    walk(block: 0, level: 0, taken: 0)
  }

  /// Decides about a block and all after it: first without, then with it.
  private mutating func walk(block: Int, level: Int, taken: Int) {
    guard block + 1 < starts.count else {
      explained[taken] = 1 - levels[level][width * width - 1] / variances[width - 1]
      return
    }
    walk(block: block + 1, level: level, taken: taken)
    for i in starts[block]..<width {
      for j in i..<width { levels[level + 1][i * width + j] = levels[level][i * width + j] }
    }
    for pivot in starts[block]..<starts[block + 1] { sweep(pivot, level + 1) }
    walk(block: block + 1, level: level + 1, taken: taken | (1 << block))
  }

  /// Takes what a regressor explains out of the cross-products of all that follow it.
  private mutating func sweep(_ pivot: Int, _ level: Int) {
    let width = width
    let variance = variances[pivot]
    levels[level].withUnsafeMutableBufferPointer { table in
      let remaining = table[pivot * width + pivot]
      guard remaining > 1e-10 * variance else { return }
      for i in (pivot + 1)..<width {
        let factor = table[pivot * width + i] / remaining
        for j in i..<width { table[i * width + j] -= factor * table[pivot * width + j] }
      }
    }
  }
}
