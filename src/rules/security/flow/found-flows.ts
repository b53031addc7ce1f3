import { Memo } from '../../../base/memo.ts';
import { isProductive } from '../../pattern/test-names.ts';
import { followerOf } from '../../../code/flow/taint/follow.ts';
import type { Found } from '../../../code/flow/taint/harm-notes.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Unchecked } from '../../../finding/draft.ts';
import { Table } from './rows.ts';
import type { DangerName, SourceKind } from './dangers.ts';
import { sanitisers, type Sanitiser } from './sanitisers.ts';
import { SecurityKnowledge, type Tables } from './security-knowledge.ts';
import type { SinkRow } from './sink-row.ts';
import { javaSinks } from './sinks-java.ts';
import { scriptSinks } from './sinks-script.ts';
import { javaSources, scriptSources, type SourceCall } from './sources.ts';

/** What a standard adds to the tables. */
export interface MoreRows {
  readonly sources: readonly { readonly call: string; readonly kind?: SourceKind | undefined }[];
  readonly sinks: readonly { readonly call: string; readonly argument: number }[];
  readonly sanitisers: readonly { readonly call: string }[];
}

const tables: Record<'java' | 'script', Tables> = {
  java: { sources: new Table<SourceCall>(javaSources), sinks: new Table<SinkRow>(javaSinks), sanitisers: new Table<Sanitiser>(sanitisers) },
  script: {
    sources: new Table<SourceCall>(scriptSources),
    sinks: new Table<SinkRow>(scriptSinks),
    sanitisers: new Table<Sanitiser>(sanitisers),
  },
};

/** What following the code of a file has shown. */
interface Followed {
  readonly found: readonly Found[];
  readonly handling: ReadonlySet<SymbolFact>;
  readonly unchecked: readonly Unchecked[];
}

const byFile = new Memo<SourceFile, Followed>();

/** The flows of a file that do one kind of harm. The file is followed once for all rules, and again where a standard adds to the tables. */
export function flowsIn(file: SourceFile, danger: DangerName, more: MoreRows): Pick<Followed, 'found' | 'unchecked'> {
  const isPlain = more.sources.length + more.sinks.length + more.sanitisers.length === 0;
  const { found: all, unchecked } = isPlain ? followed(file) : follow(file, extended(file, danger, more));
  return { found: all.filter((found) => found.danger === danger), unchecked };
}

/** The symbols in whose code data from outside was seen: there it is known where data goes. */
export function symbolsHandlingInput(file: SourceFile): ReadonlySet<SymbolFact> {
  return followed(file).handling;
}

function followed(file: SourceFile): Followed {
  const known = byFile.get(file);
  if (known) return known;
  const found = follow(file, tablesOf(file));
  byFile.set(file, found);
  return found;
}

function tablesOf(file: SourceFile): Tables {
  return file.facts?.language === 'java' ? tables.java : tables.script;
}

function follow(file: SourceFile, using: Tables): Followed {
  if (!file.facts || !isProductive(file)) return { found: [], handling: new Set(), unchecked: [] };
  const follower = followerOf(file, file.facts, new SecurityKnowledge(file.facts, file.text, using));
  const found = follower.all();
  return { found, handling: follower.notes.handling, unchecked: follower.isCut ? [cut] : [] };
}

/** The same for all rules on flows: it is told once. */
const cut: Unchecked = {
  unchecked: 'data from outside was followed through its code only up to a limit, since the code is very long or very deeply nested',
};

function extended(file: SourceFile, danger: DangerName, more: MoreRows): Tables {
  const isJava = file.facts?.language === 'java';
  return {
    sources: new Table<SourceCall>([
      ...(isJava ? javaSources : scriptSources),
      ...more.sources.map(({ call, kind }) => ({ call, kind: kind ?? 'request', from: `\`${call}\`` }) as const),
    ]),
    sinks: new Table<SinkRow>([...(isJava ? javaSinks : scriptSinks), ...more.sinks.map((row) => ({ ...row, danger }))]),
    sanitisers: new Table<Sanitiser>([...sanitisers, ...more.sanitisers.map(({ call }) => ({ call, for: [danger] }))]),
  };
}
