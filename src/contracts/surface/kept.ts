import type { ContractChange } from '../../code/contract-change.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import { formChange, termChanges } from './route-terms.ts';
import { surfaceChange, titleOf } from './surface-change.ts';

/** Two versions of the same thing. */
interface Kept {
  readonly old: SurfaceElement;
  readonly now: SurfaceElement;
}

/**
 * What changed about a thing that users still find: its default, whether it must be given, how it is written.
 * @param isSet whether what ships with the product says it, so that nobody must
 */
export function keptChanges(were: readonly SurfaceElement[], are: readonly SurfaceElement[], isSet: boolean): readonly ContractChange[] {
  const pair = alike(were, are);
  if (!pair) return [];
  if (pair.now.kind === 'error-answer') return otherAnswer(pair);
  return [
    ...(isSet ? [] : requirement(pair, were)),
    ...fallback(pair),
    ...aliasesGone(pair),
    ...otherShape(pair),
    ...fewerChoices(pair),
    ...termChanges(pair),
    ...formChange(pair),
  ];
}

/** The one place of each side, or those of both sides that say the same: where several disagree, nothing can be told. */
function alike(were: readonly SurfaceElement[], are: readonly SurfaceElement[]): Kept | undefined {
  const [old, now] = [were[0], are[0]];
  if (!old || !now) return undefined;
  const agree = (all: readonly SurfaceElement[], first: SurfaceElement): boolean =>
    all.every(
      (each) => each.default === first.default && each.required === first.required && each.shape === first.shape && isAlike(each, first),
    );
  return agree(were, old) && agree(are, now) ? { old, now } : undefined;
}

/** Routes of one path that are told apart by their terms are several, and so are options of several commands. */
function isAlike({ terms, choices }: SurfaceElement, first: SurfaceElement): boolean {
  const isSame = terms === first.terms || JSON.stringify(terms) === JSON.stringify(first.terms);
  return isSame && choices?.join() === first.choices?.join();
}

const askers: Readonly<Record<SurfaceElement['kind'], string>> = {
  'route-parameter': 'callers that leave it out are refused',
  option: 'scripts that leave it out fail',
  argument: 'scripts that leave it out fail',
  'environment-variable': 'where it is not set, the product does not start',
  setting: 'where it is not set, the product does not start',
  route: '',
  command: '',
  topic: '',
  'feature-flag': '',
  bean: '',
  'error-answer': '',
};

function requirement(pair: Kept, were: readonly SurfaceElement[]): readonly ContractChange[] {
  const { old, now } = pair;
  if (!now.required || were.some(({ required }) => required)) return [];
  return surfaceChange(pair, {
    change: `${now.kind}-became-required`,
    impact: 'breaking',
    says: `${titleOf(now)} is required, and ${old.default === undefined ? 'was optional' : `was \`${old.default}\` where nothing was said`}: ${askers[now.kind]}`,
  });
}

function fallback(pair: Kept): readonly ContractChange[] {
  const { old, now } = pair;
  if (old.default === undefined || valueOf(old.default) === valueOf(now.default) || now.required) return [];
  const isPath = /(?:context-path|base-path|root-path|\.path)$/.test(now.name);
  return surfaceChange(pair, {
    change: `${now.kind}-default-changed`,
    impact: isPath ? 'breaking' : 'risky',
    says: `${titleOf(now)} is ${now.default === undefined ? 'computed or unset' : `\`${now.default}\``} by default instead of \`${old.default}\`: ${
      isPath ? 'all paths begin otherwise, and callers of the old ones get an error' : 'those who leave it out get another behaviour'
    }`,
  });
}

/** A number is the same however its digits are set apart and its kind is said: `1_024L` is 1024. */
function valueOf(written: string | undefined): string | undefined {
  return written !== undefined && /^-?\d[\d_]*(?:\.\d+)?[LlFfDdn]?$/.test(written) ? written.replaceAll(/[_LlFfDdn]/g, '') : written;
}

function otherAnswer(pair: Kept): readonly ContractChange[] {
  const [before, after] = [pair.old.default, pair.now.default];
  if (before === undefined || after === undefined || before === after) return [];
  return surfaceChange(pair, {
    change: 'error-answer-status-changed',
    impact: 'breaking',
    says: `\`${pair.now.name}\` is answered with ${after} instead of ${before}: callers that look for the old status take it for another outcome`,
  });
}

function aliasesGone(pair: Kept): readonly ContractChange[] {
  const { old, now } = pair;
  const names = new Set([now.name, ...(now.aliases ?? [])]);
  const gone = (old.aliases ?? []).filter((name) => !names.has(name));
  if (gone.length === 0) return [];
  return surfaceChange(pair, {
    change: `${now.kind}-alias-removed`,
    impact: 'breaking',
    says: `${titleOf(now)} is no longer to be written as ${gone.map((name) => `\`${name}\``).join(', ')}: scripts that do fail`,
  });
}

function otherShape(pair: Kept): readonly ContractChange[] {
  const { old, now } = pair;
  if (old.shape === undefined || now.shape === undefined || old.shape === now.shape || now.kind !== 'option') return [];
  return surfaceChange(pair, {
    change: 'option-value-changed',
    impact: stillTaken[now.shape]?.includes(old.shape) ? 'compatible' : 'breaking',
    says: `${titleOf(now)} takes ${shownShapes[now.shape] ?? ''} instead of ${shownShapes[old.shape] ?? ''}: scripts that pass it the old way fail`,
  });
}

const shownShapes: Readonly<Record<string, string>> = {
  switch: 'no value',
  '<value>': 'a value',
  '<number>': 'a number',
  '[value]': 'a value or none',
};

/** How a value is written → how else it was written may go on. */
const stillTaken: Readonly<Record<string, readonly string[]>> = {
  '[value]': ['<value>', '<number>', 'switch'],
  '<value>': ['<number>'],
};

function fewerChoices(pair: Kept): readonly ContractChange[] {
  const { old, now } = pair;
  const refused = old.choices?.filter((each) => now.choices?.includes(each) === false) ?? [];
  if (refused.length === 0) return [];
  return surfaceChange(pair, {
    change: `${now.kind}-choices-narrowed`,
    impact: 'breaking',
    says: `${titleOf(now)} no longer takes ${refused.map((each) => `\`${each}\``).join(', ')}: scripts that pass it fail`,
  });
}

/** What is new, and must be given. */
export function demanded(added: SurfaceElement): readonly ContractChange[] {
  if (!added.required) return [];
  return surfaceChange(
    { now: added },
    { change: `${added.kind}-required`, impact: 'breaking', says: `${titleOf(added)} is new and required: ${askers[added.kind]}` },
  );
}
