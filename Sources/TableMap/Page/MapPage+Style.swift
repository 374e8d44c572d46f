import Reports

extension MapPage {
    /// Rules beside those that all pages have.
    static let style: HTML = """
        \(MapStyle.colours)
        \(layout)
        \(kindRules)
        """

    private static let layout: HTML = """
        .script-only { display: none !important; }
        .scripted .script-only { display: revert !important; }
        .tools { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); padding: .5rem 0; }
        .find { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
        .find label { display: inline-flex; gap: .5rem; align-items: center; }
        .scripted .find label { display: inline-flex !important; }
        .find input[type=search], .find select {
          font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px;
          padding: .3rem .5rem; min-height: 2.25rem; max-width: 100%;
        }
        .find input[type=search] { width: 20rem; }
        .kinds { display: flex; flex-wrap: wrap; gap: .1rem 1rem; border: 0; margin: .5rem 0 0; padding: 0; }
        .kinds legend { float: left; padding: 0; margin-right: .25rem; color: var(--soft); line-height: 1.9rem; }
        .kinds label { display: inline-flex; gap: .35rem; align-items: center; min-height: 1.9rem; cursor: pointer; font-size: .9rem; }
        .kinds input, .check input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); }
        .swatch { display: inline-block; width: 1.35rem; height: 1.35rem; line-height: 1.25rem; text-align: center; font-size: .75rem; }
        .swatch, .grid a {
          background: var(--fill); color: var(--text); border: 1px solid var(--edge); border-radius: 4px;
          font-family: ui-monospace, monospace; font-weight: 600; text-decoration: none;
        }
        .obsolete .swatch, .reserved .swatch, .unimplemented .swatch, .grid .obsolete a, .grid .reserved a,
        .grid .unimplemented a { border-style: dashed; }
        .keys { margin: .5rem 0; font-size: .9rem; }
        .keys summary { cursor: pointer; color: var(--soft); width: fit-content; }
        kbd { font: .85em ui-monospace, monospace; border: 1px solid var(--soft); border-radius: 3px; padding: 0 .3em; }

        section.map { margin-top: 1rem; }
        .map h2 { margin: 0 0 .5rem; }
        .board { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 44rem) minmax(18rem, 1fr); align-items: start; }
        .pair .board { grid-template-columns: minmax(0, 1fr); }
        .grids { display: grid; gap: 1rem 2rem; }
        .pair .grids { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
        figure { margin: 0; min-width: 0; }
        figcaption { margin-bottom: .5rem; overflow-wrap: anywhere; }
        .band-note { display: block; }
        table.grid { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; }
        .grid th, .grid td { border: 0; padding: 1.5px; text-align: center; vertical-align: middle; }
        .grid th { color: var(--soft); font: 400 .7rem/1 ui-monospace, monospace; }
        .grid thead td, .grid tr > th:first-child { width: 2.6rem; text-align: right; padding-right: .5rem; }
        .grid tbody tr:hover { background: none; }
        .grid a { display: block; height: 1.6rem; line-height: 1.5rem; font-size: .75rem; position: relative; }
        .grid .static a, .grid .compat a, .grid .obsolete a { font-weight: 400; }
        .grid td.band { background: var(--band); padding: 2.5px 1.5px; }
        .grid td.first { border-radius: 6px 0 0 6px; padding-left: 3px; }
        .grid td.last { border-radius: 0 6px 6px 0; padding-right: 3px; }
        .grid td.first.last { border-radius: 6px; }
        .grid .differs a::after {
          content: ""; position: absolute; top: -1px; right: -1px; border: .32rem solid; border-top-right-radius: 4px;
          border-color: var(--ink) var(--ink) transparent transparent;
        }
        .grid .breaks a::after { border-color: var(--mark) var(--mark) transparent transparent; border-width: .45rem; }
        .grid td a:hover { outline: 2px solid var(--ink); outline-offset: 0; }
        .grid td a:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; z-index: 1; }
        .grid td a[aria-current] { outline: 3px solid var(--ink); outline-offset: 0; z-index: 1; }
        .grid td a[aria-current]:focus-visible { outline-color: var(--link); outline-offset: 1px; }
        .grid td.away a { opacity: .18; }

        .details { position: sticky; top: 8rem; max-height: calc(100vh - 9rem); overflow: auto; border: 1px solid var(--line);
          border-radius: 8px; padding: 1rem; background: var(--paper); }
        .pair .details { top: auto; bottom: 0; z-index: 2; max-height: 38vh; box-shadow: 0 -.5rem 1rem var(--paper); }
        /* What has the focus is never behind the search or the details. */
        html { scroll-padding: 9rem 0 2rem; }
        html:has(.pair) { scroll-padding: 9rem 0 42vh; }
        .details article { display: none; outline-offset: .25rem; }
        .details article:target, .details article.shown { display: block; }
        .scripted .details article:not(.shown) { display: none; }
        .details:has(article.shown) .hint, .details:has(article:target) .hint { display: none; }
        .details h3 { margin: 0 0 .5rem; font-size: 1.1rem; overflow-wrap: anywhere; }
        .details h4 { margin: .5rem 0 .25rem; font-size: .9rem; overflow-wrap: anywhere; }
        .details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .75rem; margin: 0; }
        .details dt { color: var(--soft); font-size: .875rem; }
        .details dd { margin: 0; font-size: .9375rem; overflow-wrap: anywhere; }
        .changes { padding-left: 1.1rem; }
        .pair .sides { display: grid; gap: .5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); }
        .scripted section.map[hidden] { display: none; }

        body:has(#differing:checked) .grid td:not(.differs) a { opacity: .18; }

        @media (max-width: 68rem) {
          .board { grid-template-columns: minmax(0, 1fr); }
          .details { top: auto; bottom: 0; z-index: 2; max-height: 38vh; box-shadow: 0 -.5rem 1rem var(--paper); }
          html { scroll-padding: 9rem 0 42vh; }
        }
        @media (max-width: 60rem) { .pair .grids { grid-template-columns: minmax(0, 1fr); } }
        @media (max-width: 40rem) {
          html, html:has(.pair) { scroll-padding: 1rem 0 42vh; }
          .tools { position: static; }
          .details { padding: .6rem .75rem; }
          .find input[type=search] { width: 100%; }
          .find label:has(#query) { flex: 1 1 100%; }
          .grid thead { position: absolute; left: -100vw; }
          .grid, .grid tbody { display: block; }
          .grid tr { display: grid; grid-template-columns: 2.4rem repeat(10, minmax(0, 1fr)); }
          .grid tr > th:first-child { width: auto; align-self: center; }
          .grid td:nth-child(12) { grid-column-start: 2; }
          .grid a { height: 1.75rem; line-height: 1.65rem; }
        }
        @media print {
          .tools, .keys, .details { display: none; }
          .grid a { print-color-adjust: exact; }
        }
        """

    /// Without the script as well, a box that is not checked fades what it names.
    private static var kindRules: HTML {
        let rules = TableMap.Kind.allCases.map { kind -> HTML in
            "body:has(#show-\(kind.rawValue):not(:checked)) .grid td.\(kind.rawValue) a { opacity: .18; }"
        }
        return rules.joined(by: "\n")
    }
}
