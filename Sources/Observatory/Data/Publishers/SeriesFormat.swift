import Quantities

/// How a publisher's series is asked for and how its answers are read.
public protocol SeriesFormat: Sendable {
  var columns: [SnapshotTable.Column] { get }
  var keyCount: Int { get }

  /// The requests that are known before anything was answered, in order.
  func requests(through day: Day, withKey: Bool) -> [SeriesRequest]

  /// The rows in an answer, and the request for the rest when the publisher gave only a page of it.
  ///
  /// - Throws: ``FetchError`` when the answer is cut off or in no format of the publisher's.
  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage
}

extension SeriesFormat {
  public var keyCount: Int { 1 }
}

/// What one answer holds.
public struct SeriesPage: Equatable, Sendable {
  public var rows: [[String]]
  public var next: SeriesRequest?

  public init(_ rows: [[String]], next: SeriesRequest? = nil) { (self.rows, self.next) = (rows, next) }
}
