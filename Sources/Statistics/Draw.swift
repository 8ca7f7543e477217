import CKernels
import Quantities

/// The name of one use of chance. A mechanism declares its own in an extension:
///
///     extension Stream { static let orderNoise = Stream(17) }
///
/// Two uses of one number share their luck, so numbers are unique across the model.
public struct Stream: Sendable, Hashable {
  public let number: UInt16
  public init(_ number: UInt16) { self.number = number }
}

/// Random numbers that have an address, not a history.
///
///     counter = (holder, day, stream << 16 | index, replicate)
///     key     = seed
///     words   = Philox-4x32-10(counter, key)
///
/// A draw is a pure function of its address: adding a mechanism changes nobody else's luck, two scenarios with one
/// seed are a paired experiment, and the number of threads changes nothing. `index` tells apart several draws of one
/// holder on one day in one stream. All distributions invert a distribution function at ``uniform(_:of:on:index:)``, so
/// they are monotone in one number and draws under two parameters stay as close as they can be.
///
/// Sources: Salmon et al. (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11.
/// Verified by: the Random123 known-answer vectors in `DrawTests`.
public struct Draw: Sendable, Hashable {
  public let seed: UInt64
  public let replicate: UInt32

  public init(seed: UInt64, replicate: UInt32) { (self.seed, self.replicate) = (seed, replicate) }

  /// The four random words at an address.
  public func words(
    _ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    Philox.words(
      counter: (holder, UInt32(bitPattern: day.number), Draw.address(stream, index), replicate), key: seed)
  }

  /// Uniform on the open interval (0, 1): (k + ½)·2⁻⁵² with k the first 52 bits at the address.
  ///
  /// Neither 0 nor 1 can occur, and both u and 1 - u are exact.
  public func uniform(_ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0) -> Double {
    let words = words(stream, of: holder, on: day, index: index)
    return penstock_uniform(words.0, words.1)
  }

  /// True with a probability; never at 0 or below, always at 1 or above, never for nan.
  public func bernoulli(
    _ probability: Double, _ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0
  ) -> Bool {
    uniform(stream, of: holder, on: day, index: index) < probability
  }

  /// Standard normal, z = Φ⁻¹(u); |z| is at most 8.21.
  public func normal(_ stream: Stream, of holder: UInt32, on day: Day, index: UInt16 = 0) -> Double {
    Elementary.normalQuantile(uniform(stream, of: holder, on: day, index: index))
  }

  static func address(_ stream: Stream, _ index: UInt16) -> UInt32 { UInt32(stream.number) << 16 | UInt32(index) }
}

/// The block function under ``Draw``, open so that the published vectors can be checked.
public enum Philox {
  /// Philox-4x32-10 of a counter and a 64-bit key, low word first.
  public static func words(
    counter: (UInt32, UInt32, UInt32, UInt32), key: UInt64
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8) { cells in
      cells[0] = counter.0
      cells[1] = counter.1
      cells[2] = counter.2
      cells[3] = counter.3
      let words = cells.baseAddress! + 4
      penstock_philox(cells.baseAddress!, key, words)
      return (words[0], words[1], words[2], words[3])
    }
  }
}
