import { stepLimit } from '../../../base/step-limit.ts';
import { bareObject } from '../../../code/flow/taint/chosen.ts';
import type { Harm, Use } from '../../../code/flow/taint/knowledge.ts';
import { taintOf, type Taint, type Value } from '../../../code/flow/taint/value.ts';
import { mayBeHtml } from './content-type.ts';
import { isHarmful, type DangerName } from './dangers.ts';
import type { SinkRow } from './sink-row.ts';

/** The harm that a use does where a row of the tables meets it. */
export function harmsOf(row: SinkRow, use: Use, text: string): readonly Harm[] {
  if (!isMet(row, use, text)) return [];
  return examined(row, use).flatMap((value): readonly Harm[] => {
    const taint = taintOf(value);
    if (!taint || !isHarmful(row.danger, row.markup ? { ...taint, lead: '' } : taint)) return [];
    if (row.markup && taint.harmless.has('html')) return [];
    if (row.server === true && taint.kind === 'client') return [];
    if (row.lead && !row.lead.test(taint.lead === '' ? '<' : taint.lead)) return [];
    if (row.unlessRooted === true && taint.lead !== '' && !taint.harmless.has('was-resolved')) return [];
    if (row.danger === 'prototype' && !/body|cookie/.test(taint.from)) return [];
    if (row.receiverText === true && !isText(use.receiver)) return [];
    if (row.danger === 'path' && taint.harmless.has('resolved-path') && taint.harmless.has('was-resolved')) return [];
    // Without dots there is no way up; what stands before keeps it from beginning at the root.
    if (row.danger === 'path' && taint.harmless.has('dots') && (taint.lead !== '' || taint.harmless.has('relative'))) return [];
    if (row.danger === 'joined' && (taint.harmless.has('path') || taint.harmless.has('dots'))) return [];
    if (row.objectOnly === true && isAlwaysText(taint, text)) return [];
    if (row.textOnly === true && !value.taint) return [];
    if (taint.kind === 'caller' && (row.confidence !== undefined || isMeantForIt(row.danger, taint, text))) return [];
    const confidence = row.confidence ?? (taint.kind === 'caller' ? 'medium' : undefined);
    return [{ danger: row.danger, sink: use.written ?? use.name, value, range: use.range, ...(confidence && { confidence }) }];
  });
}

/** Headers, and the parts of a path, are texts whoever sends them; only what is parsed can be an object. */
function isAlwaysText({ kind, source }: Taint, text: string): boolean {
  return kind === 'header' || /\.(?:params|path|url|originalUrl|href|pathname)\b|^@Param\b/.test(text.slice(source.start, source.end));
}

/** What a parameter is called that a method runs because that is what it is for. */
const meant: Partial<Record<DangerName, RegExp>> = {
  sql: /quer(?:y|ies)$|stmt$|statements?$|ddl$/i,
  nosql: /query$|filter$|json$/i,
  command: /commands?$|cmds?$|args$|arguments$/i,
  expression: /expr$|expression(?:str(?:ing)?|text)?s?$|condition$|spel$/i,
  template: /template$|content$/i,
  code: /script$|code$|source$|expression$/i,
  xpath: /xpath$|expression$|expr$/i,
  ldap: /filter$|base$|dn$/i,
};

/** Whether callers hand in the whole of what is run, under a name that says so. */
function isMeantForIt(danger: DangerName, { lead, source }: Taint, text: string): boolean {
  const name = /(?<![\w$])[\w$]+$/.exec(text.slice(source.start, source.end))?.[0] ?? '';
  return lead === '' && meant[danger]?.test(name) === true;
}

function isText(receiver: Value | undefined): boolean {
  return typeof receiver?.constant === 'string' || receiver?.taint !== undefined || receiver?.origin?.startsWith('text:') === true;
}

function isMet(row: SinkRow, use: Use, text: string): boolean {
  if (row.minimum !== undefined && use.values.length < row.minimum) return false;
  if (
    row.with !== undefined &&
    !new RegExp(row.with).test(text.slice(use.range.start, use.range.end).slice(0, 2000)) &&
    !hasConstant(use, row.with)
  )
    return false;
  if (row.first !== undefined && !isFirst(row.first, use, text)) return false;
  if (row.receiverNamed !== undefined && !new RegExp(`^(${row.receiverNamed})$`).test(receiverName(use))) return false;
  if (row.programFirst === true && isProgramWithArguments(use)) return false;
  if (row.jquery === true && !looksLikeJquery(use, text)) return false;
  if (row.danger === 'html' && /^@(response|context)/.test(use.origin ?? '') && !mayBeHtml(use.receiver)) return false;
  if (row.unlessRooted === true && (use.values[1]?.members?.has('root') === true || use.values[1]?.members?.has('*') === true))
    return false;
  if (row.ownReceiver === true && (use.isOwn === true || taintOf(use.receiver) !== undefined || use.receiver?.origin === bareObject))
    return false;
  if (row.unlessOptions === true && use.values.some(({ members }) => members?.has('root') === true)) return false;
  if (row.unlessSafeSchema === true && isSafeYaml(use, text)) return false;
  return true;
}

