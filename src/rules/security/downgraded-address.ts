import * as z from 'zod/mini';
import { remembered } from '../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { isInComment } from '../comment-places.ts';
import { defineChangeRule } from '../rule.ts';

const path = 'src/rates.ts';
const code = (scheme: string): string => `export const rates = '${scheme}://api.acme.io/v1/rates';\n`;

export const downgradedAddress = defineChangeRule({
  id: 'security/downgraded-address',
  title: 'An address goes from an encrypted to an unencrypted protocol',
  reason: 'What is sent and what comes back can be read and changed by everyone on the way: passwords, tokens, the code that is loaded.',
  remedy: 'Keep the encrypted protocol; where its certificate is the trouble, mend the certificate.',
  severity: 'error',
  confidence: 'high',
  yieldsTo: ['security/cleartext-connection', 'delivery/cleartext-repository'],
  languages: 'any',
  cwe: [319],
  needs: [],
  sources: [
    {
      title: 'OWASP: Transport Layer Security',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
  ],
  limits:
    'The same host in both, written in full. Names of XML namespaces, hosts of this machine and of examples, and what comments say are left alone.',
  examples: [
    {
      name: 'the rates are asked for without TLS',
      base: { [path]: code('https') },
      head: { [path]: code('http') },
      finds: [`${path}:1 \`api.acme.io\` was reached by https and is by http now: all that is sent can be read and changed on the way.`],
    },
    { name: 'the rates are asked for with TLS', base: { [path]: code('http') }, head: { [path]: code('https') }, finds: [] },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const { base, head } of change.files) {
      if (!base || !head || !/^(?:production|configuration|build)$/.test(head.role)) continue;
      const before = new Map(addressesIn(base).map((each) => [`${each.scheme} ${each.host}`, each]));
      const kept = new Set(addressesIn(head).map(({ scheme, host }) => `${scheme} ${host}`));
      for (const { scheme, host, start, end } of addressesIn(head)) {
        const safe = encrypted.get(scheme);
        if (safe === undefined || !before.has(`${safe} ${host}`) || before.has(`${scheme} ${host}`) || kept.has(`${safe} ${host}`))
          continue;
        yield {
          message: `\`${host}\` was reached by ${safe} and is by ${scheme} now: all that is sent can be read and changed on the way.`,
          place: { file: head, range: { start, end } },
          subject: `${scheme} ${host}`,
          properties: { category: 'cleartext-transport' },
        };
      }
    }
  },
});

/** Protocols without encryption, and the same with. */
const encrypted = new Map([
  ['http', 'https'],
  ['ws', 'wss'],
  ['ftp', 'ftps'],
  ['amqp', 'amqps'],
  ['redis', 'rediss'],
  ['ldap', 'ldaps'],
  ['mqtt', 'mqtts'],
]);

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

const address = /\b(https?|wss?|ftps?|amqps?|rediss?|ldaps?|mqtts?):\/\/(?:[^\s/@"'`]{1,80}@)?([a-z\d][a-z\d.-]{2,100})/gi;
const ownMachine =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|example\.|www\.example\.|host\.docker)|\.(?:local|localhost|test|example|internal|svc)$|^[^.]+$/i;
/** These are names, not addresses. */
const named =
  /^(?:www\.w3\.org|schemas?\.[\w.-]+|xmlns\.[\w.-]+|java\.sun\.com|maven\.apache\.org|www\.springframework\.org|json-schema\.org|purl\.org|ns\.adobe\.com)$/i;

const addressesIn = remembered((file: SourceFile): readonly Address[] => {
  const { text, touched } = file;
  return touched.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(address), (match): Address => ({
      scheme: (match[1] ?? '').toLowerCase(),
      host: (match[2] ?? '').toLowerCase().replace(/\.$/, ''),
      start: start + match.index,
      end: start + match.index + match[0].length,
    })).filter(({ host, start: at }) => !ownMachine.test(host) && !named.test(host) && !isInComment(file, at)),
  );
});
