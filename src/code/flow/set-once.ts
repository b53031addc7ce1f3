import { rememberedByName } from '../../base/remembered.ts';
import type { SourceFile } from '../code-change.ts';
import type { SymbolFact } from '../facts.ts';

/**
 * Whether a variable of a script, or a private field in Java, keeps the value that it is declared with: nothing of the file sets it, nor a part of it.
 * Told by the text, since functions that the change does not touch are not read. What looks like setting it is taken for that.
 */
export function isSetOnce({ name, kind, visibility, parent, annotations }: SymbolFact, file: SourceFile): boolean {
  // What has an annotation may be filled by a framework.
  const isOwn =
    file.facts?.language === 'java' ? visibility === 'private' && annotations.length === 0 : kind === 'variable' && parent === 0;
  if (!isOwn || !/^[\w$]{1,80}$/.test(name)) return false;
  return isSetInOnePlace(file, name);
}

const isSetInOnePlace = rememberedByName(
  ({ text }: SourceFile, name) => (text.match(settingOf(name)) ?? []).length === 1 && !settingTogether(name).test(text),
);

/** `[name, other] = pair`, `({ name } = found)`. */
function settingTogether(name: string): RegExp {
  const own = `(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  return new RegExp(String.raw`[[{,]\s{0,20}(?:[\w$]{1,60}\s{0,5}:\s{0,5}|\.{3})?${own}\s{0,20}(?:,[^;=\n]{0,200})?[\]}]\s{0,20}=(?![=>])`);
}

/** `name = …`, `name.part = …`, `name[0] += …`, `name++`, `for (name of …)`. */
function settingOf(name: string): RegExp {
  const own = `(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  const part = String.raw`(?:\.[\w$]{1,60}|\[[^\]\n]{0,60}\]){0,3}`;
  return new RegExp(
    String.raw`${own}${part}\s{0,20}(?::[^=;\n]{1,200})?(?:[-+*/%&|^?<>]{0,3}=(?![=>])|\+\+|--)|(?:\+\+|--)${own}|${own}\s{1,20}(?:of|in)\s`,
    'g',
  );
}