/** The program and its arguments as values of their own, or in an array. */
function isProgramWithArguments({ values: [first, ...rest] }: Use): boolean {
  const program = first?.origin === undefined ? first?.members?.get('0') : undefined;
  return program ? isPlainProgram(program) : rest.length > 0 && isPlainProgram(first);
}

/** Whether this starts a program that runs nothing of what it is handed. */
function isPlainProgram(first: Value | undefined): boolean {
  const name = typeof first?.constant === 'string' ? first.constant.replace(/^.*[/\\]/, '').replace(/\.exe$/i, '') : undefined;
  return (
    name !== undefined &&
    !/^(?:(?:ba|z|da|k|c|tc|a)?sh|cmd|powershell|pwsh|env|sudo|xargs|python[\d.]*|perl|ruby|node|php|ssh|su|find|awk)$/i.test(name)
  );
}

/** Whether the first argument is what a pattern tells, as far as it is known, or is written so. */
function isFirst(pattern: string, { values, ranges }: Use, text: string): boolean {
  const [range] = ranges;
  const known = values[0]?.constant;
  const written = range ? text.slice(range.start, range.end).slice(0, 200) : '';
  return new RegExp(`^(?:${pattern})$`, 'i').test(typeof known === 'string' ? known : written.replace(/^.*\./, ''));
}

function hasConstant(use: Use, pattern: string): boolean {
  return use.values.some(({ constant }) => typeof constant === 'string' && new RegExp(`^(${pattern})$`).test(constant));
}

/** The current `load` of js-yaml is safe; types of functions are opted into. */
function isSafeYaml(use: Use, text: string): boolean {
  return (
    !/^(unsafeLoad|unsafeLoadAll)$/.test(use.name) &&
    !/(DEFAULT_FULL_SCHEMA|UNSAFE|js-yaml-js-types)/.test(text.slice(use.range.start, use.range.end))
  );
}

function receiverName({ written }: Use): string {
  return written?.split('.').at(-2) ?? '';
}

/** `$(…)`, `$name`, `this` in a plugin, and what is called `element` or `el`. */
function looksLikeJquery({ receiverRange, receiver }: Use, text: string): boolean {
  if (receiver?.origin !== undefined && /^(@response|@request|@context|URLSearchParams|FormData|Headers|@document)/.test(receiver.origin))
    return false;
  const written = receiverRange ? text.slice(receiverRange.start, receiverRange.end) : '';
  return (
    /^(\$|jQuery\b|angular\.element|this$)/.test(written) ||
    /(^|\.)\$\w+$|^(\w*[eE]l(ement)?|elem|\$\w*)$/.test(written) ||
    /\$\([^)]*\)|jQuery\(/.test(written)
  );
}

function examined(row: SinkRow, use: Use): readonly Value[] {
  if (row.argument === 'receiver') return use.receiver ? [use.receiver] : [];
  const chosen = row.argument === 'all' ? use.values : [row.argument].flat().flatMap((index) => use.values[index] ?? []);
  const { made } = row;
  if (made !== undefined) return chosen.filter(({ origin }) => origin !== undefined && made.split('|').includes(origin));
  if (row.objectOnly === true) return chosen.filter((value) => carriesOperators(value));
  if (row.pathArguments === true && !/^(rename|copy|move|link|symlink|cp)/.test(use.name)) return chosen.slice(0, 1);
  const { property } = row;
  if (property === undefined) return chosen;
  const first = use.values[0];
  return chosen.flatMap((value) =>
    value.members ? property.split('|').flatMap((name) => value.members?.get(name) ?? []) : value === first ? [value] : [],
  );
}

/** Of a query's object each value may be an object with operators, where it comes parsed. */
function carriesOperators(value: Value, depth = 0): boolean {
  if (value.taint || !value.members || isTooDeep(depth)) return taintOf(value)?.lead === '';
  return [...value.members].some(([key, member]) => !comparing.test(key) && carriesOperators(member, depth + 1));
}

const deepest = 5;
const isTooDeep = stepLimit(deepest);
/** What is behind these is compared as it is, whatever it holds. */
const comparing = /^\$(?:eq|ne|gte?|lte?|n?in)$/;
