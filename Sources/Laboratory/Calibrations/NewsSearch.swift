import Markets
import Quantities
import Statistics

/// A parameter of news on an endless scale: x = log((θ − low)/(high − θ)).
struct NewsCoordinate: Sendable {
  let name: String
  let place: Double
  private let low: Double
  private let high: Double

  /// - Throws: ``NewsFit/Failure`` unless news has the parameter and the value is inside its range.
  init(_ name: String, _ value: Double) throws {
    guard let parameter = News().rows.first(where: { $0.name == name })?.parameter,
      let low = Double(parameter.bounds.low.prefix { $0 != " " }),
      let high = Double(parameter.bounds.high.prefix { $0 != " " }), low < value, value < high
    else { throw NewsFit.Failure.noParameter(name) }
    self.init(name, Elementary.log((value - low) / (high - value)), low, high)
  }

  private init(_ name: String, _ place: Double, _ low: Double, _ high: Double) {
    (self.name, self.place, self.low, self.high) = (name, place, low, high)
  }

  var value: Double { low + (high - low) / (1 + Elementary.exp(-place)) }

  func moved(by step: Double) -> NewsCoordinate {
    NewsCoordinate(name, min(max(place + step, -12), 12), low, high)
  }

  /// The coordinate whose value has three significant digits.
  func rounded() -> NewsCoordinate {
    guard let text = Double(value.rounded3), text > low, text < high else { return self }
    return NewsCoordinate(name, Elementary.log((text - low) / (high - text)), low, high)
  }
}

/// The search of the calibration of news: δ solves (J′J + μI) δ = −J′r, and a step is taken when it lowers r′r.
///
/// Source: Marquardt (1963), J. SIAM 11(2).
struct NewsSearch {
  private(set) var point: [NewsCoordinate]
  private(set) var loss: Double
  private(set) var hasArrived = false
  private let goal: NewsGoal
  private let paths: NewsPaths
  private var residuals: [Double]
  private var damping = 1.0

  /// Half the width of a difference quotient.
  private static let width = 0.1
  /// The longest step of a coordinate, and the gain below which the search has arrived.
  private static let (reach, gain) = (1.5, 1e-3)
  private static let trials = 5

  init(at point: [NewsCoordinate], _ goal: NewsGoal, _ paths: NewsPaths) throws {
    (self.point, self.goal, self.paths) = (point, goal, paths)
    residuals = goal.distances(try paths.ofEconomy(point.map { ($0.name, $0.value) }))
    loss = NewsSearch.dot(residuals, residuals)
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  /// J′: how the distances of news alone change with each coordinate.
  func slopes(at point: [NewsCoordinate]) throws -> [[Double]] {
    func side(_ p: Int, _ step: Double) throws -> [Double] {
      let moved = point.enumerated().map { $0 == p ? $1.moved(by: step) : $1 }
      return goal.distances(try paths.ofNews(moved.map { ($0.name, $0.value) }))
    }
    return try point.indices.map { p in
      zip(try side(p, NewsSearch.width), try side(p, -NewsSearch.width)).map { ($0 - $1) / (2 * NewsSearch.width) }
    }
  }

  /// Moves to a better point, or arrives when none is near.
  mutating func step() throws {
    let slopes = try slopes(at: point)
    let downhill = slopes.map { -NewsSearch.dot($0, residuals) }
    for _ in 0..<NewsSearch.trials {
      let normal = slopes.indices.map { p in
        slopes.indices.map { q in NewsSearch.dot(slopes[p], slopes[q]) + (p == q ? damping : 0) }
      }
      if let matrix = DenseMatrix(rows: normal), let δ = Cholesky(matrix)?.solve(downhill) {
        let next = zip(point, δ).map { $0.moved(by: min(max($1, -NewsSearch.reach), NewsSearch.reach)) }
        let there = goal.distances(try paths.ofEconomy(next.map { ($0.name, $0.value) }))
        let value = NewsSearch.dot(there, there)
        if value < loss {
          hasArrived = loss - value < NewsSearch.gain * loss
          (point, residuals, loss, damping) = (next, there, value, damping / 4)
          return
        }
      }
      damping *= 5
    }
    hasArrived = true
  }
}
