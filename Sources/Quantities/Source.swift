/// Where a number comes from. Every parameter and every opening figure states one.
public enum Source: Sendable, Equatable {
  /// A published study.
  case paper(_ citation: String, at: String? = nil)
  /// A statistical release: publisher, series, and the date the value is for.
  case release(_ publisher: String, series: String, asOf: String)
  /// A law, regulation, index rule book or contract.
  case rule(_ citation: String)
  /// Fitted by our own calibration.
  case calibrated(_ calibration: String)
  /// Nobody has measured it; we chose it for this reason. Counted, and the count may only fall.
  case assumed(because: String)

  public var isAssumed: Bool { if case .assumed = self { true } else { false } }
}

extension Source: CustomStringConvertible {
  public var description: String {
    switch self {
    case .paper(let citation, let place): place.map { "\(citation), \($0)" } ?? citation
    case .release(let publisher, let series, let date): "\(publisher), \(series), \(date)"
    case .rule(let citation): citation
    case .calibrated(let name): "calibration \(name)"
    case .assumed(let reason): "assumed: \(reason)"
    }
  }
}
