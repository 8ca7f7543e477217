extension String {
  /// An estimate, on the wide side, of the text's width in pixels at a font size in the usual system fonts.
  func extent(size: Double) -> Double { reduce(0) { $0 + $1.relativeWidth } * size }

  /// The text cut to a width, ended by `…` if something was cut.
  func truncated(toExtent width: Double, size: Double) -> String {
    guard extent(size: size) > width else { return self }
    var (out, used) = ("", Character("…").relativeWidth * size)
    for character in self {
      used += character.relativeWidth * size
      if used > width { break }
      out.append(character)
    }
    return out + "…"
  }

  /// The text in lines that fit a width, broken at spaces; a word that is too long is cut.
  func wrapped(toExtent width: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ").map(String.init) {
      if let last = lines.last, (last + " " + word).extent(size: size) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word.truncated(toExtent: width, size: size))
      }
    }
    return lines
  }
}

extension Character {
  /// Advance as a part of the font size.
  fileprivate var relativeWidth: Double {
    if terminalWidth == 2 { return 1 }
    switch self {
    case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", "I": return 0.33
    case "f", "r", "t", "(", ")", "[", "]", "-", " ", "/", "·": return 0.4
    case "m", "w", "M", "W", "%", "@", "—", "…": return 0.95
    case "0"..."9": return 0.62
    case "A"..."Z", "+", "−", "=", "<", ">": return 0.74
    default: return 0.6
    }
  }
}
