/// A property of a household that is not a balance: its age, its wage, where it works.
public struct Trait: Sendable, Equatable {
  public let name: String
  public init(_ name: String) { self.name = name }
}

/// The traits of a population, one column of 32-bit numbers each. Money in a trait is in cents.
public final class Traits: @unchecked Sendable {
  public let count: Int
  private(set) var names: [String] = []
  private var columns: [UnsafeMutablePointer<Int32>] = []
  /// What a trait reads as that the population never had. Reading adds no column: lanes read at once.
  private let zeros: UnsafeMutablePointer<Int32>

  public init(count: Int) {
    self.count = count
    zeros = Traits.column(count)
  }

  deinit {
    columns.forEach { $0.deallocate() }
    zeros.deallocate()
  }

  private static func column(_ count: Int) -> UnsafeMutablePointer<Int32> {
    let column = UnsafeMutablePointer<Int32>.allocate(capacity: max(count, 1))
    column.initialize(repeating: 0, count: max(count, 1))
    return column
  }

  /// Adds a column, or replaces its values.
  ///
  /// - Precondition: one value for each household; only openings and checkpoints call this.
  public func set(_ trait: Trait, _ values: [Int32]) {
    precondition(values.count == count, "\(trait.name) has \(values.count) values for \(count) households")
    pointer(trait).update(from: values, count: count)
  }

  /// The column of a trait, read-only; all zeros if the population never had it.
  public subscript(trait: Trait) -> UnsafePointer<Int32> {
    UnsafePointer(names.firstIndex(of: trait.name).map { columns[$0] } ?? zeros)
  }

  /// A copy of a trait's column, to be changed and handed back to ``Turn/set(_:_:)``.
  public func values(_ trait: Trait) -> [Int32] {
    Array(UnsafeBufferPointer(start: self[trait], count: count))
  }

  func pointer(_ trait: Trait) -> UnsafeMutablePointer<Int32> {
    if let index = names.firstIndex(of: trait.name) { return columns[index] }
    let column = Traits.column(count)
    names.append(trait.name)
    columns.append(column)
    return column
  }

  /// Drops every column; only a checkpoint calls this.
  func removeAll() {
    columns.forEach { $0.deallocate() }
    (names, columns) = ([], [])
  }

  /// Name and values of every column, in order of name.
  var sorted: [(name: String, values: UnsafeBufferPointer<Int32>)] {
    names.indices.sorted { names[$0] < names[$1] }
      .map { (names[$0], UnsafeBufferPointer(start: columns[$0], count: count)) }
  }
}

/// The traits a population rule may write for the rows of its block.
public struct Notes: ~Copyable {
  let columns: [UnsafeMutablePointer<Int32>]
  let first: Int
  /// The block's part of the n-th trait the rule declared.
  public subscript(note: Int) -> UnsafeMutablePointer<Int32> { columns[note] + first }
}
