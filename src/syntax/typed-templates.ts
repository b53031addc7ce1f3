/** Characters that type arguments before a template may have. */
const longest = 2000;

/**
 * Blanks the type arguments of ``styled.div<{ $wide?: boolean }>`…` ``: the grammar reads a comparison there, and nothing asks for them.
 * The time is linear in the text: each template is looked before for so many characters at most.
 */
export function maskTypedTemplates(text: string): string {
  let masked = '';
  let done = 0;
  for (let end = text.indexOf('>`'); end !== -1; end = text.indexOf('>`', end + 2)) {
    const start = beginOfTypeArguments(text, end);
    if (start === undefined || start < done) continue;
    masked += text.slice(done, start) + ' '.repeat(end + 1 - start);
    done = end + 1;
  }
  return masked + text.slice(done);
}

/** Where the `<` is that a `>` closes, if it stands directly behind what a template may be handed to. */
function beginOfTypeArguments(text: string, end: number): number | undefined {
  let depth = 0;
  for (let at = end; at > 0 && at > end - longest; at--) {
    const sign = text.charAt(at);
    // In a text, and not in types.
    if (sign === '`' || (sign === '$' && text.charAt(at + 1) === '{')) return undefined;
    if (sign === '>' && text.charAt(at - 1) !== '=') depth++;
    else if (sign === '<' && --depth === 0) return /[\w$)\]]/.test(text.charAt(at - 1)) ? at : undefined;
  }
  return undefined;
}
