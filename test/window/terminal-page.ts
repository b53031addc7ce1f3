/** Terminal output with colours as a page that looks like a terminal. Knows the colours and weights that the command line uses. */
export function terminalPage(command: string, output: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre><b class="prompt">$</b> ${escape(command)}\n${spans(output)}</pre>`;
}

const style = `
  body { margin: 0; background: #181818; }
  pre { margin: 0; padding: 20px 24px; width: max-content; color: #cccccc; font: 14px/1.45 'DejaVu Sans Mono', monospace; }
  .prompt { color: #89d185; }
  .s1 { font-weight: bold } .s2 { opacity: .65 } .s3 { font-style: italic } .s4 { text-decoration: underline }
  .s30 { color: #666666 } .s31, .s91 { color: #f14c4c } .s32, .s92 { color: #23d18b } .s33, .s93 { color: #f5f543 }
  .s34, .s94 { color: #3b8eea } .s35, .s95 { color: #d670d6 } .s36, .s96 { color: #29b8db } .s90 { color: #808080 }
`;

/** What ends a style, and which styles it ends. */
const ends: Readonly<Record<number, (code: number) => boolean>> = {
  0: () => true,
  22: (code) => code === 1 || code === 2,
  23: (code) => code === 3,
  24: (code) => code === 4,
  39: (code) => code >= 30,
};

function spans(output: string): string {
  let active: number[] = [];
  const parts = output.replaceAll('\r', '').split(/\u001b\[([\d;]*)m/);
  return parts
    .map((part, index) => {
      if (index % 2 === 0)
        return active.length === 0 ? escape(part) : `<span class="${active.map((code) => `s${code}`).join(' ')}">${escape(part)}</span>`;
      for (const code of part.split(';').map(Number)) {
        const end = ends[code];
        active = end ? active.filter((each) => !end(each)) : [...active, code];
      }
      return '';
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
