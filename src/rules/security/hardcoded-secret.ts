import * as z from 'zod/mini';
import { mostScanned, type SourceFile } from '../../code/code-change.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';
import { secretsIn, type Secret } from './secrets/candidates.ts';
import { hardcodedSecretExamples } from './hardcoded-secret-examples.ts';
import { isNamedLikeTestOnly } from '../pattern/test-names.ts';
import { masked } from './secrets/likeness.ts';

export const hardcodedSecret = defineFileRule({
  id: 'security/hardcoded-secret',
  title: 'A secret is written into the code',
  reason:
    'Whoever can read the repository, its copies, its build logs or its packages has the secret from then on. Deleting the line does not help: the history keeps it.',
  remedy:
    'Revoke the secret first: it is known from the moment it is pushed. Then read the new one from the environment or a vault when the program starts.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [798, 312],
  sources: [
    {
      title: 'OWASP Secrets Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    },
    { title: 'secretlint, recommended preset', url: 'https://github.com/secretlint/secretlint' },
  ],
  limits:
    'Known formats of tokens and keys are found in every text file, other secrets by the name they are given and by how random they are; in code also what is handed to a client or a cipher as password or key, however simple. Placeholders (at a login the word `password` itself), references to the environment and documented examples are left out; what stands in tests, examples and documentation is less sure, and so is the key of `localhost`. A secret that is put together from pieces or encoded is not seen.',
  examples: hardcodedSecretExamples,
  options: z.object({
    allow: z._default(z.array(z.string()).check(z.describe('Beginnings of values that are no secrets, e.g. `pk_test_`.')), []),
  }),
  *check(file, { allow }) {
    if (file.role === 'generated' || file.role === 'vendored') return;
    const length = file.touched.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length > mostScanned) yield { unchecked: 'so much of it was changed that it was searched only for the commonest kinds of secrets' };
    for (const secret of secretsIn(file)) {
      if (allow.some((beginning) => secret.value.startsWith(beginning))) continue;
      const confidence = confidenceOf(secret, file);
      const fix = fromEnvironment(secret, file);
      yield {
        message: `${secret.name === undefined ? `A ${secret.kind}`.replace(/^A (?=[AEIO]|npm)/, 'An ') : `The value of \`${secret.name}\``} is written into the ${file.facts ? 'code' : 'file'}: ${masked(secret.value)}.`,
        place: { file, range: secret.range },
        sensitive: true,
        subject: `${secret.kind} ${secret.value}`,
        ...(confidence && { confidence }),
        ...(fix && { fixes: [fix] }),
        properties: { category: 'hardcoded-credentials', kind: secret.kind },
      };
    }
  },
});

function confidenceOf(secret: Secret, file: SourceFile): 'medium' | 'low' | undefined {
  const { role } = file;
  if (/\.(?:example|sample|template|tmpl|dist)(?:\.|$)|(?:^|\/)(?:example|sample|template)s?[-_.]/.test(file.path)) return 'low';
  if ((role === 'test' && !isNamedLikeTestOnly(file)) || role === 'example' || role === 'documentation') return 'low';
  if (secret.by === 'name' && isInDocComment(secret, file)) return 'low';
  if (secret.kind === 'private key' && /localhost|self-?signed|snake-?oil/i.test(file.path)) return 'low';
  return secret.by === 'name' || secret.by === 'use' || secret.kind === 'JSON Web Token' || secret.kind === 'Twilio API key'
    ? 'medium'
    : undefined;
}

/** An example of use in Javadoc or JSDoc. */
function isInDocComment({ range }: Secret, { text, facts }: SourceFile): boolean {
  return facts !== undefined && /^\s{0,80}\*/.test(text.slice(text.lastIndexOf('\n', range.start) + 1, range.start));
}

/** Unsafe: the variable has to be set wherever the program runs, and the secret has to be revoked. */
function fromEnvironment({ range, name, kind }: Secret, file: SourceFile): FixDraft | undefined {
  const quote = file.text.charAt(range.start - 1);
  if (!file.facts || (quote !== '"' && quote !== "'" && quote !== '`') || file.text.charAt(range.end) !== quote) return undefined;
  const variable = (name ?? kind)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase();
  const newText = file.facts.language === 'java' ? `System.getenv("${variable}")` : `process.env.${variable}`;
  return {
    title: `Read it from \`${variable}\` in the environment, and revoke it`,
    safety: 'unsafe',
    edits: [{ file, range: { start: range.start - 1, end: range.end + 1 }, newText }],
  };
}
