/// The downhill simplex: a minimum from values alone, for functions that are rough or have no derivatives.
///
/// Reflection, expansion, contraction and shrinkage with the coefficients of Gao and Han (2012), which keep working in
/// more dimensions than the original's: 1, 1 + 2/n, ¾ - 1/(2n), 1 - 1/n. A value that is nan counts as ∞, so a
/// constraint is a function that returns nan outside. Deterministic. O(n) a step beside the function.
/// Sources: Nelder and Mead (1965), Computer Journal 7(4); Gao and Han (2012), Comput. Optim. Appl. 51(1).
public struct NelderMead: Sendable {
  /// It has arrived when the corners' values differ by less than this share of their size, and ...
  public var tolerance = 1e-10
  /// ... the corners lie within this distance in every coordinate.
  public var width = 1e-8
  public var maximumEvaluations = 5000

  public init() {}

  /// Walks down from a start, with a first simplex of the given size along each axis.
  public func minimise(
    from start: [Double], step: [Double], _ function: ([Double]) -> Double
  ) -> Minimum {
    var evaluations = 0
    func corner(_ point: [Double]) -> Corner {
      evaluations += 1
      let value = function(point)
      return Corner(point: point, value: value.isNaN ? .infinity : value)
    }
    var corners = [corner(start)]
    for i in start.indices {
      var point = start
      point[i] += i < step.count && step[i] != 0 ? step[i] : 0.1
      corners.append(corner(point))
    }
    let n = Double(max(start.count, 2))
    let (expansion, contraction, shrinkage) = (1 + 2 / n, 0.75 - 0.5 / n, 1 - 1 / n)
    while true {
      corners.sort { $0.value < $1.value }
      let (best, worst) = (corners[0], corners[corners.count - 1])
      let hasArrived = isNarrow(corners)
      guard !start.isEmpty, !hasArrived, evaluations < maximumEvaluations else {
        return Minimum(
          point: best.point, value: best.value, evaluations: evaluations,
          isConverged: start.isEmpty || (hasArrived && best.value.isFinite))
      }
      let middle = centroid(corners.dropLast())
      func along(_ distance: Double) -> Corner {
        corner(zip(middle, worst.point).map { $0 + distance * ($0 - $1) })
      }
      let reflected = along(1)
      if reflected.value < best.value {
        let expanded = along(expansion)
        corners[corners.count - 1] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[corners.count - 2].value {
        corners[corners.count - 1] = reflected
      } else {
        let isOutside = reflected.value < worst.value
        let contracted = along(isOutside ? contraction : -contraction)
        if contracted.value < min(reflected.value, worst.value) {
          corners[corners.count - 1] = contracted
        } else {
          for i in 1..<corners.count {
            corners[i] = corner(zip(best.point, corners[i].point).map { $0 + shrinkage * ($1 - $0) })
          }
        }
      }
    }
  }

  private struct Corner {
    var point: [Double]
    var value: Double
  }

  private func isNarrow(_ corners: [Corner]) -> Bool {
    let (best, worst) = (corners[0], corners[corners.count - 1])
    guard (worst.value - best.value).magnitude <= tolerance * (best.value.magnitude + tolerance) else { return false }
    return corners.allSatisfy { corner in
      zip(corner.point, best.point).allSatisfy { ($0 - $1).magnitude <= width * (1 + $1.magnitude) }
    }
  }

  private func centroid(_ corners: ArraySlice<Corner>) -> [Double] {
    var sum = [Double](repeating: 0, count: corners[0].point.count)
    for corner in corners { for i in sum.indices { sum[i] += corner.point[i] } }
    return sum.map { $0 / Double(corners.count) }
  }
}
