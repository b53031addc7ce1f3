import type { SymbolAt } from '../../code/code-change.ts';
import { canonical } from '../../code/canonical.ts';
import { callsIn, codeOf, visitsOf } from '../../code/walk.ts';
import { guardClauseKind } from '../safeguards/guard-clauses.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const recovering = /^(?:onErrorResume|onErrorReturn|onErrorResumeNext|exceptionally|exceptionallyCompose|catchError)$/;

/** `rates.load(code).onErrorReturn(Rate.NONE)`: what a stream or a future does about errors. */
export const recoveries: SafeguardKind = {
  helpers: /catch|safe|handle|recover|fallback|retry|wrap|resume/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { name, receiver, nameRange, range } = visited.node;
      if (!recovering.test(name) || receiver?.kind !== 'call') return [];
      return [
        {
          family: 'handling',
          key: `${name} ${canonical(receiver)}`,
          scope: scopeOf(visited),
          range: { start: nameRange.start, end: range.end },
        },
      ];
    }),
  exposed: ({ key }, head) => isMade(key.slice(key.indexOf(' ') + 1), head),
};

function isMade(call: string, { symbol }: SymbolAt): boolean {
  return callsIn(codeOf(symbol)).some((each) => canonical(each) === call);
}

export const inAnApplication = 'the answer to errors of the application';

/** `app.use((err, req, res, next) => …)`: Express knows it by its four parameters. */
export const errorMiddleware: SafeguardKind = {
  helpers: /error|exception|handle|setup|register|configure/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { name, receiver, arguments: given, range } = visited.node;
      const isHandler = given.some((each) =>
        each.kind === 'function' ? each.parameters.length === 4 : each.kind === 'name' && handlerName.test(each.name),
      );
      return name === 'use' && receiver && isHandler
        ? [{ family: inAnApplication, key: canonical(receiver), scope: scopeOf(visited), range }]
        : [];
    }),
  exposed: ({ key }, { symbol }) => callsIn(codeOf(symbol)).some(({ receiver }) => receiver !== undefined && canonical(receiver) === key),
};

const handlerName = /^(?:error\w*|\w*(?:Error|Exception)(?:s)?(?:Handler|Middleware|Filter)?)$/;

export const answered = 'the look at the answer';

/** `if (!response.ok) throw …`. */
export const failedAnswers: SafeguardKind = guardClauseKind(
  {
    familyOf: ({ test, form }) =>
      form === 'leaves' &&
      /^!\(?\w+\.(?:ok|isSuccessful\(\)|is2xxSuccessful\(\))\)?$|\.(?:status|statusCode|statusCode\(\)|getStatusCode\(\)|code\(\))\)?\s?(?:[!=]==?|>=?)/.test(
        test,
      )
        ? answered
        : undefined,
  },
  { helpers: /check|ensure|assert|verify|ok|raise|status|throw/i },
);

export const listened = 'the ear for errors';

/** `process.on('unhandledRejection', …)`, `stream.on('error', …)`, `Thread.setDefaultUncaughtExceptionHandler(…)`. */
export const errorListeners: SafeguardKind = {
  helpers: /error|exception|crash|sentry|reject|pipeline|finished|monitor/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { name, receiver, arguments: given, range } = visited.node;
      const [event] = given;
      const isListener =
        /^set(?:Default)?UncaughtExceptionHandler$/.test(name) ||
        (/^(?:on|once|addListener|addEventListener)$/.test(name) &&
          event?.kind === 'string' &&
          /^(?:error|unhandled[rR]ejection|uncaughtException|uncaughtExceptionMonitor)$/.test(event.value));
      if (!isListener || !receiver || receiver.kind === 'call') return [];
      const key = `${canonical(receiver)} ${event?.kind === 'string' ? event.value : name}`;
      return [{ family: listened, key, scope: scopeOf(visited), range, subject: canonical(receiver) }];
    }),
  exposed: ({ subject = '' }, head) =>
    /^(?:process|Thread|window|self|globalThis)$/.test(subject) ||
    callsIn(codeOf(head.symbol)).some(
      ({ name, receiver }) => /^(?:pipe|on|listen|connect)$/.test(name) && receiver !== undefined && canonical(receiver) === subject,
    ),
};
