import type { Expression } from '../../code/expression.ts';
import { constantOf } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare, foldedText } from '../../code/walk.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { partsOf } from './string-parts.ts';

const ask = (address: string): string => `export const load = (password) => fetch(${address});\n`;

export const secretInAddress = patternRule({
  id: 'security/secret-in-address',
  title: 'A password or key is part of an address',
  reason:
    'Addresses are written down where bodies are not: in the logs of servers and proxies, in the history of browsers, and in what a page tells the sites that it links to. A secret in one is known to all of them.',
  remedy: 'Send it in a header such as `Authorization`, or in the body of a `POST`.',
  severity: 'warning',
  confidence: 'medium',
  category: 'info-exposure',
  languages: ['typescript', 'javascript'],
  cwe: [598],
  sources: [
    {
      title: 'OWASP: Information exposure through query strings in URL',
      url: 'https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url',
    },
  ],
  limits:
    'Addresses that are put together as text, with a parameter that is called like a secret. Tokens of links that are sent by mail are meant to stand there, so that `token` alone is left out.',
  examples: ['src/load.ts', 'src/load.js'].flatMap((path) => [
    {
      name: 'a password is asked with',
      base: {},
      head: { [path]: ask('`https://api.acme.com/data?password=${password}`') },
      finds: [`${path}:1 \`password\` is part of an address, which logs and histories keep.`],
    },
    {
      name: 'a page is asked for',
      base: {},
      head: { [path]: ask('`https://api.acme.com/data?page=${password.length}`') },
      finds: [],
    },
  ]),
  *look(code) {
    for (const sight of [...code.of('concatenation'), ...code.of('binary')]) {
      if (sight.node.kind === 'binary' && sight.node.operator !== '+') continue;
      if (sight.parent && /^(?:concatenation|binary)$/.test(sight.parent.node.kind)) continue;
      const secret = secretIn(sight.node, sight);
      if (!secret) continue;
      yield {
        at: sight,
        range: sight.node.range,
        message: `\`${foldedText(code.file.text, secret.range)}\` is part of an address, which logs and histories keep.`,
      };
    }
  },
});

const parameter =
  /[?&](?:password|passwd|pwd|pass|passphrase|secret|client_?secret|access_?token|refresh_?token|auth_?token|api_?key|apikey|api_?secret|private_?key|jwt|session_?id|sid|ssn|credit_?card|card_?number|cvv)=$/i;

/** What follows `…?password=`, where it is not known beforehand. */
function secretIn(expression: Expression, scope: Scope): Expression | undefined {
  const parts = partsOf(expression, scope);
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.kind !== 'text' || next?.kind !== 'dynamic' || !parameter.test(part.text)) continue;
    if (isRemote(parts.slice(0, index + 1)) && constantOf(bare(next.expression), scope) === undefined) return next.expression;
  }
  return undefined;
}

/** A whole address, a path, or one whose beginning comes from elsewhere; not the body of a form. */
function isRemote(before: ReturnType<typeof partsOf>): boolean {
  const [first] = before;
  return first?.kind === 'dynamic' || (first?.kind === 'text' && /^(?:https?:\/\/|wss?:\/\/|\/|\?)/.test(first.text));
}
