/// The colours and letters of charts, as CSS for light and for dark.
///
/// Series colours keep their order of lightness and stay apart under protanopia, deuteranopia and tritanopia (after
/// Okabe and Ito (2008), *Color Universal Design*, darkened to at least 3:1 against white and lightened for black).
public enum Palette {
  /// How many series have a colour of their own; later ones begin again, dashed.
  public static let seriesCount = 8

  private static let colours: [(name: String, light: String, dark: String)] = [
    ("paper", "#ffffff", "#14181d"), ("panel", "#f5f7f9", "#1c2229"), ("ink", "#1b2129", "#e8ecf1"),
    ("muted", "#5a6572", "#9aa6b4"), ("grid", "#e4e8ec", "#2b333c"), ("rule", "#9aa5b1", "#566270"),
    ("accent", "#0a5ca8", "#6db5f2"), ("plus", "0 104 170", "86 170 240"), ("minus", "200 80 0", "250 140 70"),
    ("series-1", "#0068aa", "#56aaf0"), ("series-2", "#c85000", "#fa8c46"), ("series-3", "#00875f", "#3cc896"),
    ("series-4", "#9b4a94", "#d792d2"), ("series-5", "#a87900", "#e3bb4f"), ("series-6", "#3d98c9", "#9ad7f7"),
    ("series-7", "#59626e", "#a9b4c0"), ("series-8", "#8c1c4b", "#e8799f"),
  ]

  /// Custom properties for both schemes; a page that prints is light.
  static var variables: String {
    func declarations(_ value: (String, String, String) -> String) -> String {
      colours.map { "--\($0.name):\(value($0.name, $0.light, $0.dark))" }.joined(separator: ";")
    }
    return """
      :root{color-scheme:light dark;\(declarations { _, light, _ in light })}
      @media screen and (prefers-color-scheme:dark){:root{\(declarations { _, _, dark in dark })}}

      """
  }

  /// The class of a series by its place.
  static func series(_ index: Int) -> String { "c\(index % seriesCount + 1)" + (index >= seriesCount ? " dashed" : "") }

  /// Rules for the classes charts use, in terms of the custom properties.
  static var chartRules: String {
    let series = (1...seriesCount).map {
      """
      .chart .line.c\($0),.chart .ring.c\($0){stroke:var(--series-\($0))}
      .chart .area.c\($0),.chart .dot.c\($0),.chart .name.c\($0){fill:var(--series-\($0))}
      """
    }
    return """
      .chart{font-family:\(fontFamily);font-size:12px;font-variant-numeric:tabular-nums}
      .chart text{fill:var(--ink)}
      .chart .title{font-size:15px;font-weight:600}
      .chart .subtitle,.chart .tick{fill:var(--muted)}
      .chart .value{fill:var(--muted)}
      .chart .halo{stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
      .chart .paper{fill:var(--paper)}
      .chart .grid{stroke:var(--grid)}
      .chart .axis{stroke:var(--rule)}
      .chart .mark{stroke:var(--rule);stroke-dasharray:2 3}
      .chart .line{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
      .chart .total{fill:none;stroke:var(--ink);stroke-width:1.8;stroke-linejoin:round}
      .chart .under{stroke:var(--paper);stroke-width:4.5;stroke-opacity:.75}
      .chart .dashed{stroke-dasharray:5 4}
      .chart .area{stroke:none}
      .chart .band{stroke:none;fill-opacity:.2}
      .chart .depth-2{fill-opacity:.36}
      .chart .depth-3{fill-opacity:.49}
      .chart .depth-4{fill-opacity:.59}
      .chart .ring{fill:var(--paper);stroke-width:1.8}
      .chart .thick{stroke-width:3;stroke-linecap:butt}
      .chart .stripe{fill:var(--panel)}
      \(series.joined(separator: "\n"))

      """
  }

  /// The rules with literal colours, for files that must stand alone.
  static var standaloneStyle: String {
    let light = colours.reduce(chartRules) { $0.replacing("var(--\($1.name))", with: $1.light) }
    let dark = colours.reduce(chartRules) { $0.replacing("var(--\($1.name))", with: $1.dark) }
    return light + "@media screen and (prefers-color-scheme:dark){\n" + dark + "}\n"
  }

  static let fontFamily = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
}
