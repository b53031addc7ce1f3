import type * as z from 'zod/mini';
import { suggestion } from '../base/nearest.ts';
import type { ValuePath } from './located-yaml.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong in words for a person, and where. */
export interface Explanation {
  readonly path: ValuePath;
  /** The key itself is wrong, and not what it is set to. */
  readonly isOfKey?: boolean;
  readonly message: string;
}

/**
 * @param issue with the message of a locale
 * @param value the whole value that was checked
 * @param knownKeys the keys that are allowed at a path
 */
export function explainIssue(issue: Issue, value: unknown, knownKeys: (path: ValuePath) => readonly string[]): Explanation[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], isOfKey: true, message: unknownKey(path, key, knownKeys(path)) }));
  if (issue.code === 'invalid_union') return explainUnion(issue, path, value, knownKeys);
  if (issue.code === 'invalid_value') return [{ path, message: wrongValue(valueAt(value, path), issue.values.map(String)) }];
  return [{ path, message: `${nameOf(path)}: ${messageOf(issue)}.` }];
}

/** Of the choices the one that has the value's own shape is explained; else all that would be right. */
function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: ValuePath,
  value: unknown,
  knownKeys: (path: ValuePath) => readonly string[],
): Explanation[] {
  const meant = issue.errors.find(
    (choice) => !choice.some((inner) => inner.path.length === 0 && (inner.code === 'invalid_type' || inner.code === 'invalid_value')),
  );
  if (meant) return meant.flatMap((inner) => explainIssue({ ...inner, path: [...path, ...inner.path] }, value, knownKeys));
  const allowed = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  if (allowed.length > 0) return [{ path, message: wrongValue(valueAt(value, path), allowed) }];
  return [{ path, message: `${nameOf(path)}: ${issue.errors.flat().map(messageOf).join(', or ')}.` }];
}

function unknownKey(path: ValuePath, key: string, known: readonly string[]): string {
  const hint = suggestion(key, known);
  if (path.at(-1) === 'rules' && key.startsWith('custom/'))
    return `"${key}" is no name of a rule of your own: it is custom/ and words in small letters with hyphens, as in custom/no-console.`;
  if (path.at(-1) === 'rules') return `There is no rule "${key}"${hint}.`;
  if (path.at(-2) === 'rules') return `The rule ${String(path.at(-1))} has no option "${key}"${hint || allowedText(known)}.`;
  return `There is no setting "${[...path, key].join('.')}"${hint || allowedText(known)}.`;
}

function wrongValue(value: unknown, allowed: readonly string[]): string {
  const shown = value === undefined ? 'Nothing' : JSON.stringify(value);
  const hint = typeof value === 'string' ? suggestion(value, allowed) : '';
  return `${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown} is not one of ${allowed.join(', ')}${hint}.`;
}

function allowedText(known: readonly string[]): string {
  return known.length > 0 && known.length < 12 ? ` (there are: ${known.join(', ')})` : '';
}

function messageOf(issue: Issue): string {
  return issue.message.replace(/^Invalid input: /, '');
}

function nameOf(path: ValuePath): string {
  return path.length === 0 ? 'The file' : path.join('.');
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}
