import Foundation
import Observatory
import Synchronization
import Testing

/// A cache in a folder that is gone afterwards, a clock that takes no time, and what the fetch told.
final class FetchBench: Sendable {
  let folder: String
  private let pauses = Mutex<[Duration]>([])
  private let words = Mutex<[String]>([])
  private let time = Mutex<Duration>(.zero)

  init() throws {
    // A thousand kills wait for the disk ten thousand times; memory, where a machine offers it as a folder, is as true.
    let memory = "/dev/shm"
    let place =
      FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
    folder = place + "/penstock-fetch-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The pauses that were made.
  var slept: [Duration] { pauses.withLock { $0 } }
  /// Everything the fetch told.
  var told: [String] { words.withLock { $0 } }

  var cache: DataCache { DataCache(folder + "/cache") }

  var clock: FetchClock {
    FetchClock(now: { self.time.withLock { $0 } }) { pause in
      try Task.checkCancellation()
      self.time.withLock { $0 += pause }
      self.pauses.withLock { $0.append(pause) }
    }
  }

  func fetch(
    _ series: [PublishedSeries], at moment: String = "2026-08-22T10:15:30Z", environment: [String: String] = [:],
    patience: Duration = .seconds(20), cache: DataCache? = nil,
    transport: (any Transport)? = nil, adjust: (inout DataFetch) -> Void = { _ in }
  ) async throws -> [FetchOutcome] {
    var fetch = DataFetch(into: cache ?? self.cache)
    fetch.transport = transport ?? WebTransport(patience: patience)
    fetch.clock = clock
    fetch.environment = environment
    fetch.progress = { told in self.words.withLock { $0.append("\(told)") } }
    adjust(&fetch)
    return try await fetch.run(series, vintage: try #require(Vintage(moment)))
  }

  /// The text of the newest snapshot.
  func text(of series: PublishedSeries) throws -> String {
    String(decoding: try #require(cache.newest(of: series)).table.csv, as: UTF8.self)
  }

  /// Every file below the folder and its bytes.
  func files() throws -> [String: [UInt8]] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: path).map(Array.init)
      }
    }
  }
}

/// A series by its name, at a server on this machine.
func series(_ id: String, at server: LoopbackServer) throws -> PublishedSeries {
  try #require(PublishedSeries.all.first { $0.id == id }).at(server.address)
}

extension FetchOutcome {
  var sidecar: Sidecar? { if case .kept(let sidecar) = result { sidecar } else { nil } }
  var failure: FetchError? {
    switch result {
    case .failed(let error), .passedOver(let error): error
    default: nil
    }
  }
}

/// Answers every question alike, without a wire.
struct FixedTransport: Transport {
  let text: String
  func answer(to request: WireRequest) async throws -> Answer { Answer(status: 200, body: Array(text.utf8)) }
}
