import type { Element } from '../../code/expression.ts';
import { visitsOf } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';

const link = (attributes: string): string => `export const More = (p) => <a ${attributes}>more</a>;\n`;

export const openerAccess = patternRule({
  id: 'security/opener-access',
  category: 'headers',
  title: 'A page that is opened may take its opener elsewhere',
  reason:
    'In older browsers and web views, what a link with `target="_blank"` opens can send the page that opened it to another address, such as a copy of its login, while nobody looks at it.',
  remedy: 'Add `rel="noopener noreferrer"` to links that open pages of others.',
  severity: 'note',
  confidence: 'low',
  languages: ['typescript', 'javascript'],
  cwe: [1022],
  sources: [{ title: 'MDN: rel=noopener', url: 'https://developer.mozilla.org/docs/Web/HTML/Attributes/rel/noopener' }],
  limits: 'JSX only, and links whose address is computed or of another site. Browsers of today do it by themselves, so it is less sure.',
  examples: ['src/more.jsx', 'src/more.tsx'].flatMap((path) => [
    {
      name: 'the link says nothing',
      base: {},
      head: { [path]: link('href={p.url} target="_blank"') },
      finds: [`${path}:1 What this link opens may take this page elsewhere: add \`rel="noopener noreferrer"\`.`],
      fixed: { [path]: link('href={p.url} target="_blank" rel="noopener noreferrer"') },
    },
    {
      name: 'the link keeps its opener to itself',
      base: {},
      head: { [path]: link('href={p.url} target="_blank" rel="noreferrer"') },
      finds: [],
    },
  ]),
  *look({ file }): Generator<Sighting> {
    if (!/\.[jt]sx$/.test(file.path)) return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { node } of visitsOf(code, 'element')) {
        const target = opened(node);
        if (target)
          yield {
            at: { file, symbol, code },
            range: target,
            message: 'What this link opens may take this page elsewhere: add `rel="noopener noreferrer"`.',
            fix: {
              title: 'Keep the opener to itself',
              safety: 'safe',
              edits: [{ range: { start: target.end, end: target.end }, newText: ' rel="noopener noreferrer"' }],
            },
          };
      }
    }
  },
});

/** The `target` of a link that opens a page of others and says nothing about its opener. */
function opened({ name, attributes }: Element): Element['range'] | undefined {
  if (!/^(?:a|area|form)$/.test(name) || attributes.some((each) => each.name === 'rel' || each.name === '...')) return undefined;
  const target = attributes.find((each) => each.name === 'target');
  const address = attributes.find((each) => /^(?:href|action)$/.test(each.name))?.value;
  if (target?.value?.kind !== 'string' || target.value.value !== '_blank' || !address) return undefined;
  return address.kind !== 'string' || /^(?:https?:)?\/\//.test(address.value) ? target.range : undefined;
}
