import { paired, report, type Comparison } from './comparison.ts';
import type { Element, InputValue } from './model.ts';
import { isInputKept } from './type-change.ts';
import { compareUsages } from './usages.ts';

/** Arguments of fields and of directives, and input fields: what clients send. */
export interface InputNames {
  readonly added: string;
  readonly removed: string;
  readonly type: string;
  readonly default: string;
  /** `argument`, `input field`. */
  readonly noun: string;
}

export const fieldArgument: InputNames = {
  added: 'field-argument-added',
  removed: 'field-argument-removed',
  type: 'field-argument-type-changed',
  default: 'field-argument-default-changed',
  noun: 'argument',
};
export const inputField: InputNames = {
  added: 'input-field-added',
  removed: 'input-field-removed',
  type: 'input-field-type-changed',
  default: 'input-field-default-value-changed',
  noun: 'input field',
};
export const directiveArgument: InputNames = {
  added: 'directive-argument-added',
  removed: 'directive-argument-removed',
  type: 'directive-argument-type-changed',
  default: 'directive-argument-default-value-changed',
  noun: 'argument',
};

/** @param owner what has the inputs at head: messages name it */
export function compareInputs(
  comparison: Comparison,
  base: readonly InputValue[],
  head: readonly InputValue[],
  names: InputNames,
  owner: Element,
): void {
  const { removed, added, both } = paired(base, head);
  for (const each of removed) {
    report(comparison, each, undefined, {
      change: names.removed,
      impact: 'breaking',
      message: `The ${names.noun} \`${each.coordinate}\` was removed: operations that send \`${each.name}\` are rejected.`,
      at: owner.spot.file.side === 'head' && names !== inputField ? owner.spot : each.spot,
    });
  }
  for (const each of added) reportAdded(comparison, each, names);
  for (const [before, after] of both) compareInput(comparison, before, after, names);
}

function isRequired({ type, default: value }: InputValue): boolean {
  return type.nonNull && value === undefined;
}

function reportAdded(comparison: Comparison, each: InputValue, names: InputNames): void {
  const required = isRequired(each);
  const end = each.spot.range.end;
  const text = each.spot.file.text.slice(end, end + 1500);
  const type = /^\s{0,200}:[^!]{0,1000}!/.exec(text)?.[0];
  const isPlain = type?.replace(/^\s*:\s*/, '') === each.type.text;
  report(comparison, undefined, each, {
    change: required ? `required-${names.added}` : names.added,
    impact: required ? 'breaking' : 'compatible',
    message: `The ${names.noun} \`${each.coordinate}\` of type \`${each.type.text}\` was added${required ? ': operations that do not send it are rejected.' : ', and may be left out.'}`,
    ...(required &&
      type !== undefined &&
      isPlain && {
        fix: {
          title: `Make \`${each.name}\` optional`,
          edits: [{ range: { start: end + type.length - 1, end: end + type.length }, newText: '' }],
        },
      }),
  });
}

function compareInput(comparison: Comparison, before: InputValue, after: InputValue, names: InputNames): void {
  compareUsages(comparison, before, after);
  if (before.type.text !== after.type.text) {
    const kept = isInputKept(before.type, after.type);
    report(comparison, before, after, {
      change: names.type,
      impact: kept ? 'compatible' : 'breaking',
      message: `The ${names.noun} \`${before.coordinate}\` has type \`${after.type.text}\`, was \`${before.type.text}\`${kept ? ': it takes all that it took.' : `: ${inputEffect(before, after)}`}`,
    });
  }
  if (before.default !== after.default) reportDefault(comparison, before, after, names);
}

function inputEffect(before: InputValue, after: InputValue): string {
  if (after.type.nonNull && !before.type.nonNull && before.type.name === after.type.name)
    return 'operations that leave it out, send null or pass a variable that may be null are rejected.';
  return 'operations that send a value or a variable of the old type are rejected.';
}

function reportDefault(comparison: Comparison, before: InputValue, after: InputValue, names: InputNames): void {
  const required = isRequired(after) && !isRequired(before);
  if (required && !before.type.nonNull) return;
  report(comparison, before, after, {
    change: names.default,
    impact: required ? 'breaking' : 'risky',
    message: `The ${names.noun} \`${before.coordinate}\` has default \`${after.default ?? 'none'}\`, was \`${before.default ?? 'none'}\`: operations that leave it out ${required ? 'are rejected.' : 'are answered otherwise than before.'}`,
  });
}
