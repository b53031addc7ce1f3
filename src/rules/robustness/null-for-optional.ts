import { isWithin } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';

const java = (answer: string): string =>
  `class Users {\n  Optional<User> find(String name) {\n    if (name.isEmpty()) return ${answer};\n    return store.find(name);\n  }\n}\n`;

export const nullForOptional = patternRule({
  id: 'robustness/null-for-optional',
  title: 'Null stands for an Optional',
  reason: 'An `Optional` says that its callers need not ask for null: they call `isPresent` or `map` at once, and fail.',
  remedy: 'Answer with `Optional.empty()`.',
  severity: 'warning',
  confidence: 'high',
  category: 'null',
  languages: ['java'],
  cwe: [476],
  sources: [{ title: 'Optional, API note', url: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Optional.html' }],
  examples: [
    edited(
      'a method answers null',
      'src/main/java/Users.java',
      '',
      java('null'),
      ['3 `find` answers null where its callers expect an `Optional`: they do not ask for null.'],
      java('java.util.Optional.empty()'),
    ),
    edited('it answers that there is none', 'src/main/java/Users.java', '', java('Optional.empty()')),
  ],
  *look(code) {
    for (const sight of code.of('return')) {
      const type = simpleTypeName(sight.symbol.type ?? '');
      const { value } = sight.node;
      if (!/^Optional(?:Int|Long|Double)?$/.test(type) || value?.kind !== 'null') continue;
      if (isWithin(sight, ({ kind }) => kind === 'function' || kind === 'functions' || kind === 'new')) continue;
      yield {
        at: sight,
        range: sight.node.range,
        message: `\`${sight.symbol.name}\` answers null where its callers expect an \`${type}\`: they do not ask for null.`,
        fix: { title: 'Answer that there is none', edits: [{ range: value.range, newText: `java.util.${type}.empty()` }] },
      };
    }
  },
});
