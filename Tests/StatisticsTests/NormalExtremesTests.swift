import CKernels
import Statistics
import Testing

@Suite("The ends of the uniform")
struct NormalExtremesTests {
  @Test("the least and greatest words are half a step inside (0, 1), and their normals are finite and opposite")
  func extremes() {
    let least = penstock_uniform(0, 0)
    let greatest = penstock_uniform(.max, .max)
    #expect(least == 0x1p-53 && greatest == 1 - 0x1p-53)
    #expect(Elementary.normalQuantile(greatest) == -Elementary.normalQuantile(least))
    #expect(abs(Elementary.normalQuantile(least) + 8.209536151601387) < 1e-14)
  }

  @Test("the last twelve bits of the second word are not used, every other bit is")
  func bitsUsed() {
    #expect(penstock_uniform(5, 0) == penstock_uniform(5, 0xfff))
    #expect(penstock_uniform(5, 0x1000) - penstock_uniform(5, 0) == 0x1p-52)
    for bit in 0..<32 { #expect(penstock_uniform(1 << bit, 0) - penstock_uniform(0, 0) == 1 / Double(1 << (32 - bit))) }
  }
}
