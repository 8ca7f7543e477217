/// Whole numbers at a fixed address, one for each cell of a table; zero at first.
///
/// The ledger writes them millions of times a second. An array in a class would ask at every write whether anyone else
/// holds or changes it, which costs more than the addition. The ledger gives the memory back.
struct Cells {
  let base: UnsafeMutablePointer<Int64>
  let count: Int

  init(count: Int) {
    self.count = count
    base = .allocate(capacity: count)
    base.initialize(repeating: 0, count: count)
  }

  func deallocate() { base.deallocate() }

  /// - Precondition: the index is that of a cell; every index is made of cases of enumerations.
  subscript(index: Int) -> Int64 {
    @inline(__always) get { base[index] }
    @inline(__always) nonmutating set { base[index] = newValue }
  }

  var numbers: UnsafeBufferPointer<Int64> { UnsafeBufferPointer(start: base, count: count) }

  /// Takes as many numbers as there are cells.
  func fill(_ numbers: some Sequence<Int64>) {
    for (index, number) in zip(0..<count, numbers) { base[index] = number }
  }
}
