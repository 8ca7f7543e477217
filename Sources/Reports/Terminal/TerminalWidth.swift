extension Character {
  /// The number of terminal cells the character takes: none for a mark, two for wide East Asian letters and emoji.
  var terminalWidth: Int {
    let scalars = unicodeScalars
    if scalars.contains(where: { $0.value == 0xfe0f || $0.properties.isEmojiPresentation }) { return 2 }
    return scalars.map(\.terminalWidth).max() ?? 0
  }
}

extension Unicode.Scalar {
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension StringProtocol {
  /// The number of terminal cells the text takes.
  var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }

  /// The text with control characters, and so escape sequences, replaced by spaces.
  var terminalSafe: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// The longest beginning that takes at most `width` cells, ended by `…` if something was cut.
  func truncated(toTerminalWidth width: Int) -> String {
    guard terminalWidth > width else { return String(self) }
    var (out, used) = ("", 1)
    for character in self {
      used += character.terminalWidth
      if used > width { break }
      out.append(character)
    }
    return width > 0 ? out + "…" : ""
  }

  /// The text in lines of at most `width` cells, broken at spaces where it can be.
  func wrapped(toTerminalWidth width: Int) -> [String] {
    var lines: [String] = [""]
    for word in split(separator: " ") {
      var rest = String(word)
      if lines[lines.count - 1].isEmpty {
      } else if lines[lines.count - 1].terminalWidth + 1 + rest.terminalWidth <= width {
        lines[lines.count - 1] += " " + rest
        continue
      } else {
        lines.append("")
      }
      while rest.terminalWidth > width, width > 0 {
        var (head, used) = ("", 0)
        while let next = rest.first, used == 0 || used + next.terminalWidth <= width {
          head.append(next)
          used += next.terminalWidth
          rest.removeFirst()
        }
        lines[lines.count - 1] = head
        if !rest.isEmpty { lines.append("") }
      }
      lines[lines.count - 1] += rest
    }
    return lines
  }
}
