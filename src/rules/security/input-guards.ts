import type { SymbolAt } from '../../code/code-change.ts';
import { guardClauseKind, type GuardClause } from '../safeguards/guard-clauses.ts';
import type { SafeguardKind } from '../safeguards/safeguard.ts';
import { asksWhoCalls } from './access/access-checks.ts';

const inside = /!\(?[\w.]*(?:startsWith\(|isInside|isSubpath|isWithin)|isAbsolute\(|\.relative\(|(?:includes|contains|indexOf)\(["'`]\.\./;
const answersBad = /\b(?:400|422)\b|badrequest|unprocessable|BAD_REQUEST|UNPROCESSABLE/i;
const rejects =
  /\b(?:IllegalArgumentException|InvalidParameter\w*|Invalid\w*(?:Exception|Error)|\w*Validation(?:Exception|Error)|RangeError|ConstraintViolationException)\b/;
const missing = /^[!(]*[\w.]+\)*$|(?:null|undefined)/;
const tooMuch = /too (?:large|big|long|many)|exceed|\b413\b|TooLarge|limit/i;
const bound = /[<>]=?\s*\(?[\w.]*(?:max|limit|MAX|LIMIT|threshold|quota)/;

const helpers = /valid|verify|check|ensure|assert|require|parse|saniti[sz]e|guard|schema|constrain|resolve|safe/i;

/** `if (amount <= 0) return res.status(400).end()`, `if (!target.startsWith(root)) throw …`: what a function does not take. */
export const inputGuards: SafeguardKind = guardClauseKind(
  { familyOf: (guard, at) => (isInputGuard(guard, at) ? 'validation' : undefined), isPart: (test) => !missing.test(test) },
  { helpers },
);

function isInputGuard({ test, clause, form }: GuardClause, at: SymbolAt): boolean {
  if (form !== 'leaves' || asksWhoCalls(test)) return false;
  const [last] = clause.then.slice(-1);
  if (inside.test(test) && /path|file|dir|root|base|target|folder|dest/i.test(test)) return last?.kind === 'throw' || isRefusal(clause, at);
  // What a library answers is told by the call of the library.
  if (missing.test(test) || /validationResult|safeParse|hasErrors|\.validate|\.isValid/.test(test)) return false;
  return answersBad.test(textOf(clause, at)) || (last?.kind === 'throw' && rejects.test(textOf(clause, at)) && isAboutGiven(test, at));
}

function isRefusal(clause: GuardClause['clause'], at: SymbolAt): boolean {
  return /\b4\d\d\b|forbidden|invalid/i.test(textOf(clause, at));
}

function isAboutGiven(test: string, { symbol }: SymbolAt): boolean {
  return (symbol.parameters ?? []).some(({ name }) => new RegExp(`\\b${name.replace(/\W/g, '')}\\b`).test(test));
}

/** What is done where the condition holds. */
function textOf({ test, range }: GuardClause['clause'], { file }: SymbolAt): string {
  return file.text.slice(test.range.end, Math.min(range.end, test.range.end + 600));
}

/** `if (total > MAX_SIZE) throw new IOException("too large")`. */
export const sizeGuards: SafeguardKind = guardClauseKind(
  {
    familyOf: ({ test, clause, form }, at) =>
      form === 'leaves' && bound.test(test) && clause.then.at(-1)?.kind !== 'continue' && tooMuch.test(textOf(clause, at))
        ? 'the limit on how much it takes'
        : undefined,
  },
  { helpers: /limit|max|bound|cap|size/i },
);
