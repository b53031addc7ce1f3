import type { SymbolAt } from '../../../code/code-change.ts';
import { untilNextMajor } from '../../../code/deprecation.ts';
import type { FixDraft } from '../../../finding/draft.ts';

/** Exports what a module has under its new name by the old one, too, deprecated; undefined where that is no name that can be exported. */
export function deprecatedAlias(base: SymbolAt, head: SymbolAt): FixDraft | undefined {
  const { facts, text, path } = head.file;
  const names = [base.symbol.name, head.symbol.name];
  if (!facts || facts.language === 'java' || base.file.path !== path || !names.every((name) => /^[A-Za-z_$][\w$]*$/.test(name)))
    return undefined;
  if ([base, head].some(({ symbol }) => symbol.parent !== 0 || symbol.name === 'default')) return undefined;
  const isExported = facts.exports.some(
    ({ name, exported, source }) => source === undefined && name === head.symbol.name && exported === name,
  );
  if (!isExported || !/^export\b/.test(text.slice(head.symbol.range.start))) return undefined;
  const end = text.length;
  const newText = `${text.endsWith('\n') ? '' : '\n'}\nexport { /** @deprecated ${untilNextMajor}, use {@link ${head.symbol.name}} instead. */ ${head.symbol.name} as ${base.symbol.name} };\n`;
  return {
    title: `Keep \`${base.symbol.name}\`, deprecated`,
    safety: 'safe',
    edits: [{ file: head.file, range: { start: end, end }, newText }],
  };
}
