import Foundation
import Reports
import Testing

@Suite struct JSONTests {
  @Test("Keys keep their order, numbers are shortest, what is not finite is null")
  func exactText() {
    let value: JSON = .object([
      ("z", .number(1)), ("a", .number(0.1)), ("big", .number(1e300)), ("nan", .number(.nan)),
      ("inf", .number(-.infinity)),
      ("cents", .integer(.min)), ("list", [true, nil, "x"]), ("none", .object([])), ("empty", []),
    ])
    #expect(
      value.text()
        == #"{"z":1,"a":0.1,"big":1e+300,"nan":null,"inf":null,"cents":-9223372036854775808,"list":[true,null,"x"],"none":{},"empty":[]}"#
    )
  }

  @Test("Pretty text is indented by two spaces and empty containers stay short")
  func prettyText() {
    let value: JSON = ["a": [1, 2.5], "b": [:]]
    #expect(value.text(pretty: true) == "{\n  \"a\": [\n    1,\n    2.5\n  ],\n  \"b\": {}\n}\n")
  }

  @Test("Every control character, quote and backslash is escaped and reads back")
  func escaping() throws {
    let text = String(String.UnicodeScalarView((0...0x7f).compactMap { Unicode.Scalar($0) })) + "é—😀\u{2028}"
    let written = JSON.array([.string(text)]).text()
    #expect(written.utf8.allSatisfy { $0 >= 0x20 })
    let read = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String])
    #expect(read == [text])
  }

  @Test("Every decimal reads back as the same double")
  func decimalsReadBack() {
    for value in [
      0.1, 1.0 / 3, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, -0.0, 123_456_789.125, 1e16, 2.5e-9,
    ] {
      let text = JSON.number(value).text()
      #expect(Double(text)?.bitPattern == value.bitPattern, "\(text)")
    }
  }

  @Test("Text inside a script element cannot end it")
  func embeddable() {
    #expect(JSON.string("</script>").embeddableText == #""\u003c/script>""#)
  }
}
