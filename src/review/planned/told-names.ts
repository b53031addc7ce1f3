import type { FindingDraft } from '../../finding/draft.ts';

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

/** The names under which people tell each other of what a finding is about, the one that its own sentence uses first. */
export function toldNames({ message, symbol }: FindingDraft): readonly string[] {
  const name = symbol?.qualifiedName ?? '';
  const parts = name.split(/[./#$]/).filter(Boolean);
  const last = parts.at(-1) ?? '';
  const told = symbol?.kind === 'element' ? /`([^`\n]{2,120})`/.exec(message)?.[1] : undefined;
  const subpath = /^(\S{1,214}) exports\["\.\/([^"]{1,200})"\]$/.exec(name);
  const argument = /[(](\w{2,100}):[)]$/.exec(name)?.[1];
  const names = [
    told,
    argument,
    subpath && `${subpath[1] ?? ''}/${subpath[2] ?? ''}`,
    ...(parts.length > 1 && /^\w+$/.test(last) ? ['.', '#'].map((mark) => parts.slice(-2).join(mark)) : []),
    symbol?.kind === 'element' && methods.has(last) ? undefined : last,
  ];
  return [...new Set(names.flatMap((each) => (each && each.length > 1 ? [each] : [])))];
}
