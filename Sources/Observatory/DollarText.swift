import Quantities

extension Amount {
  /// Whole billions for a sentence: `$350 billion`.
  var billions: String {
    let whole = (value / 1e9).rounded()
    return "$" + (abs(whole) < 1e15 ? "\(Int64(whole))" : "\(whole)") + " billion"
  }
}
