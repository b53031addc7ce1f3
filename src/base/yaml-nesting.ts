/**
 * Whether a JSON or YAML text may be nested more than `deepest` levels. Deep documents exhaust the parsers' stack, which can end the process.
 * Looks at brackets and indentation alone, in one pass.
 */
export function isNestedTooDeeply(text: string, deepest: number): boolean {
  return bracketsTooDeep(text, deepest) || indentationTooDeep(text, deepest);
}

/** Brackets in texts count too; unlike those of nested values, they are closed again before there are hundreds. */
function bracketsTooDeep(text: string, deepest: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === open.list || code === open.object) depth++;
    else if ((code === close.list || code === close.object) && depth > 0) depth--;
    if (depth > deepest) return true;
  }
  return false;
}

const open = { list: 0x5b, object: 0x7b };
const close = { list: 0x5d, object: 0x7d };

/** Every deeper line opens a level, and so does every `- ` at its start. */
function indentationTooDeep(text: string, deepest: number): boolean {
  const indents: number[] = [];
  for (const [, white = '', marks = ''] of text.matchAll(/^([ \t]*)((?:[-?:][ \t]+)*)/gm)) {
    while ((indents.at(-1) ?? -1) >= white.length) indents.pop();
    indents.push(white.length);
    if (indents.length + marks.length / 2 > deepest) return true;
  }
  return false;
}
