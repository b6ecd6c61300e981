/** Follows the reader's light or dark; on paper, black on white without the contents. */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --link: #0b4fb3; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1b1b; --ink: #f2f2f2; --link: #9ecbff; }
}
body { background: var(--paper); color: var(--ink); }
a { color: var(--link); }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
h3 { margin-bottom: .25rem; }
h4 { margin: .75rem 0 .25rem; font-size: 1rem; }
p, ul { margin: .25rem 0; }
article { margin: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--mark, currentcolor); }
.fail, .error { --mark: #d13438; }
.warning, .manual { --mark: #c19c00; }
.pass { --mark: #13a10e; }
.not-assessed, .not-applicable, .waived { --mark: #8a8886; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin-top: 1rem; }
caption { text-align: start; font-weight: 600; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid; text-align: start; vertical-align: top; }
td.number { font-variant-numeric: tabular-nums; }
td.date { white-space: nowrap; }
td bdi { white-space: pre-wrap; }
pre { margin: .25rem 0; padding: .5rem .75rem; border: 1px solid; white-space: pre-wrap; }
@page { margin: 15mm; }
@media print {
  :root { color-scheme: only light; --paper: #fff; --ink: #000; --link: #000; }
  body { max-width: none; margin: 0; font-size: 10pt; }
  nav { display: none; }
  article, tr, pre { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
