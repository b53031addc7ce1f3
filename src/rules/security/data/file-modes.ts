import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory } from '../../pattern/code-inventory.ts';
import { numericValue, optionOf, textOf, truthOf } from '../../pattern/values.ts';

/** A file that every user of the machine may change. */
export interface OpenFile {
  readonly at: Scope;
  readonly range: TextRange;
  /** As written, e.g. `0o777`. */
  readonly mode: string;
}

/** `fs.chmod(path, 0o777)`, `fs.writeFile(path, text, { mode: 0o666 })`, `process.umask(0)`. */
export function* openFilesInScript(code: CodeInventory): Generator<OpenFile> {
  for (const sight of code.calls(
    'chmod',
    'chmodSync',
    'fchmod',
    'fchmodSync',
    'lchmod',
    'lchmodSync',
    'writeFile',
    'writeFileSync',
    'appendFile',
    'appendFileSync',
    'mkdir',
    'mkdirSync',
    'open',
    'openSync',
    'createWriteStream',
  )) {
    if (!/^(?:fs|graceful-fs|fs-extra)\b/.test(originOf(sight.node, sight) ?? (sight.node.receiver && lastName(sight.node.receiver)) ?? ''))
      continue;
    const given = sight.node.arguments;
    const chmod = sight.node.name.includes('chmod');
    const modes = chmod || /^(mkdir|open)/.test(sight.node.name) ? given.slice(1) : [];
    const mode = [...modes, ...given.map((each) => optionOf(each, 'mode', sight))].find((each) => each && letsOthersWrite(each, sight));
    if (mode) yield { at: sight, range: sight.node.range, mode: code.file.text.slice(mode.range.start, mode.range.end) };
  }
  yield* openMasks(code);
}

/** A mask of the process that leaves others the right to write: `process.umask(0)`. */
function* openMasks(code: CodeInventory): Generator<OpenFile> {
  for (const sight of code.calls('umask')) {
    const [mask, ...more] = sight.node.arguments;
    if (!mask || more.length > 0 || (sight.node.receiver && lastName(sight.node.receiver)) !== 'process') continue;
    const bits = bitsOf(mask, sight);
    if (bits !== undefined && (bits & 0o2) === 0)
      yield { at: sight, range: sight.node.range, mode: `umask ${code.file.text.slice(mask.range.start, mask.range.end)}` };
  }
}

function bitsOf(mode: Expression, scope: Scope): number | undefined {
  const value = bare(mode);
  const text = value.kind === 'number' && /^0[0-7]{1,3}$/.test(value.text) ? value.text : textOf(mode, scope);
  const bits =
    text === undefined
      ? numericValue(mode, scope)
      : /^(?:0o?)?[0-7]{1,4}$/.test(text)
        ? parseInt(text.replace(/^0o?(?=.)/, ''), 8)
        : undefined;
  return bits !== undefined && Number.isInteger(bits) && bits >= 0 && bits <= 0o7777 ? bits : undefined;
}

function letsOthersWrite(mode: Expression, scope: Scope): boolean {
  // `fs.constants.S_IRWXU | fs.constants.S_IRWXO`
  if (visitsOf([mode], 'member', 'name').some(({ node }) => node.name === 'S_IRWXO' || node.name === 'S_IWOTH')) return true;
  const bits = bitsOf(mode, scope);
  return bits !== undefined && bits > 0o100 && (bits & 0o2) !== 0 && (bits & 0o1000) === 0;
}

/** `file.setWritable(true, false)`, `PosixFilePermission.OTHERS_WRITE`, `PosixFilePermissions.fromString("rwxrwxrwx")`. */
export function* openFilesInJava(code: CodeInventory): Generator<OpenFile> {
  for (const sight of code.calls('setWritable')) {
    const [on, ownerOnly] = sight.node.arguments;
    if (truthOf(on, sight) === true && truthOf(ownerOnly, sight) === false)
      yield { at: sight, range: sight.node.range, mode: 'setWritable(true, false)' };
  }
  for (const sight of code.calls('fromString')) {
    const text = textOf(sight.node.arguments[0], sight);
    if (text !== undefined && /^[r-][w-][x-][r-][w-][x-][r-]w[x-]$/.test(text)) yield { at: sight, range: sight.node.range, mode: text };
  }
  for (const scope of code.scopes) {
    if (visitsOf(scope.code, 'call').some(({ node }) => node.name === 'remove' || node.name === 'contains')) continue;
    const setting = visitsOf(scope.code, 'call').filter(({ node }) => node.name === 'setPosixFilePermissions');
    for (const { node } of visitsOf(scope.code, 'member', 'name')) {
      if (node.name !== 'OTHERS_WRITE') continue;
      const set = setting.find((each) => each.node.range.end > node.range.start);
      yield { at: scope, range: set?.node.range ?? node.range, mode: 'OTHERS_WRITE' };
    }
  }
  for (const sight of code.calls('exec')) {
    const command = textOf(sight.node.arguments[0], sight);
    const mode = command === undefined ? undefined : /\bchmod\s+(?:-R\s+)?(0?777|0?666|[ao]\+[rx]*w[rx]*)\s/.exec(command)?.[1];
    if (mode !== undefined) yield { at: sight, range: sight.node.range, mode: `chmod ${mode}` };
  }
}
