import Quantities

/// A series as its publisher offers it.
public struct PublishedSeries: Sendable {
  public let publisher: Publisher
  /// The publisher's own name of it.
  public let name: String
  public let title: String
  public let format: any SeriesFormat
  /// Terms of this series when they are not its publisher's.
  public var ownTerms: String?

  /// `fred/DGS10`: what commands call it, and its folder in the cache.
  public var id: String { "\(publisher.id)/\(name)" }
  public var terms: String { ownTerms ?? publisher.terms }

  /// The same series at another address, such as a mirror or a server on this machine.
  public func at(_ address: String) -> PublishedSeries {
    var publisher = publisher
    publisher.address = address
    return PublishedSeries(publisher: publisher, name: name, title: title, format: format, ownTerms: ownTerms)
  }

  /// Every series Penstock reads, by publisher.
  public static let all: [PublishedSeries] =
    fred + cboe + newYorkFed + fiscalData + eia + bls + sec + coinMetrics

  /// The series that words ask for: a publisher, a series with or without its publisher, or a table made of several;
  /// case does not matter.
  ///
  /// - Throws: ``DataError`` naming the nearest word there is.
  public static func matching(_ words: [String]) throws(DataError) -> [PublishedSeries] {
    guard !words.isEmpty else { return all }
    var wanted: [String] = []
    for word in words.map({ $0.lowercased() }) {
      let table = MonitorTable.all.first { $0.isCalled(word) }
      let found = all.filter { series in
        [series.publisher.id, series.id, series.name].contains { $0.lowercased() == word }
          || table?.uses(series.id) == true
      }
      guard !found.isEmpty else { throw unknown(word) }
      wanted += found.map(\.id)
    }
    return all.filter { wanted.contains($0.id) }
  }

  private static func unknown(_ word: String) -> DataError {
    let names = Publisher.all.map(\.id) + all.flatMap { [$0.id, $0.name] } + MonitorTable.all.map(\.name)
    let publishers = Publisher.all.map(\.id).joined(separator: ", ")
    let cure = word.nearest(among: names).map { "did you mean '\($0)'?" } ?? "the publishers are \(publishers)"
    return DataError(.notFound, file: word, "there is no such publisher, series or table", cure: cure)
  }
}
