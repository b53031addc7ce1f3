import { groupBy } from '../../../base/group-by.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Construction } from '../../../code/expression.ts';
import { moduleName, originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { isWithin } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { openSettings } from '../../pattern/settings.ts';
import { truthOf } from '../../pattern/values.ts';
import type { LibraryRow } from './library-row.ts';
import { componentRows, pageLibraryRows } from './page-library-rows.ts';
import { systemLibraryRows } from './system-library-rows.ts';

/** A use of a library that lets more through than it should. */
export interface LooseUse {
  readonly at: Scope;
  readonly range: TextRange;
  readonly category: string;
  /** What is written there: an option with its value, or what is used. */
  readonly what: string;
  readonly harm: string;
  readonly severity?: 'note' | 'warning' | 'error';
}

const libraryRows = [...pageLibraryRows, ...systemLibraryRows];
const rowsOf = groupBy(
  libraryRows.flatMap((row) => row.of.split('|').map((name) => ({ name, row }))),
  ({ name }) => name,
);
const modules = new Set(libraryRows.flatMap(({ of }) => of.split('|').map(moduleOfName)));

/** `@grpc/grpc-js` of `@grpc/grpc-js.credentials.createInsecure`. */
function moduleOfName(name: string): string {
  return /^(?:@[^/]+\/)?[^.]+/.exec(name)?.[0] ?? name;
}

export function* looseUsesIn(code: CodeInventory): Generator<LooseUse> {
  yield* components(code);
  if (!code.file.facts?.imports.some((each) => modules.has(moduleName(each)))) return;
  for (const sight of [...code.of('call'), ...code.of('new')]) {
    const name = originOf(sight.node, sight)?.replaceAll('()', '');
    for (const { row } of rowsOf.get(name ?? '') ?? []) yield* usesOf(row, name ?? '', sight);
  }
}

function* usesOf(row: LibraryRow, name: string, sight: Sight<Call | Construction>): Generator<LooseUse> {
  const { category, harm, setting } = row;
  if (setting === undefined) {
    if (isConditional(sight)) return;
    yield { at: sight, range: sight.node.range, category, harm, what: `\`${name.slice(name.lastIndexOf('.') + 1)}\`` };
    return;
  }
  for (const found of openSettings({ ...row, setting }, sight)) {
    const what = found.setting === undefined ? `no \`${setting.split('|')[0] ?? ''}\`` : `\`${found.setting}\``;
    yield { at: sight, range: found.range, category, harm, what };
  }
}

/** Somebody has to ask for it, as in work on one’s own machine. */
function isConditional(sight: Sight): boolean {
  return isWithin(sight, ({ kind }) => kind === 'if' || kind === 'conditional' || kind === 'switch');
}

/** `<ReactMarkdown escapeHtml={false}>`. */
function* components(code: CodeInventory): Generator<LooseUse> {
  if (!/\.[jt]sx?$/.test(code.file.path) || !code.file.text.includes('Markdown')) return;
  for (const sight of code.of('element')) {
    for (const { of, attribute, open } of componentRows) {
      const written = of.test(sight.node.name) ? sight.node.attributes.find(({ name }) => name === attribute) : undefined;
      if (!written || (written.value ? truthOf(written.value, sight) : true) !== open) continue;
      const harm = 'a script that stands in the text becomes part of the page';
      yield { at: sight, range: written.range, category: 'xss', harm, what: `\`${attribute}\`` };
    }
  }
}
