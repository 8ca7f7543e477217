/// The volatility indices of the S&P 500 by horizon.
///
/// Sources: Cboe, VIX Index methodology and those of VIX9D, VIX3M and VIX6M.
public enum VolatilityIndex: UInt8, Sendable, Codable, CaseIterable {
  case vix9D, vix, vix3M, vix6M

  /// The horizon in calendar days.
  public var days: Double {
    switch self {
    case .vix9D: 9
    case .vix: 30
    case .vix3M: 93
    case .vix6M: 184
    }
  }

  public var name: String {
    switch self {
    case .vix9D: "VIX9D"
    case .vix: "VIX"
    case .vix3M: "VIX3M"
    case .vix6M: "VIX6M"
    }
  }
}
