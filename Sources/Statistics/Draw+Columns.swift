import CKernels
import Quantities

extension Draw {
  /// Fills a column with one uniform a holder, each equal to ``uniform(_:of:on:index:)`` at its address.
  ///
  /// Fills as many rows as both columns have. O(n), vectorized.
  public func fillUniform(
    _ stream: Stream, of holders: Swift.Span<UInt32>, on day: Day, index: UInt16 = 0,
    into column: inout MutableSpan<Double>
  ) {
    fill(stream, of: holders, on: day, index: index, into: &column, by: penstock_fill_uniform)
  }

  /// Fills a column with one standard normal a holder, each equal to ``normal(_:of:on:index:)`` at its address.
  ///
  /// Fills as many rows as both columns have. O(n), vectorized.
  public func fillNormal(
    _ stream: Stream, of holders: Swift.Span<UInt32>, on day: Day, index: UInt16 = 0,
    into column: inout MutableSpan<Double>
  ) {
    fill(stream, of: holders, on: day, index: index, into: &column, by: penstock_fill_normal)
  }

  private typealias Fill = (
    UnsafeMutablePointer<Double>, UnsafePointer<UInt32>, UInt32, UInt32, UInt32, UInt64, Int64
  ) -> Void

  private func fill(
    _ stream: Stream, of holders: Swift.Span<UInt32>, on day: Day, index: UInt16,
    into column: inout MutableSpan<Double>, by fill: Fill
  ) {
    holders.withUnsafeBufferPointer { holders in
      column.withUnsafeMutableBufferPointer { column in
        guard let target = column.baseAddress, let source = holders.baseAddress else { return }
        fill(
          target, source, UInt32(bitPattern: day.number), Draw.address(stream, index), replicate, seed,
          Int64(min(holders.count, column.count)))
      }
    }
  }
}
