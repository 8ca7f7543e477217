import Statistics
import Testing

@Suite("Optimisation")
struct OptimisationTests {
  static func rosenbrock(_ x: [Double]) -> Slope {
    var slope = Slope(value: 0, gradient: Array(repeating: 0, count: x.count))
    for i in 0..<x.count - 1 {
      let (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i])
      slope.value += 100 * a * a + b * b
      slope.gradient[i] -= 400 * x[i] * a + 2 * b
      slope.gradient[i + 1] += 200 * a
    }
    return slope
  }

  /// Powell's singular function: its curvature at the minimum, 0, is zero in two directions.
  static func powell(_ x: [Double]) -> Slope {
    let (a, b, c, d) = (x[0] + 10 * x[1], x[2] - x[3], x[1] - 2 * x[2], x[0] - x[3])
    return Slope(
      value: a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d,
      gradient: [
        2 * a + 40 * d * d * d, 20 * a + 4 * c * c * c, 10 * b - 8 * c * c * c, -10 * b - 40 * d * d * d,
      ])
  }

  private func distance(_ point: [Double], _ expected: [Double]) -> Double {
    zip(point, expected).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test("the simplex walks down Rosenbrock's valley without slopes", arguments: [2, 4])
  func simplex(n: Int) {
    let found = NelderMead().minimise(
      from: Array(repeating: -1.2, count: n), step: Array(repeating: 0.5, count: n)
    ) { Self.rosenbrock($0).value }
    #expect(found.isConverged && distance(found.point, Array(repeating: 1, count: n)) < 1e-4)
  }

  @Test("the simplex respects a wall of nan")
  func wall() {
    let found = NelderMead().minimise(from: [3, 3], step: [1, 1]) { x in
      x[0] < 1 ? .nan : x[0] * x[0] + (x[1] - 2) * (x[1] - 2)
    }
    #expect(abs(found.point[0] - 1) < 1e-3 && abs(found.point[1] - 2) < 1e-3)
  }

  @Test("quasi-Newton steps find Rosenbrock's minimum in few evaluations", arguments: [2, 4, 10])
  func quasiNewton(n: Int) {
    let found = BFGS().minimise(from: (0..<n).map { $0 % 2 == 0 ? -1.2 : 1 }, Self.rosenbrock)
    #expect(found.isConverged && found.evaluations < 60 * n)
    // In higher dimensions Rosenbrock's function has a second minimum near (-1, 1, ..., 1).
    #expect(found.value < 1e-12 || (n > 2 && abs(found.value - 3.98) < 0.02))
  }

  @Test("quasi-Newton steps descend to a minimum with singular curvature")
  func singular() {
    let found = BFGS().minimise(from: [3, -1, 0, 1], Self.powell)
    #expect(found.value < 1e-9)
  }

  @Test("a function that is not finite where it starts is said to have failed")
  func failure() {
    #expect(!BFGS().minimise(from: [1]) { _ in Slope(value: .nan, gradient: [1]) }.isConverged)
    #expect(!NelderMead().minimise(from: [1], step: [1]) { _ in .nan }.isConverged)
    #expect(NelderMead().minimise(from: [], step: []) { _ in 2 }.value == 2)
  }

  @Test("polishing takes a rough minimum to the last digits and never makes one worse")
  func polish() {
    let rough = NelderMead().minimise(from: [-1.2, 1], step: [0.5, 0.5]) { Self.rosenbrock($0).value }
    let fine = NewtonPolish().polish(rough, Self.rosenbrock)
    #expect(fine.value <= rough.value && distance(fine.point, [1, 1]) < 1e-12)
    let saddle = Minimum(point: [0, 0], value: 0, evaluations: 1, isConverged: false)
    let kept = NewtonPolish().polish(saddle) { x in
      Slope(value: x[0] * x[0] - x[1] * x[1], gradient: [2 * x[0] + 1e-3, -2 * x[1]])
    }
    #expect(kept.point == [0, 0], "curvature is not positive there")
  }

  @Test("the curvature of a quadratic form is its matrix")
  func curvature() throws {
    let form = Curvature.hessian(at: [0.3, -2]) { x in
      Slope(value: 3 * x[0] * x[0] + x[0] * x[1] + 2 * x[1] * x[1], gradient: [6 * x[0] + x[1], x[0] + 4 * x[1]])
    }
    let elements = try #require(form).elements
    #expect(zip(elements, [6, 1, 1, 4]).allSatisfy { abs($0 - $1) < 1e-9 })
  }
}
