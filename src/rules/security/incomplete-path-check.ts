import type { Expression } from '../../code/expression.ts';
import { heldBy } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { typeOf } from '../../code/flow/type.ts';
import { bare, foldedText } from '../../code/walk.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

const method = (test: string): string =>
  `class Uploads {\n  boolean isInside(File folder, File file) throws IOException {\n    return ${test};\n  }\n}\n`;

export const incompletePathCheck = patternRule({
  id: 'security/incomplete-path-check',
  title: 'A check of a path takes a neighbour for what is inside',
  reason:
    '`/data/uploads-old` starts with `/data/uploads`, too: compared as texts, a folder beside is taken for one inside, and a path that was made up leaves the folder.',
  remedy: 'Compare paths, `file.toPath().normalize().startsWith(folder.toPath())`, or end the text of the folder with `File.separator`.',
  severity: 'warning',
  confidence: 'high',
  category: 'path-traversal',
  languages: ['java'],
  cwe: [23, 22],
  sources: [{ title: 'CWE-23: Relative Path Traversal', url: 'https://cwe.mitre.org/data/definitions/23.html' }],
  limits: 'Only where both texts come of `getCanonicalPath` or `getAbsolutePath` in the same method.',
  examples: [
    {
      name: 'texts are compared',
      base: {},
      head: { 'src/main/java/Uploads.java': method('file.getCanonicalPath().startsWith(folder.getCanonicalPath())') },
      finds: [
        'src/main/java/Uploads.java:3 `folder.getCanonicalPath()` ends without a separator: a folder beside it whose name begins alike passes for one inside.',
      ],
      fixed: {
        'src/main/java/Uploads.java': method('file.getCanonicalPath().startsWith(folder.getCanonicalPath() + java.io.File.separator)'),
      },
    },
    {
      name: 'the text ends with a separator',
      base: {},
      head: { 'src/main/java/Uploads.java': method('file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)') },
      finds: [],
    },
  ],
  *look(code) {
    for (const sight of code.calls('startsWith')) {
      const [prefix] = sight.node.arguments;
      const { receiver } = sight.node;
      if (!prefix || !receiver || !isPathText(receiver, sight) || !isPathText(prefix, sight)) continue;
      yield {
        at: sight,
        range: sight.node.range,
        message: `\`${foldedText(code.file.text, prefix.range)}\` ends without a separator: a folder beside it whose name begins alike passes for one inside.`,
        fix: {
          title: 'End it with a separator',
          edits: [{ range: { start: prefix.range.end, end: prefix.range.end }, newText: ' + java.io.File.separator' }],
        },
      };
    }
  },
});

/** `file.getCanonicalPath()`, or a variable that holds it as it is. */
function isPathText(expression: Expression, scope: Scope): boolean {
  const held = bare(heldBy(expression, scope) ?? expression);
  if (held.kind !== 'call' || held.arguments.length > 0) return false;
  if (/^(?:getCanonicalPath|getAbsolutePath)$/.test(held.name)) return true;
  return held.name === 'toString' && held.receiver !== undefined && /(?:^|\.)Path$/.test(typeOf(held.receiver, scope) ?? '');
}
