import type { Expression } from '../../../code/expression.ts';
import type { Handler } from '../../../code/statement.ts';
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
  for (let at: Visited | undefined = visited; at; at = at.parent)
    if (at.node.kind === 'call' && (isLogger(at.node.receiver) || (!at.node.receiver && /^(debug|log|trace)$/.test(at.node.name))))
      return true;
  return false;
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
  return value.kind === 'call' && isLogger(value.receiver);
}
