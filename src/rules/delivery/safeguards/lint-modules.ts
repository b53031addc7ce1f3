import type { ChangedFile, CodeChange } from '../../../code/code-change.ts';
import type { FindingDraft } from '../../../finding/draft.ts';

interface Linter {
  readonly name: string;
  readonly path: RegExp;
  /** Group 1 names what it is told to ask for. */
  readonly asks: RegExp;
}

const linters: readonly Linter[] = [
  {
    name: 'Checkstyle',
    path: /checkstyle[^/]{0,80}\.xml$/i,
    asks: /<module\s{1,20}name="(?!Checker"|TreeWalker"|Suppress)([\w.]{2,120})"/g,
  },
  { name: 'PMD', path: /(?:^|[/_.-])(?:pmd|ruleset)[^/]{0,60}\.xml$/i, asks: /<rule\s{1,20}ref="([\w./-]{2,160})"/g },
];

/** More than these are a set that was written anew, and are counted. */
const mostNamed = 5;

/** What a linter is no longer told to ask for, in one finding. */
export function* lostModules({ path, base, head }: ChangedFile, change: CodeChange): Generator<FindingDraft> {
  const linter = linters.find((each) => each.path.test(path) && !/suppress/i.test(path));
  if (!linter || !base || !head) return;
  const named = (text: string): readonly string[] => Array.from(text.matchAll(linter.asks), (match) => match[1] ?? '');
  const kept = new Set(change.files.flatMap(({ head: other }) => (other && linter.path.test(other.path) ? named(other.text) : [])));
  const gone = [...new Set(named(base.text))].filter((each) => !kept.has(each));
  if (gone.length === 0 || [...kept].some((each) => isWhole(each) && !named(base.text).includes(each))) return;
  const told = gone.slice(0, mostNamed).map((each) => `\`${each.slice(each.lastIndexOf('/') + 1)}\``);
  yield {
    message: `${linter.name} no longer asks for ${told.join(', ')}${gone.length > mostNamed ? ` and ${gone.length - mostNamed} more` : ''}: what it has found so far passes.`,
    place: { file: head, range: head.lines.lineRange(1) },
    subject: `${linter.name} ${gone.join(' ')}`,
    confidence: 'medium',
  };
}

/** A category of PMD has all that was named one by one. */
function isWhole(name: string): boolean {
  return name.endsWith('.xml');
}
