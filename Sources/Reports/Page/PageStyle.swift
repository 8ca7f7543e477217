/// The style sheet of a report.
enum PageStyle {
  static var css: String { Palette.variables + page + Palette.chartRules + print }

  private static let page = """
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:3rem 1.25rem 4rem;max-width:60rem;background:var(--paper);color:var(--ink);
      font:1rem/1.6 \(Palette.fontFamily)}
    h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.6rem);line-height:1.15;letter-spacing:-.02em;margin:0 0 .75rem;text-wrap:balance}
    h2{font-size:1.4rem;line-height:1.25;letter-spacing:-.01em;margin:3.5rem 0 1rem;padding-top:1rem;border-top:1px solid var(--grid)}
    p,ul{max-width:44rem;margin:0 0 1rem}
    ul{padding-left:1.2rem}
    a{color:var(--accent)}
    .lead{font-size:1.15rem;line-height:1.5;color:var(--muted)}
    nav{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;margin-top:1.25rem;font-size:.9rem}
    nav a{text-decoration:none}
    nav a:hover{text-decoration:underline}
    code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace}
    p code,li code,figcaption code,.lead code,footer code{background:var(--panel);padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}
    pre{background:var(--panel);border-radius:6px;padding:.9rem 1rem;overflow-x:auto;line-height:1.45;margin:0 0 1rem}
    figure{margin:1.75rem 0 2.25rem;position:relative}
    figcaption{max-width:44rem;margin-top:.5rem;font-size:.9rem;line-height:1.5;color:var(--muted)}
    figure svg.chart{display:block;width:100%;height:auto}
    .narrow{display:none}
    .gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17.5rem),1fr));gap:1.25rem;margin:1.5rem 0}
    .gallery figure{margin:0}
    .metrics{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:1px;margin:1.5rem 0 2rem;
      background:var(--grid);border:1px solid var(--grid);border-radius:8px;overflow:hidden}
    .metrics div{background:var(--paper);padding:.9rem 1rem}
    .metrics dt{font-size:.82rem;color:var(--muted);line-height:1.35}
    .metrics dd{margin:.15rem 0 0;font-size:1.55rem;font-weight:600;line-height:1.25;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
    .metrics dd.note{font-size:.82rem;font-weight:400;letter-spacing:0;line-height:1.4;color:var(--muted)}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.88rem;line-height:1.4;font-variant-numeric:tabular-nums;min-width:100%}
    th,td{padding:.42rem .7rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--grid)}
    th:first-child,td:first-child{padding-left:.25rem}
    th:last-child,td:last-child{padding-right:.25rem}
    thead th{border-bottom:1.5px solid var(--rule);color:var(--muted);font-weight:600;vertical-align:bottom}
    .number{text-align:right}
    td.number{white-space:nowrap}
    .sortable td:not(.number){min-width:8rem}
    td svg.chart{width:96px!important;display:inline-block!important;vertical-align:middle}
    th button{all:unset;cursor:pointer}
    th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    th button::after{content:'';display:inline-block;width:.9em;text-align:right;font-size:.8em}
    th[aria-sort=ascending] button::after{content:'▲'}
    th[aria-sort=descending] button::after{content:'▼'}
    .number button::after{width:auto}
    .number[aria-sort] button::after{width:1.2em}
    .heat{font-size:.78rem}
    .heat th,.heat td{padding:.36rem .45rem;text-align:right}
    .heat th:first-child{text-align:left;position:sticky;left:0;background:var(--paper);padding-right:.8rem;z-index:1}
    .heat tbody th{font-weight:400}
    .heat td.plus{background:rgb(var(--plus)/var(--w))}
    .heat td.minus{background:rgb(var(--minus)/var(--w))}
    .heat td.zero{color:var(--muted)}
    .heat td{white-space:nowrap}
    .heat tfoot th,.heat tfoot td{border-top:1.5px solid var(--rule);border-bottom:0;font-weight:600}
    details{margin:1.5rem 0;border:1px solid var(--grid);border-radius:8px;padding:0 1rem}
    details[open]{padding-bottom:.5rem}
    summary{cursor:pointer;padding:.75rem 0;font-weight:600}
    footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--grid);font-size:.85rem;color:var(--muted);overflow-wrap:anywhere}
    .tip{position:absolute;z-index:2;pointer-events:none;background:var(--paper);border:1px solid var(--rule);border-radius:6px;
      padding:.5rem .65rem;font-size:12px;line-height:1.5;box-shadow:0 3px 14px rgb(0 0 0/.14);white-space:nowrap;font-variant-numeric:tabular-nums}
    .tip b{display:block;margin-bottom:.15rem}
    .tip div{display:flex;justify-content:space-between;gap:1rem}
    .tip i{display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:.45rem;background:var(--ink)}
    \((1...Palette.seriesCount).map { ".tip i.c\($0){background:var(--series-\($0))}" }.joined())
    .chart .cursor{stroke:var(--rule);pointer-events:none}
    .chart .spot{fill:var(--ink);stroke:var(--paper);stroke-width:1.5;pointer-events:none}
    \((1...Palette.seriesCount).map { ".chart .spot.c\($0){fill:var(--series-\($0))}" }.joined())
    @media (max-width:640px){
      body{padding:1.75rem 1rem 3rem}
      h2{margin-top:2.5rem}
      .wide{display:none}
      .narrow{display:block}
      .metrics{grid-template-columns:1fr 1fr}
      .metrics dd{font-size:1.25rem}
    }

    """

  private static let print = """
    @media print{
      @page{margin:18mm 16mm}
      body{padding:0;max-width:none;font-size:10pt}
      nav,.tip{display:none}
      .wide{display:block}
      .narrow{display:none}
      figure,.metrics,tr{break-inside:avoid}
      h2,summary{break-after:avoid}
      .scroll{overflow:visible}
      pre{white-space:pre-wrap}
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
}
