import { originOf } from '../../code/flow/origin.ts';
import { visitsOf } from '../../code/walk.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { textOf } from '../pattern/values.ts';

const open = (end: string): string =>
  `import { createDecipheriv } from 'node:crypto';\n\nexport function open(text, key, iv, tag) {\n  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });\n  decipher.setAuthTag(tag);\n  return ${end};\n}\n`;

export const uncheckedCipherTag = patternRule({
  id: 'security/unchecked-cipher-tag',
  title: 'A text is decrypted and nobody checks that it was left as it is',
  reason:
    'GCM, CCM, OCB and ChaCha20-Poly1305 tell by a tag whether a text was changed on the way. Node looks at the tag in `final()` alone; and where the length of the tag is not said, it takes one of four bytes, which is guessed in no time.',
  remedy: 'Call `final()` and use nothing of the text before it has returned. Say `authTagLength: 16` when the decipher is made.',
  severity: 'warning',
  confidence: 'medium',
  category: 'weak-crypto',
  languages: ['typescript', 'javascript'],
  cwe: [310, 354],
  sources: [
    { title: 'Node.js: decipher.final()', url: 'https://nodejs.org/api/crypto.html#decipherfinaloutputencoding' },
    { title: 'Node.js: DEP0182, short GCM tags', url: 'https://nodejs.org/api/deprecations.html#DEP0182' },
  ],
  limits:
    'One function is looked at. A decipher that is used as a stream, or is handed on, is left alone; so is a cipher whose name is computed.',
  examples: ['src/vault.ts', 'src/vault.js'].flatMap((path) => [
    {
      name: 'the end is never asked for',
      base: {},
      head: { [path]: open("decipher.update(text, 'hex', 'utf8')") },
      finds: [`${path}:4 The text is used without \`final()\`, so that one that was changed on the way is taken as it is.`],
    },
    {
      name: 'the end is asked for',
      base: {},
      head: { [path]: open("decipher.update(text, 'hex', 'utf8') + decipher.final('utf8')") },
      finds: [],
    },
  ]),
  *look(code) {
    for (const sight of code.calls('createDecipheriv')) {
      const { arguments: given, range } = sight.node;
      const cipher = textOf(given[0], sight);
      if (cipher === undefined || !/-(?:gcm|ccm|ocb)$|poly1305$/i.test(cipher)) continue;
      if (!originOf(sight.node, sight)?.startsWith('crypto.')) continue;
      const used = new Set(visitsOf(sight.code, 'call').map(({ node }) => node.name));
      if (!used.has('update')) continue;
      const isEnded = ['final', 'pipe', 'pipeline', 'end'].some((name) => used.has(name));
      if (!isEnded)
        yield {
          at: sight,
          range,
          message: 'The text is used without `final()`, so that one that was changed on the way is taken as it is.',
        };
      else if (/-gcm$/i.test(cipher) && given[3] === undefined && !checksLength(sight.file.text))
        yield {
          at: sight,
          range,
          message: 'Nothing says `authTagLength`, so that a tag of four bytes is taken, which is guessed in no time.',
        };
    }
  },
});

/** The length of the tag is looked at by hand, or the tag is cut out of the text by a fixed length. */
function checksLength(text: string): boolean {
  return /tag\w*\.(?:byteL|l)ength/i.test(text) || /tag\w*\s{0,3}=[^;\n]{0,120}\.(?:slice|subarray|substring)\(/i.test(text);
}
