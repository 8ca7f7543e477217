/// p-values of many tests at once, so that one in twenty is not found by looking twenty times.
public enum MultipleTests {
  /// Holm's p-values: reject those at most α and the chance of any false rejection is at most α, whatever the
  /// dependence between tests.
  ///
  ///     p̃_(j) = max_{i ≤ j} min(1, (m − i + 1) p_(i)),   p_(1) ≤ ... ≤ p_(m)
  ///
  /// A p-value that is nan stays nan and is not counted. Source: Holm (1979), Scandinavian Journal of Statistics 6(2).
  public static func holm(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.filter { !pValues[$0].isNaN }.sorted { pValues[$0] < pValues[$1] }
    var adjusted = pValues
    var largest = 0.0
    for (place, index) in order.enumerated() {
      largest = max(largest, min(1, Double(order.count - place) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Romano and Wolf's step-down p-values: as Holm's, but with the dependence between tests that a bootstrap shows, so
  /// that nothing is lost where tests say the same thing twice.
  ///
  ///     p_j = (1 + #{b : max_{i ≥ j} |t*_{b,(i)}| ≥ |t_(j)|})/(B + 1),   then made increasing;  |t_(1)| ≥ ... ≥ |t_(m)|
  ///
  /// - Parameters:
  ///   - statistics: |t| or t of each test; nan for one that is not counted.
  ///   - samples: for every bootstrap sample the same statistics, centred on the estimate.
  ///
  /// Source: Romano and Wolf (2016), Statistics and Probability Letters 113, equations 3 to 5.
  public static func romanoWolf(_ statistics: [Double], samples: [[Double]]) -> [Double] {
    let order = statistics.indices.filter { !statistics[$0].isNaN }
      .sorted { statistics[$0].magnitude > statistics[$1].magnitude }
    var beaten = [Int](repeating: 0, count: order.count)
    for sample in samples where sample.count == statistics.count {
      var largest = 0.0
      for place in order.indices.reversed() {
        largest = max(largest, sample[order[place]].magnitude)
        if largest >= statistics[order[place]].magnitude { beaten[place] += 1 }
      }
    }
    var adjusted = statistics.map { _ in Double.nan }
    var largest = 0.0
    for (place, index) in order.enumerated() {
      largest = max(largest, Double(1 + beaten[place]) / Double(samples.count + 1))
      adjusted[index] = largest
    }
    return adjusted
  }
}
