import Foundation
import Statistics

/// The answers of a fetch of many pages that was cut short, so that the next one need not ask for them again.
///
/// Answers older than ``longest`` are not used: pages of different days do not fit together.
struct UnfinishedFetch {
  static let longest: Int64 = 6 * 3600

  private let folder: String
  private let file: DurableFile

  init(of series: PublishedSeries, in cache: DataCache, vintage: Vintage) throws {
    folder = "\(cache.path)/unfinished/\(series.id)"
    file = cache.file
    let begun = DataCache.bytes(folder + "/begun").flatMap { Vintage(String(decoding: $0, as: UTF8.self).prefix(20)) }
    if let begun, (0...Self.longest).contains(vintage.seconds - begun.seconds) { return }
    try? FileManager.default.removeItem(atPath: folder)
    try DataCache.make(folder)
    try file.write(Array("\(vintage)\n".utf8), to: folder + "/begun")
  }

  func answer(to request: SeriesRequest) -> [UInt8]? { DataCache.bytes(place(of: request)) }

  func keep(_ body: [UInt8], answering request: SeriesRequest) throws { try file.write(body, to: place(of: request)) }

  func finish() { try? FileManager.default.removeItem(atPath: folder) }

  private func place(of request: SeriesRequest) -> String {
    folder + "/" + SHA256.hex(of: (request.url(at: "") + "\n" + (request.body ?? "")).utf8).prefix(32)
  }
}
