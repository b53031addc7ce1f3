import type { AnnotationFact, SymbolFact } from '../../../code/facts.ts';
import { canonical } from '../../../code/canonical.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { SymbolPair } from '../api/api-change.ts';
import type { JavaDifference } from './kinds.ts';

const naming: ReadonlySet<string> = new Set(['JsonProperty', 'SerializedName', 'JsonbProperty', 'XmlElement', 'XmlAttribute']);

/** What became of the form in which objects are stored and sent, whoever may see the code. */
export function serialisedKinds({ base, head }: SymbolPair): readonly JavaDifference[] {
  return [...versionKinds(base.symbol, head.symbol), ...nameKinds(base.symbol, head.symbol)];
}

function versionKinds(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  if (base.name !== 'serialVersionUID' || head.name !== base.name || !base.value || !head.value) return [];
  const [before, after] = [canonical(base.value), canonical(head.value)];
  if (before === after) return [];
  return [
    {
      id: 'serial-version-uid-changed',
      what: `is \`${after}\` instead of \`${before}\``,
      whom: 'objects that were stored or are sent by older code can no longer be read',
    },
  ];
}

function nameKinds(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  const [before, after] = [writtenName(base), writtenName(head)];
  const renamed = base.name !== head.name && before === undefined && after === undefined;
  if (before === after || renamed) return [];
  // Without a name of its own the member's is used: only where that is known not to differ nothing has changed.
  const [old, now] = [before ?? plainName(base), after ?? plainName(head)];
  if (old === now || old === undefined || now === undefined || head.annotations.some(isAlias)) return [];
  return [
    {
      id: 'serialised-name-changed',
      what: `is written as \`${now}\` instead of \`${old}\``,
      whom: 'who reads or sends the old name no longer finds it',
    },
  ];
}

function isAlias({ name }: AnnotationFact): boolean {
  return simpleTypeName(name) === 'JsonAlias';
}

function writtenName({ annotations }: SymbolFact): string | undefined {
  const annotation = annotations.find(({ name }) => naming.has(simpleTypeName(name)));
  const value = annotation?.arguments.find(({ name }) => name === 'value' || name === 'name')?.value;
  return value?.kind === 'string' && value.value !== '' ? value.value : undefined;
}

/** The name of a field, or of the property behind a getter or setter. */
function plainName({ kind, name }: SymbolFact): string | undefined {
  if (kind !== 'method') return kind === 'field' ? name : undefined;
  const property = /^(?:get|set|is)([A-Z]\w*)$/.exec(name)?.[1];
  return property && property.charAt(0).toLowerCase() + property.slice(1);
}
