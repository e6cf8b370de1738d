// The dress of the house (platform/html/styles), in one piece: the report brings everything along. No sign in it that
// HTML would escape.
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #16202e; --muted: #47525f; --line: #c3cad1; --accent: #0f6e84;
  --brand: #0b3d5c; --brand-ink: #ffffff; --surface: #f1f5f8; --copies: #a85400; --short: #6b7682; --focus: #ffdd00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #12181f; --ink: #e8ecf1; --muted: #aab5c1; --line: #465260; --accent: #6cc5da; --brand: #134b70;
    --surface: #1b242e; --copies: #f2a35e; --short: #8f9baa; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
  font: 1.125rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
header.top { background: var(--brand); color: var(--brand-ink); padding: .75rem 0; }
.frame { max-inline-size: 64rem; margin-inline: auto; padding-inline: 1rem; }
main { padding-block: 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin-block: 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.5rem; line-height: 1.25; margin-block: 3rem .75rem; padding-block-start: 1rem;
  border-block-start: 1px solid var(--line); }
h3 { font-size: 1.1875rem; margin-block: 2rem .5rem; }
p, ul, ol { max-inline-size: 44rem; margin-block: .5rem 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--ink); outline-offset: 0;
  box-shadow: 0 0 0 6px var(--focus); }
.skip { position: absolute; inset-inline-start: -999rem; background: var(--focus); color: #0b0c0c; padding: .5rem 1rem; }
.skip:focus { inset-inline-start: 0; }
.hint { color: var(--muted); }
nav.contents ol { columns: 18rem; padding-inline-start: 1.5rem; }
.inset { border-inline-start: .5rem solid var(--line); padding: .25rem 1rem; max-inline-size: 44rem; }
.scroll { overflow-x: auto; margin-block: 1rem .5rem; }
table { border-collapse: collapse; inline-size: 100%; font-size: 1rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 700; padding-block-end: .25rem; }
th, td { text-align: start; vertical-align: top; padding: .375rem .75rem .375rem 0; border-block-end: 1px solid var(--line); }
thead th { vertical-align: bottom; }
tbody th { font-weight: 400; overflow-wrap: break-word; }
.n { text-align: end; white-space: nowrap; }
tfoot td, tfoot th { font-weight: 700; }
.bar { display: block; block-size: .75rem; margin-block-start: .4rem; min-inline-size: 1px; background: var(--accent); }
.bars { inline-size: 8rem; min-inline-size: 4rem; }
.words { font-family: Charter, 'Bitstream Charter', Cambria, serif; margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
td.file { min-inline-size: 9rem; }
.many { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); column-gap: 2.5rem; align-items: start; }
td.wording { min-inline-size: 16rem; }
summary { cursor: pointer; color: var(--accent); }
code { font-size: .875em; overflow-wrap: anywhere; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.legend svg { inline-size: 1em; block-size: 1em; vertical-align: -.1em; margin-inline-end: .375rem; }
.chart { display: block; inline-size: 100%; min-inline-size: 40rem; block-size: auto; direction: ltr; }
.chart text { fill: var(--ink); font-size: 13px; }
.chart .axis { stroke: var(--line); }
.own { fill: var(--accent); }
.copies { fill: var(--copies); }
.short { fill: none; stroke: var(--short); stroke-width: 1.5; }
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.625rem; }
  .bars { display: none; }
}
@media print {
  @page { margin: 15mm; }
  nav.contents, .skip, .csv, summary { display: none; }
  header.top { background: none; color: var(--ink); padding: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  body { font-size: 10.5pt; }
  table { font-size: 9pt; }
  .scroll { overflow: visible; }
  .chart { min-inline-size: 0; }
  tr, svg { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  * { print-color-adjust: exact; }
}
`
