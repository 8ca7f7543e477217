/// Who publishes series: where, on what terms, and with how much patience.
public struct Publisher: Equatable, Sendable {
  /// A key the publisher gives to those who register, read from the environment and written nowhere.
  public struct Key: Equatable, Sendable {
    public enum Place: Equatable, Sendable {
      case query(String)
      /// A member of the JSON that is posted.
      case body(String)
    }

    public let variable: String
    public let place: Place
    /// Whether nothing is answered without it.
    public let isRequired: Bool
  }

  /// What commands and folders call it.
  public let id: String
  public let name: String
  /// The beginning of its addresses, without a slash at the end.
  public var address: String
  /// Licence, and what may be passed on.
  public let terms: String
  /// The least time from one request to the next, as the publisher asks, with a margin.
  public var pause: Duration
  public var key: Key?
  /// Whether it wants to know from every request whom to write to.
  public var wantsContact = false

  public static let all: [Publisher] = [
    .fred, .cboe, .newYorkFed, .fiscalData, .eia, .bls, .blsFiles, .sec, .coinMetrics,
  ]

  /// The variable that holds an e-mail address for publishers that want one.
  public static let contactVariable = "PENSTOCK_CONTACT"
}
