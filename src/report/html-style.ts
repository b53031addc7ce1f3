/** The page's whole style: light and dark, readable on paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6675; --ground: #f6f7f9; --card: #fff; --edge: #dde2e8; --error: #c4314b; --warning: #b3630b; --note: #2a6fbb; --pass: #2b8a4b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ef; --soft: #98a4b3; --ground: #14181e; --card: #1c222b; --edge: #303945; --error: #f2788b; --warning: #e8a552; --note: #76aef0; --pass: #69c98a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem; }
header { border-left: 6px solid var(--pass); padding: .25rem 0 .25rem 1.25rem; margin-bottom: 2rem; }
header.failed { border-color: var(--error); }
h1 { font-size: 1.6rem; margin: 0; }
header p, .promise, footer, small { color: var(--soft); }
header p { margin: .25rem 0 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0; }
h2 small { font-size: .85rem; font-weight: 400; margin-left: .5rem; }
.promise { margin: .1rem 0 1rem; font-style: italic; }
article { background: var(--card); border: 1px solid var(--edge); border-left: 4px solid var(--note); border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0; }
article.error { border-left-color: var(--error); }
article.warning { border-left-color: var(--warning); }
article.aside { opacity: .75; }
h3 { font-size: 1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
.severity { color: var(--note); text-transform: uppercase; font-size: .72rem; letter-spacing: .04em; margin-right: .35rem; }
.error .severity { color: var(--error); }
.warning .severity { color: var(--warning); }
article p { margin: .25rem 0 0; overflow-wrap: anywhere; }
.rule { color: var(--soft); font-size: .85rem; margin-left: .5rem; }
code, pre { font: .85rem/1.5 ui-monospace, monospace; }
pre { background: var(--ground); border-radius: 4px; margin: .5rem 0; padding: .5rem 0; overflow-x: auto; }
.line { display: block; padding: 0 .75rem; white-space: pre; }
.line b { display: inline-block; width: 3.5em; color: var(--soft); font-weight: 400; user-select: none; }
.marked { background: color-mix(in srgb, var(--warning) 16%, transparent); }
details summary { cursor: pointer; color: var(--soft); font-size: .85rem; margin-top: .35rem; }
ul { margin: .35rem 0; padding-left: 1.25rem; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0; background: var(--card); border: 1px solid var(--edge); font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--edge); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; }
.command { padding: .6rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 3rem; font-size: .85rem; }
@media print { body { background: none; } details { display: block; } }
`;
