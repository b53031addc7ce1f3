import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { isRandomEnough, namesCredential } from './likeness.ts';

/** A value that is as random as a secret, under a name that says that it is one. */
export interface AssignedSecret {
  readonly kind: 'secret';
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
}

/** A way to give a value to a name; the first group is the name, the second the value. All repetitions are bounded. */
interface Assignment {
  readonly pattern: RegExp;
  readonly path?: RegExp;
}

const settingsFile =
  /\.(?:properties|ya?ml|toml|ini|cfg|conf|env|tfvars|vars)$|(?:^|\/)\.env[\w.-]*$|(?:^|\/)\.(?:npmrc|pypirc|yarnrc)$|(?:^|\/)Dockerfile|(?:^|\/)kubeconfig$|\.(?:aws|kube)\/\w{1,20}$/;
const markup = /\.(?:xml|config|plist|csproj|props|targets)$/;

const assignments: readonly Assignment[] = [
  // `name = "value"`, `"name": "value"`, `name("value"`, `NAME || "value"`: the name alone is taken, so that a value may be the next one's name.
  { pattern: /([\w.-]{2,60})(?=["'`\]]{0,2}\)?\s{0,24}(?:=>|:=|={1,3}|:|,|\|\||\?\?|\s)\s{0,4}["'`]([^"'`\s]{6,200})["'`])/dg },
  { pattern: /\b(?:set|with)?([A-Za-z]{0,30}(?:[Pp]assword|[Ss]ecret|[Tt]oken|[Aa]piKey))\(\s{0,4}"([^"\s]{6,200})"\s{0,4}\)/dg },
  // `"X-Api-Key: value"`
  { pattern: /["'`]([\w-]{3,40}):\s{0,2}([^\s"'`]{16,200})["'`]/dg },
  // `?api_key=value`
  { pattern: /[?&]([\w-]{3,40})=([^\s&"'`<>{}$#]{16,200})/dg },
  { pattern: /[?&]([\w-]{0,20}(?:pass(?:word|wd)?|pwd|secret|token))=([^\s&"'`<>{}$#]{8,200})(?=["'`&#])/dgi },
  // `--api-key value`
  { pattern: /\s--([a-z][a-z-]{2,30})[= ]["']?([^\s"'`$<{-][^\s"'`]{7,200})/dg },
  // `${billing.api-key:value}`; in a shell `:-` stands before a default, and `:+` and `:?` before what is no value
  { pattern: /\$\{([\w.-]{2,80}):(?![+?])[-=]?([^\s{}"'$]{6,200})\}/dg },
  // `NAME=value command`
  {
    pattern: /(?:^|[\s;&|])([A-Z][A-Z0-9_]{2,60})=([^\s"'`$;&|()<>]{6,200})(?=\s|$)/dg,
    path: /\.(?:sh|bash|zsh|ya?ml|service)$|Dockerfile|Makefile/,
  },
  // `NAME=value` and `name: value`, each on a line
  {
    pattern: /^\s{0,40}(?:-\s|export\s|ENV\s|ARG\s)?\s{0,4}([\w./:-]{2,80})\s{0,4}[:=]\s{0,4}([^\s#"'`]{6,200})\s{0,10}(?:\s#.{0,200})?$/d,
    path: settingsFile,
  },
  { pattern: /<([\w.-]{3,60})>([^<\s]{6,200})<\//dg, path: markup },
  { pattern: /\b(?:name|key)="([\w.:-]{3,80})"\s{1,40}value="([^"\s]{6,200})"/dg, path: markup },
];

/** The secrets that a line gives to a name that says so. */
export function assignedSecrets(text: string, start: number, { path, text: whole }: SourceFile): readonly AssignedSecret[] {
  if (!/pass|pwd|secret|token|key|credential|_pat\b|sonar/i.test(text)) return [];
  // Its values are encrypted for the cluster that they are made for.
  if (/\.ya?ml$/.test(path) && whole.includes('kind: SealedSecret')) return [];
  return assignments
    .filter((each) => each.path?.test(path) ?? true)
    .flatMap(({ pattern }) => matches(pattern, text).flatMap((match) => secretOf(match, start)));
}

function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  if (pattern.global) return [...text.matchAll(pattern)];
  const match = pattern.exec(text.trimEnd());
  return match ? [match] : [];
}

function secretOf({ 1: name = '', 2: value = '', indices }: RegExpExecArray, start: number): readonly AssignedSecret[] {
  const at = indices?.[2];
  if (!at || !namesCredential(name) || !isRandomEnough(name, value)) return [];
  return [{ kind: 'secret', name, value, range: { start: start + at[0], end: start + at[1] } }];
}
