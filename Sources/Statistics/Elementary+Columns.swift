import CKernels

extension Elementary {
  /// Replaces each number of a column by its exponential, to the bit that of ``exp(_:)``. O(n), vectorized.
  public static func exp(each column: inout MutableSpan<Double>) {
    column.withUnsafeMutableBufferPointer { column in
      guard let numbers = column.baseAddress else { return }
      penstock_exp_each(numbers, Int64(column.count))
    }
  }

  /// Replaces each number of a column by its logarithm, to the bit that of ``log(_:)``. O(n), vectorized.
  public static func log(each column: inout MutableSpan<Double>) {
    column.withUnsafeMutableBufferPointer { column in
      guard let numbers = column.baseAddress else { return }
      penstock_log_each(numbers, Int64(column.count))
    }
  }
}
