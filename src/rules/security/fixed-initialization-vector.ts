import type { Expression } from '../../code/expression.ts';
import { symbolsNamed, valueOf, type Scope } from '../../code/flow/scope.ts';
import { bare, foldedText, visitsOf } from '../../code/walk.ts';
import { fixedBytes } from './crypto/fixed-bytes.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const fixedInitializationVector = patternRule({
  id: 'security/fixed-initialization-vector',
  title: 'Every message is encrypted with the same initialization vector',
  reason:
    'With one initialization vector for all messages equal beginnings encrypt to equal texts, and in GCM two messages with the same nonce give away the key that protects them from being changed.',
  remedy: 'Fill the vector from a secure random source for each message, and send it along with the message: it is no secret.',
  severity: 'error',
  confidence: 'high',
  category: 'weak-crypto',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [329, 1204],
  sources: [{ title: 'NIST SP 800-38D: GCM', url: 'https://csrc.nist.gov/pubs/sp/800/38/d/final' }],
  limits: 'Bytes that come from another file, from a file system or from configuration are not seen.',
  examples: [
    {
      name: 'the vector is written out',
      base: {},
      head: {
        'src/main/java/Vault.java':
          'class Vault {\n  IvParameterSpec vector() {\n    byte[] iv = "0123456789abcdef".getBytes();\n    return new IvParameterSpec(iv);\n  }\n}\n',
      },
      finds: ['src/main/java/Vault.java:4 The initialization vector is the same each time, since its bytes are written in the code.'],
    },
    {
      name: 'the vector is filled at random',
      base: {},
      head: {
        'src/main/java/Vault.java':
          'class Vault {\n  IvParameterSpec vector() {\n    byte[] iv = new byte[16];\n    new SecureRandom().nextBytes(iv);\n    return new IvParameterSpec(iv);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the vector is all zeros',
      base: {},
      head: {
        'src/vault.ts':
          "import { createCipheriv } from 'node:crypto';\n\nexport const vault = (key: Buffer) => createCipheriv('aes-256-cbc', key, Buffer.alloc(16));\n",
      },
      finds: ['src/vault.ts:3 The initialization vector is the same each time: all zeros.'],
      fixed: {
        'src/vault.ts':
          "import { createCipheriv } from 'node:crypto';\n\nexport const vault = (key: Buffer) => createCipheriv('aes-256-cbc', key, crypto.getRandomValues(Buffer.alloc(16)));\n",
      },
    },
    {
      name: 'the vector is drawn anew',
      base: {},
      head: {
        'src/vault.ts':
          "import { createCipheriv, randomBytes } from 'node:crypto';\n\nexport const vault = (key: Buffer) => createCipheriv('aes-256-cbc', key, randomBytes(16));\n",
      },
      finds: [],
    },
    {
      name: 'the vector is a text',
      base: {},
      head: { 'src/vault.js': "const IV = 'abcdefghijklmnop';\nexports.lock = (key) => crypto.createCipheriv('aes-256-cbc', key, IV);\n" },
      finds: ['src/vault.js:2 The initialization vector is the same each time, since its bytes are written in the code.'],
    },
    {
      name: 'the vector is handed in',
      base: {},
      head: { 'src/vault.js': "exports.lock = (key, iv) => crypto.createCipheriv('aes-256-cbc', key, iv);\n" },
      finds: [],
    },
  ],
  *look(code) {
    const java = code.file.facts?.language === 'java';
    const used: (readonly [Scope, { readonly range: { start: number; end: number } }, Expression | undefined])[] = java
      ? [
          ...code.constructions('IvParameterSpec').map((sight) => [sight, sight.node, sight.node.arguments[0]] as const),
          ...code.constructions('GCMParameterSpec').map((sight) => [sight, sight.node, sight.node.arguments[1]] as const),
        ]
      : code.calls('createCipheriv').map((sight) => [sight, sight.node, sight.node.arguments[2]] as const);
    for (const [at, { range }, vector] of used) {
      const fixed = fixedBytes(vector, at);
      if (!fixed && !java && isDrawnOnce(vector, at))
        yield {
          at,
          range,
          message: `The initialization vector is the same for every message, since \`${foldedText(at.file.text, vector?.range ?? range)}\` is drawn once, when the module is loaded.`,
        };
      if (!fixed) continue;
      const drawn = fixed.form === 'zeros' && !java && vector?.range.start === fixed.range.start;
      yield {
        at,
        range,
        message: `The initialization vector is the same each time${fixed.form === 'zeros' ? ': all zeros' : ', since its bytes are written in the code'}.`,
        ...(drawn && {
          fix: {
            title: 'Draw it at random',
            edits: [
              { range: { start: fixed.range.start, end: fixed.range.start }, newText: 'crypto.getRandomValues(' },
              { range: { start: fixed.range.end, end: fixed.range.end }, newText: ')' },
            ],
          },
        }),
      };
    }
  },
});

/** A constant of the module that holds random bytes, used in a function that may run many times. */
function isDrawnOnce(vector: Expression | undefined, { file, symbol, code }: Scope): boolean {
  const used = vector && bare(vector);
  if (used?.kind !== 'name' || symbol.kind === 'module' || !file.facts) return false;
  const [held, ...more] = symbolsNamed(file.facts, used.name);
  const value = held?.kind === 'variable' && held !== symbol ? valueOf(held) : undefined;
  const drawn = value && bare(value);
  if (more.length > 0 || drawn?.kind !== 'call' || !/^(?:randomBytes|getRandomValues|randomFillSync)$/.test(drawn.name)) return false;
  return (
    visitsOf(code, 'variable').every(({ node }) => node.name !== used.name) &&
    symbol.parameters?.every(({ name }) => name !== used.name) !== false
  );
}
