import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { If } from '../../../code/statement.ts';
import { bare, callsIn, foldedText, visitsOf, walk, type CodeNode } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

const asks = /^(?:exists|existsSync|pathExists|pathExistsSync|access|accessSync|stat|statSync|lstat|lstatSync)$/;
/** What replaces or opens up whatever is there by then. */
const changes =
  /^(?:writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync|createWriteStream|chmod|chmodSync|chown|chownSync|truncate|truncateSync)$/;

/** `if (!fs.existsSync(path)) fs.writeFileSync(path, …)`, `if (account.balance >= amount) account.balance -= amount`. */
export function* checksThenUsesInScript(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('if')) {
    yield* inFiles(sight);
    yield* inRecords(sight);
  }
  for (const sight of code.calls('access', 'exists', 'stat', 'lstat')) yield* inCallbacks(sight);
}

function* inFiles(sight: Sight<If>): Generator<Sighting> {
  const asked = callsIn([sight.node.test]).find(({ name, arguments: given }) => asks.test(name) && given[0]);
  const path = asked?.arguments[0];
  if (!path) return;
  const act = changeOf(path, [...sight.node.then, ...(sight.node.otherwise ?? [])]);
  if (act) yield sightingOf(path, act, sight.node.test, sight);
}

/** `fs.access(path, (error) => fs.writeFile(path, …))`. */
function* inCallbacks(sight: Sight<Call>): Generator<Sighting> {
  const [path, ...more] = sight.node.arguments;
  const callback = more.map(bare).find(({ kind }) => kind === 'function');
  const act = path && callback?.kind === 'function' ? changeOf(path, callback.body) : undefined;
  if (path && act) yield sightingOf(path, act, { ...sight.node, range: { start: sight.node.range.start, end: path.range.end } }, sight);
}

/** With `wx` the call itself finds out. */
function changeOf(path: Expression, code: readonly CodeNode[]): Call | undefined {
  const same = canonical(bare(path));
  return callsIn(code).find(
    ({ name, arguments: given }) =>
      changes.test(name) &&
      given[0] !== undefined &&
      canonical(bare(given[0])) === same &&
      !visitsOf(given.slice(1), 'string').some(({ node }) => /^(?:wx|ax|xw|xa)\+?$/.test(node.value)),
  );
}

function sightingOf(path: Expression, act: Call, check: Expression, at: Sight): Sighting {
  const shown = foldedText(at.file.text, path.range);
  const instead = /^(?:ch(?:mod|own)|truncate)/.test(act.name)
    ? 'open it once, and work on what was opened'
    : "let the call itself find out (`flag: 'wx'`), and handle its error";
  return {
    at,
    range: check.range,
    severity: 'note',
    message: `\`${shown}\` may come, go or become a link between this check and the \`${act.name}\` in line ${String(at.file.lines.position(act.range.start).line)}: ${instead}.`,
    related: { range: act.range, caption: 'used here' },
  };
}

const counted =
  /^(?:\w*[bB]alance|credits?|points|stock|inventory|quantity|available\w*|remaining\w*|seats\w*|uses?Left|usesRemaining|quota|tokensLeft)$/;
const guarded =
  /transaction|\block\b|lock\(|for update|forUpdate|\$inc|\$dec|decrement|increment|atomic|mutex|semaphore|version|raw\(|queryRunner|session\)/i;

/** What is read, compared and written back by two requests at once is taken twice. */
function* inRecords(sight: Sight<If>): Generator<Sighting> {
  const member = visitsOf([sight.node.test], 'member').find(
    ({ node, parent }) => counted.test(node.name) && isCompared(parent?.node),
  )?.node;
  if (!member || !isSaved(bodyAround(sight))) return;
  const same = canonical(member);
  const change = visitsOf([...sight.node.then, ...after(sight)], 'assignment').find(
    ({ node }) => canonical(bare(node.target)) === same && (node.operator === '-=' || mentions(node.value, same)),
  )?.node;
  if (!change || guarded.test(sight.file.text.slice(...spanOf(sight)))) return;
  yield {
    at: sight,
    range: sight.node.test.range,
    message: `\`${same}\` may have changed between this check and line ${String(sight.file.lines.position(change.range.start).line)}: two requests at once both pass. Let the database compare and change it in one statement, or lock the row.`,
    related: { range: change.range, caption: 'changed here' },
  };
}

function isCompared(parent: CodeNode | undefined): boolean {
  return parent?.kind === 'binary' && /^[<>]=?$/.test(parent.operator);
}

function isSaved(code: readonly CodeNode[]): boolean {
  return callsIn(code).some(({ name }) => /^(?:save|update|updateOne|persist|flush|put|set)$/.test(name));
}

function mentions(value: Expression, same: string): boolean {
  return walk([value]).some(({ node }) => node.kind === 'member' && canonical(node) === same);
}

/** Where the check ends the function, all that follows is what it is for. */
function after(sight: Sight<If>): readonly CodeNode[] {
  const ends = sight.node.then.some(({ kind }) => kind === 'return' || kind === 'throw');
  return ends ? bodyAround(sight).filter(({ range }) => range.start > sight.node.range.end) : [];
}

/** The code of the innermost function. */
function bodyAround({ code, parent }: Sight<If>): readonly CodeNode[] {
  for (let at = parent; at; at = at.parent) if (at.node.kind === 'function') return at.node.body;
  return code;
}

function spanOf(sight: Sight<If>): readonly [number, number] {
  const body = bodyAround(sight);
  return [body[0]?.range.start ?? sight.node.range.start, body.at(-1)?.range.end ?? sight.node.range.end];
}
