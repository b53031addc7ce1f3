import type { Expression } from '../../../code/expression.ts';
import type { Handler, Statement } from '../../../code/statement.ts';
import { bare, dottedName, type Visited } from '../../../code/walk.ts';

/** Logging tells people something and decides nothing. */
const logging = /^(log(ger)?|LOG(GER)?|console|debug|tracer?)$/;
/** Names that nothing but logging asks for. */
export function onlyLogged(visits: readonly Visited[]): ReadonlySet<string> {
  if (!visits.some(({ node }) => node.kind === 'call' && isLogger(node.receiver))) return nothingLogged;
  const told = new Set<string>();
  const used = new Set<string>();
  for (const visited of visits) if (visited.node.kind === 'name') (isLogged(visited) ? told : used).add(visited.node.name);
  return new Set([...told].filter((name) => !used.has(name)));
}

const nothingLogged: ReadonlySet<string> = new Set();

export function isLogged(visited: Visited): boolean {
  for (let at: Visited | undefined = visited; at; at = at.parent) {
    const { node } = at;
    if (node.kind === 'call' && (isLogCall(node) || (!node.receiver && /^(debug|log|trace)$/.test(node.name)))) return true;
    // That something is told only then decides nothing either.
    if (node.kind === 'if' && visited === at && onlyTells(node.then) && onlyTells(node.otherwise ?? [])) return true;
    if (node.kind === 'variable' && node.value && isLogCall(bare(node.value))) return true;
  }
  return false;
}

function onlyTells(statements: readonly Statement[]): boolean {
  return statements.every((each) => each.kind === 'expression' && isLogCall(bare(each.value)));
}

function isLogger(receiver: Expression | undefined): boolean {
  return (receiver?.kind === 'name' || receiver?.kind === 'member') && logging.test(receiver.name);
}

/** To tell of an error and to pass it on changes nothing for the caller. */
export function doesMoreThanTell({ body, name }: Handler): boolean {
  const last = body.at(-1);
  const passesOn = last?.kind === 'throw' && name !== undefined && dottedName(bare(last.value)) === name;
  return !passesOn || !body.slice(0, -1).every((each) => each.kind === 'expression' && isLogCall(bare(each.value)));
}

/** `done -> log.info(…)` gives what nobody asks for. */
export function isLogCall(value: Expression): boolean {
  if (value.kind !== 'call') return false;
  if (isLogger(value.receiver) || (value.name === 'printStackTrace' && value.arguments.length === 0)) return true;
  return value.receiver?.kind === 'name' && loggerMakers.test(value.receiver.name) && /^get(?:Log|Logger)$/.test(value.name);
}

const loggerMakers = /^(?:LoggerFactory|LogFactory|LogManager|Logger)$/;
