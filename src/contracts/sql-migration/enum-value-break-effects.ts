import type { Effect, Situation } from './effect.ts';
import type { ActionOf } from './schema-action.ts';

/** A value is added to an enumerated type. */
export function addedEnumValue({ type, value }: ActionOf<'add-enum-value'>, { made }: Situation): readonly Effect[] {
  if (made.has('type', type)) return [];
  return [
    {
      change: 'adding-enum-value',
      impact: 'risky',
      element: `${type}.${value}`,
      message: `\`${type}\` takes the new value \`'${value}'\`: callers that list its values do not know what to do with it.`,
    },
  ];
}

/** A value of an enumerated type gets another name. */
export function renamedEnumValue({ type, value, to }: ActionOf<'rename-enum-value'>): readonly Effect[] {
  return [
    {
      change: 'renaming-enum-value',
      impact: 'breaking',
      element: `${type}.${value}`,
      message: `The value \`'${value}'\` of \`${type}\` is called \`'${to}'\` now: callers that write or compare the old one fail.`,
    },
  ];
}
