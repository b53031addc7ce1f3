import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import type { Confidence } from '../../../finding/draft.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { moduleOf, originOf } from '../../../code/flow/origin.ts';
import { bare, visitsOf, walk } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';

/** A file that others on the same machine can foresee or read. */
export interface SharedTemporary {
  readonly at: Sight;
  readonly range: TextRange;
  /** A whole sentence without its end. */
  readonly what: string;
  /** Less than the rule's own. */
  readonly confidence?: Confidence;
  readonly fix?: { readonly title: string; readonly edits: readonly { readonly range: TextRange; readonly newText: string }[] };
}

const shared = /^\/(?:tmp|var\/tmp|dev\/shm)\/./;
/** Folders that everybody may write to. */
const publicFolders =
  /^(?:\/(?:usr\/|var\/|private\/(?:var\/)?)?tmp|\/dev\/shm|\/dev\/mqueue|\/(?:var\/)?run\/lock|\/Library\/Caches|\/Users\/Shared|(?:C:)?\\+(?:Windows\\+)?(?:Temp|TMP))(?:[\\/]|$)/;
const writing = [
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createWriteStream',
  'mkdir',
  'mkdirSync',
  'outputFile',
  'outputFileSync',
] as const;

/** `fs.writeFile('/tmp/report.csv', …)`, `fs.writeFile(path.join(os.tmpdir(), 'report.csv'), …)`. */
export function* sharedInScript(code: CodeInventory): Generator<SharedTemporary> {
  for (const sight of code.calls(...writing)) {
    const [path, content] = sight.node.arguments;
    if (!path || !/^(?:fs|fs-extra|graceful-fs)\b/.test(moduleOf(sight.node, sight) ?? '') || opensAnew(sight.node.arguments)) continue;
    if (!isForeseeable(path, sight)) continue;
    yield {
      at: sight,
      range: sight.node.range,
      what: `\`${sight.node.name}\` writes to a name in the shared temporary folder that others can foresee`,
      // A fixed text gives nothing away and can hardly be misused: what is left is that a file of one's own is overwritten.
      ...(content && textOf(content, sight) !== undefined && sight.node.name.includes('File') && { confidence: 'low' }),
    };
  }
  for (const sight of code.calls('tmpNameSync', 'tmpName', 'mktemp', 'mktempSync'))
    if (/^tmp\.tmpName(?:Sync)?\(\)$/.test(originOf(sight.node, sight) ?? ''))
      yield {
        at: sight,
        range: sight.node.range,
        what: `\`${sight.node.name}\` gives a name that somebody else can take before the file is made`,
      };
}

/** `{ flag: 'wx' }` fails where something is there already. */
function opensAnew(given: readonly Expression[]): boolean {
  return visitsOf(given, 'string').some(({ node }) => /^(?:w|a)x\+?$/.test(node.value));
}

function isForeseeable(path: Expression, at: Sight): boolean {
  const known = textOf(path, at);
  if (known !== undefined) return shared.test(known);
  const held = bare(heldBy(path, at) ?? path);
  const nodes = walk([held]).map(({ node }) => node);
  const inTemporary =
    nodes.some((node) => node.kind === 'call' && node.name === 'tmpdir') ||
    nodes.some((node) => node.kind === 'string' && shared.test(node.value));
  if (!inTemporary) return false;
  // Only fixed words, the time and the process: all of them can be foreseen.
  return nodes.every((node) => {
    if (node.kind === 'call') return /^(?:join|resolve|tmpdir|now|toString|toISOString)$/.test(node.name);
    if (node.kind === 'name') return /^(?:path|os|process|Date|join|tmpdir)$/.test(node.name);
    if (node.kind === 'member') return /^(?:pid|path|os)$/.test(node.name);
    return node.kind === 'string' || node.kind === 'concatenation' || node.kind === 'binary' || node.kind === 'number';
  });
}

/** `File.createTempFile("a", ".tmp")`, `new FileWriter("/tmp/report.csv")`. */
export function* sharedInJava(code: CodeInventory): Generator<SharedTemporary> {
  for (const sight of code.calls('createTempDir')) {
    if (lastName(sight.node.receiver ?? sight.node) === 'Files' && sight.node.arguments.length === 0)
      yield { at: sight, range: sight.node.range, what: '`Files.createTempDir` makes a folder that everybody on the machine can read' };
  }
  for (const sight of code.calls('createTempFile')) {
    const { receiver, arguments: given, range } = sight.node;
    if (!receiver || lastName(receiver) !== 'File' || given.length !== 2) continue;
    const words = given.map((each) => code.file.text.slice(each.range.start, each.range.end)).join(', ');
    yield {
      at: sight,
      range,
      what: '`File.createTempFile` makes a file that everybody on the machine can read',
      fix: { title: 'Make it for this user alone', edits: [{ range, newText: `java.nio.file.Files.createTempFile(${words}).toFile()` }] },
    };
  }
  for (const sight of [...code.constructions('File'), ...code.calls('get', 'of')]) {
    if (sight.node.kind === 'call' && !/^Paths?$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '')) continue;
    const path = textOf(sight.node.arguments[0], sight);
    if (path !== undefined && publicFolders.test(path))
      yield { at: sight, range: sight.node.range, what: `Everybody on the machine can read and replace what is in \`${path}\`` };
  }
  for (const sight of code.constructions('FileWriter', 'FileOutputStream', 'RandomAccessFile', 'PrintWriter')) {
    const [path] = sight.node.arguments;
    if (path && shared.test(textOf(path, sight) ?? ''))
      yield {
        at: sight,
        range: sight.node.range,
        what: `\`${sight.node.type}\` writes to a name in the shared temporary folder that others can foresee`,
      };
  }
}
