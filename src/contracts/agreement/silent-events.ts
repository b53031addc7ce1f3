import { remembered } from '../../base/remembered.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { filesHolding } from './files-holding.ts';

/** A place that published an event of a type. */
interface Publication {
  readonly type: string;
  readonly file: SourceFile;
  readonly range: { readonly start: number; readonly end: number };
}

/** Types of events that nobody publishes any more although methods of the same tree still listen to them. */
export async function silentEvents(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const at = (side: 'base' | 'head'): readonly Publication[] => files.flatMap((file) => (file[side] ? publishedIn(file[side]) : []));
  const kept = new Set(at('head').map(({ type }) => type));
  const gone = at('base').filter(({ type }, place, all) => !kept.has(type) && all.findIndex((each) => each.type === type) === place);
  if (gone.length === 0 || files.some(({ head }) => (head?.facts?.errors.length ?? 0) > 0)) return [];
  const types = gone.map(({ type }) => type);
  const texts = await surroundings.read('head', await filesHolding(types, ['.java', '.kt'], surroundings));
  const trees = [...texts].map(([path, text]) => unchangedFile('head', path, text));
  return gone.flatMap((each) => (trees.some(({ text }) => makes(text, each.type)) ? [] : stillHeard(each, trees)));
}

const publishedIn = remembered((file: SourceFile): readonly Publication[] => {
  if (file.facts?.language !== 'java' || file.role !== 'production') return [];
  return file.facts.symbols.flatMap((symbol) =>
    visitsOf(codeOf(symbol), 'call').flatMap(({ node }) => {
      const [event] = node.arguments;
      const isPublished = node.name === 'publishEvent' || node.name === 'registerEvent';
      if (!isPublished || event?.kind !== 'new') return [];
      return [{ type: event.type.slice(event.type.lastIndexOf('.') + 1), file, range: node.range }];
    }),
  );
});

/** Whoever still makes one may hand it on by other ways. */
function makes(text: string, type: string): boolean {
  return new RegExp(`\\bnew\\s+(?:\\w+\\.)*${type}\\b|\\b${type}(?:\\.\\w+\\s*\\(|::)|\\bextends\\s+${type}\\b`).test(text);
}

function stillHeard({ type, file: base, range }: Publication, trees: readonly SourceFile[]): readonly ContractChange[] {
  for (const file of trees) {
    const found = new RegExp(
      `@(?:\\w*EventListener|ApplicationModuleListener)\\b[^;{}]{0,300}\\(\\s*(?:final\\s+)?(${type})\\s+\\w+\\s*\\)|\\bApplicationListener<\\s*(${type})\\s*>`,
    ).exec(file.text);
    if (!found) continue;
    const start = found.index + found[0].lastIndexOf(type);
    return [
      {
        contract: 'agreement',
        change: 'event-no-longer-published',
        impact: 'risky',
        message: `\`${type}\` is listened to here, but nothing publishes it any more: what was done then is done no longer.`,
        element: type,
        file,
        range: { start, end: start + type.length },
        before: { file: base, range },
        deprecatedBefore: false,
      },
    ];
  }
  return [];
}
