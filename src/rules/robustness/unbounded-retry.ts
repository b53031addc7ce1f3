import * as z from 'zod/mini';
import type { Handler, Loop, Statement, Try } from '../../code/statement.ts';
import { callsIn, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const java = (handler: string): string =>
  `class Client {\n  Rate load(String id) {\n    while (true) {\n      try {\n        return get(id);\n      } catch (IOException e) {\n        ${handler}\n      }\n    }\n  }\n}\n`;
const script = (handler: string): string =>
  `export async function load(id) {\n  for (;;) {\n    try {\n      return await get(id);\n    } catch (error) {\n      ${handler}\n    }\n  }\n}\n`;

export const unboundedRetry = defineFileRule({
  id: 'robustness/unbounded-retry',
  title: 'Something that fails is tried again without end',
  reason:
    'When the failure stays, the loop never ends: the caller waits for ever, the processor is busy, and the other system gets one call after the other while it tries to come back.',
  remedy: 'Count the attempts, wait longer after each, and give the last error to the caller.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [835, 770],
  sources: [
    {
      title: 'AWS Builders’ Library: Timeouts, retries, and backoff with jitter',
      url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
    },
  ],
  limits:
    'Finds endless loops that leave where the work succeeds and never where it fails. A loop that works off a queue does not leave on success and is left alone.',
  examples: [
    edited('a failed call is repeated at once', 'src/main/java/Client.java', 'class Client {\n}\n', java('log.warn("again", e);'), [
      '3 `load` tries again without end: no error ends the loop.',
    ]),
    edited(
      'the attempts are counted',
      'src/main/java/Client.java',
      'class Client {\n}\n',
      java('if (++attempts > 3) throw new IllegalStateException(e);'),
    ),
    edited('a failed call is repeated after a pause', 'src/load.ts', 'export {};\n', script('await sleep(100);'), [
      '2 `load` tries again without end: no error ends the loop.',
    ]),
    edited('the last error is thrown', 'src/load.ts', 'export {};\n', script('if (attempt++ >= 3) throw error;')),
    edited('a failed call is repeated in JavaScript', 'src/load.js', '', script('report(error);'), [
      '2 `load` tries again without end: no error ends the loop.',
    ]),
    edited('the loop ends with the first error', 'src/load.js', '', script('return undefined;')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { node } of visitsOf(code, 'loop')) {
        if (!isEndless(node)) continue;
        const attempt = node.body.find((each): each is Try => each.kind === 'try' && each.handlers.length > 0);
        if (
          !attempt ||
          !leaves(attempt.body) ||
          attempt.handlers.some((handler) => leaves(handler.body) || asksElsewhere(handler)) ||
          leavesOutside(node, attempt)
        )
          continue;
        const head = {
          start: node.range.start,
          end: Math.min(node.range.end, file.lines.lineRange(file.lines.position(node.range.start).line).end - 1),
        };
        yield findingAt(file, symbol, head, `\`${symbol.name}\` tries again without end: no error ends the loop.`);
      }
    }
  },
});

/** Something else is given the error, and may throw when it is enough: `context.onError(error)`. */
function asksElsewhere({ name, body }: Handler): boolean {
  return (
    name !== undefined &&
    callsIn(body).some(
      (call) =>
        /^(?:on[A-Z]|handle|check|should|record|register|next|backoff|throw|rethrow|may|can|fail)/.test(call.name) &&
        call.arguments.some((given) => given.kind === 'name' && given.name === name),
    )
  );
}

function isEndless({ form, header }: Loop): boolean {
  if (form === 'for-each') return false;
  return (
    header.length === 0 || (header.length === 1 && (header[0]?.kind === 'true' || (header[0]?.kind === 'number' && header[0].text === '1')))
  );
}

/** Whether something in it ends the loop. */
function leaves(body: readonly Statement[]): boolean {
  for (const visited of walk(body)) {
    const { kind } = visited.node;
    if (kind !== 'return' && kind !== 'throw' && kind !== 'break') continue;
    if (!isInner(visited.parent, kind)) return true;
  }
  return false;
}

function isInner(around: Visited | undefined, kind: string): boolean {
  for (let at = around; at; at = at.parent) {
    if (/^(function|functions|new)$/.test(at.node.kind) || (kind === 'break' && /^(loop|switch)$/.test(at.node.kind))) return true;
  }
  return false;
}

/** A condition beside the `try` ends it too. */
function leavesOutside({ body }: Loop, attempt: Try): boolean {
  return leaves(body.filter((each) => each !== attempt)) || leaves(attempt.finalizer ?? []);
}
