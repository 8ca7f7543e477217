import Quantities

/// The realised variance of the last n returns, with equal weights.
///
///     σ² = 252/n · Σ r²          the mean is taken as zero
///
/// The return that leaves the window moves σ as much as the one that enters; funds that target this estimator trade on
/// a date known n days ahead. Until n returns have been seen there is no variance. A missing return (`nan`) is skipped.
/// Updating is O(1); reading is O(n) and sums afresh, so no rounding error builds up.
public struct WindowVariance: Sendable, Codable, Equatable {
  public let window: Int
  private var squares: [Double] = []
  private var oldest = 0

  /// An empty window of at least one day.
  public init(window: Int) { self.window = max(1, window) }

  /// A window full of days of the same volatility.
  public init(window: Int, at volatility: Volatility) {
    self.init(window: window)
    squares = [Double](repeating: volatility.value * volatility.value / 252, count: self.window)
  }

  public mutating func update(_ dailyReturn: Double) {
    guard !dailyReturn.isNaN else { return }
    let square = dailyReturn * dailyReturn
    guard squares.count == window else { return squares.append(square) }
    squares[oldest] = square
    oldest = (oldest + 1) % window
  }

  /// The annual volatility; nil until the window is full.
  public var volatility: Volatility? {
    guard squares.count == window else { return nil }
    return Volatility((252 / Double(window) * squares.reduce(0, +)).squareRoot())
  }

  /// The magnitude of the return that the next update drops; nil until the window is full.
  public var nextDropOff: Double? { squares.count == window ? squares[oldest].squareRoot() : nil }
}
