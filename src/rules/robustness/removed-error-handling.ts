import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { handlings } from './handlings.ts';
import { errorBoundaries, shownErrors } from './error-boundaries.ts';
import { errorFilters, fallbacks, inAnnotations } from './error-annotations.ts';
import { answered, errorListeners, errorMiddleware, failedAnswers, inAnApplication, listened, recoveries } from './recoveries.ts';

const java = (...body: readonly string[]): string =>
  `class Rates {\n  double rate(String code) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const handled = [
  'try {',
  '  return client.fetch(code);',
  '} catch (RateException e) {',
  '  log.warn("no rate", e);',
  '  return lastKnown(code);',
  '}',
];
const script = (...body: readonly string[]): string =>
  `export async function handle(req, res, next) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const guarded = ['try {', '  res.json(await load(req.params.id));', '} catch (error) {', '  next(error);', '}'];

export const removedErrorHandling = removalRule({
  id: 'robustness/removed-error-handling',
  title: 'An error that was handled is handled no more',
  reason:
    'The call can still fail, and what was done about it is gone: no fallback, no answer to the caller, no clean-up. In JavaScript a rejection that nobody handles ends the process.',
  remedy: 'Handle it again, or let the caller handle it and show that in the same change.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [755, 248],
  sources: [
    {
      title: 'Node.js Best Practices: error handling',
      url: 'https://github.com/goldbergyoni/nodebestpractices#2-error-handling-practices',
    },
  ],
  limits:
    'A handler that was empty, or that threw, is no loss. A Java method that now declares what it throws leaves it to its callers: this is less sure. Whether a caller handles the error is not looked for, but a handler that appears anywhere in the change is taken for it.',
  kinds: [handlings, recoveries, errorMiddleware, failedAnswers, errorFilters, fallbacks, errorBoundaries, errorListeners],
  weigh: ({ base, head }) => (head.symbol.throws.length > base.symbol.throws.length ? { confidence: 'low' } : {}),
  message: ({ lost }, { name, before }) =>
    inAnnotations.has(lost.family) || lost.family === shownErrors
      ? `${name} gives up ${lost.family}: ${before} is gone.`
      : lost.family === answered
        ? `${name} no longer looks whether it got a good answer: ${before} is gone.`
        : lost.family === listened
          ? `${name} no longer hears of errors of \`${lost.subject ?? ''}\`: ${before} is gone.`
          : lost.family === inAnApplication
            ? `${name} no longer has anything that answers what goes wrong in a request: ${before} is gone.`
            : lost.family === 'clean-up'
              ? `${name} no longer cleans up when it fails: the \`finally\` is gone, the calls in its \`try\` are still made.`
              : `${name} no longer handles ${lost.subject ? `\`${lost.subject.replaceAll('|', ' | ')}\`` : 'errors'} of what it calls: the handler is gone, the calls are still made.`,
  examples: [
    edited('a fallback is removed', 'src/main/java/Rates.java', java(...handled), java('return client.fetch(code);'), [
      '2 `rate` no longer handles `RateException` of what it calls: the handler is gone, the calls are still made.',
    ]),
    edited(
      'more is handled than before',
      'src/main/java/Rates.java',
      java(...handled),
      java(...handled.map((line) => line.replace('RateException', 'RuntimeException'))),
    ),
    edited('a route no longer passes errors on', 'src/rates.ts', script(...guarded), script('res.json(await load(req.params.id));'), [
      '1 `handle` no longer handles errors of what it calls: the handler is gone, the calls are still made.',
    ]),
    edited(
      'errors are handled by a function around it',
      'src/rates.ts',
      script(...guarded),
      script('await catchErrors(next, async () => {', '  res.json(await load(req.params.id));', '});'),
    ),
    edited(
      'a rejection is handled no more',
      'src/send.js',
      'exports.send = (mail) => post(mail).catch(report);\n',
      'exports.send = (mail) => post(mail);\n',
      ['1 `send` no longer handles errors of what it calls: the handler is gone, the calls are still made.'],
    ),
    edited(
      'the call is gone too',
      'src/send.js',
      'exports.send = (mail) => post(mail).catch(report);\n',
      'exports.send = (mail) => queue(mail);\n',
    ),
  ],
});
