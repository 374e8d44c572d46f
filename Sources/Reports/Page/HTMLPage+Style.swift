extension HTMLPage {
    /// How pages look: on light and on dark, on narrow screens and on paper. A class that is named after an impact
    /// colours what has it; the word stands beside the colour everywhere. The check boxes of `.filter` hide what they
    /// name, without a script.
    static let style: HTML = """
        :root {
          --paper: #ffffff; --ink: #1c2024; --soft: #59636e; --line: #d0d7de; --shade: #f3f5f7; --link: #0550ae;
          --binary-break: #a40e26; --source-break: #8a4600; --compatible: #116329; --information: #445161;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14171b; --ink: #e3e7eb; --soft: #9ea7b1; --line: #3a4149; --shade: #1d2126; --link: #79b8ff;
            --binary-break: #ff8f8f; --source-break: #f0ad5c; --compatible: #6fd388; --information: #a9b4c0;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 .25rem; }
        h1, h2, p { overflow-wrap: anywhere; }
        code { font: .9em/1.4 ui-monospace, monospace; unicode-bidi: isolate; white-space: pre-wrap; }
        h1 code, h2 code { font-size: 1em; }
        p, ul { margin: .25rem 0 .75rem; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .soft { color: var(--soft); font-size: .875rem; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { position: static; }

        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; }
        table.wide { width: 100%; }
        caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
        th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th { font-weight: 600; }
        thead th { color: var(--soft); font-size: .875rem; }
        td .soft { display: block; }
        .change { white-space: nowrap; }
        .reason { min-width: 20rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .none { color: var(--soft); }

        .impact { font-weight: 600; white-space: nowrap; }
        .binary-break .impact { color: var(--binary-break); }
        .source-break .impact { color: var(--source-break); }
        .compatible .impact { color: var(--compatible); }
        .information .impact { color: var(--information); }
        tbody tr:hover { background: var(--shade); }

        .filter {
          position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center;
          margin: 1.5rem 0 0; padding: .5rem 0; border: 0; border-bottom: 1px solid var(--line); background: var(--paper);
        }
        .filter legend { float: left; padding: 0; color: var(--soft); }
        .filter label { display: inline-flex; gap: .4rem; align-items: center; cursor: pointer; }
        .filter input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--link); }
        section { scroll-margin-top: 4rem; }
        body:has(#show-binary-break:not(:checked)) tbody.binary-break,
        body:has(#show-source-break:not(:checked)) tbody.source-break,
        body:has(#show-compatible:not(:checked)) tbody.compatible,
        body:has(#show-information:not(:checked)) tbody.information { display: none; }

        @media (max-width: 48rem) {
          body { padding: 1rem; }
          table.wide, table.wide tbody, table.wide tr, table.wide td, table.wide th { display: block; }
          table.wide thead { position: absolute; left: -100vw; }
          table.wide tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
          table.wide td, table.wide th { padding: .1rem 0; border: 0; text-align: left; }
          table.wide .number, table.wide th, table.wide .change, table.wide .soft { display: inline; padding-right: .5rem; }
          table.wide .reason { min-width: 0; }
          table.wide td:empty { display: none; }
          table.wide td[data-head]::before { content: attr(data-head) ": "; color: var(--soft); font-size: .875rem; }
        }
        @media print {
          body { max-width: none; padding: 0; }
          .filter { display: none; }
          tr { break-inside: avoid; }
        }
        """
}
