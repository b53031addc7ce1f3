import type { SymbolAt } from '../../../code/code-change.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { reference } from '../../code-in-file.ts';
import { breakProperties, displayName, reachedKindName } from '../api/contract.ts';
import type { GoneMembers } from './generated-members.ts';
import { isCalledByContainer } from './container-calls.ts';

/** So many are named. */
const mostNamed = 4;

/** One finding for all that went for one reason. */
export function* generatedFinding({ members, type, field, isNarrowed }: GoneMembers): Generator<FindingDraft> {
  const [first] = members;
  if (!first || members.every(isCalledByContainer)) return;
  const maker = first.symbol.modifiers.includes('generated') ? 'Lombok' : 'the compiler';
  const made = `which ${maker} made${field === undefined ? '' : ` for the field \`${field}\``}`;
  const [is, it] = members.length > 1 ? ['are', 'them'] : ['is', 'it'];
  const what =
    members.length > 1
      ? `The members ${names(members)} of \`${type.base.symbol.name}\``
      : `The ${reachedKindName(first.symbol)} \`${displayName(first)}\``;
  const verb = isNarrowed ? `${is} no longer for all to see` : `${is} gone`;
  yield {
    message: `${what}, ${made}, ${verb}: code that calls ${it} neither compiles nor links.`,
    place: { file: first.file, range: field === undefined ? type.base.symbol.nameRange : first.symbol.nameRange },
    subject: `${type.base.symbol.qualifiedName} ${field ?? ''} ${members.map((each) => displayName(each)).join(' ')}`,
    symbol: reference(first.symbol),
    related: [{ file: type.head.file, range: type.head.symbol.nameRange, caption: 'the type as it is now' }],
    properties: breakProperties(`${first.symbol.kind}-removed`, true, first),
  };
}

/** `getName()`, `setName(String)` and 3 more. */
function names(members: readonly SymbolAt[]): string {
  const shown = members.slice(0, members.length > mostNamed + 1 ? mostNamed : members.length).map((each) => `\`${nameOf(each)}\``);
  const rest = members.length - shown.length;
  const last = rest > 0 ? `${rest} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

function nameOf(at: SymbolAt): string {
  const name = displayName(at);
  return name.slice(name.indexOf('.') + 1);
}
