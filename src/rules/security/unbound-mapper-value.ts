import type { StringLiteral } from '../../code/expression.ts';
import { visitsOf } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';

const mapper = (value: string): string =>
  `import org.apache.ibatis.annotations.Select;\n\ninterface Users {\n  @Select("select * from users where name = ${value}")\n  User find(String name);\n}\n`;

export const unboundMapperValue = patternRule({
  id: 'security/unbound-mapper-value',
  title: 'A mapper pastes a value into its statement',
  reason:
    'MyBatis replaces `${name}` by the text as it is, before the database sees the statement: who chooses the text chooses what the statement does. Only `#{name}` is passed as a parameter.',
  remedy: 'Write `#{name}`. Names of columns and directions cannot be parameters: choose them from a list of your own.',
  severity: 'error',
  confidence: 'medium',
  category: 'sql-injection',
  languages: ['java'],
  cwe: [89],
  sources: [
    { title: 'MyBatis: string substitution', url: 'https://mybatis.org/mybatis-3/sqlmap-xml.html#string-substitution' },
    {
      title: 'OWASP SQL Injection Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Statements in annotations; mappers that are written in XML are the matter of `security/unbound-mapper-text`. What MyBatis-Plus puts in by itself (`${ew.…}`) is left alone.',
  examples: [
    {
      name: 'the value is pasted',
      base: {},
      head: { 'src/main/java/Users.java': mapper("'${name}'") },
      finds: [
        'src/main/java/Users.java:4 `find` pastes `name` into its statement as it is: what it says is run, and `#{name}` passes it as a parameter.',
      ],
      fixed: { 'src/main/java/Users.java': mapper('#{name}') },
    },
    { name: 'the value is a parameter', base: {}, head: { 'src/main/java/Users.java': mapper('#{name}') }, finds: [] },
  ],
  *look(code) {
    if (!code.file.facts?.imports.some(({ source }) => source.startsWith('org.apache.ibatis.annotations'))) return;
    yield* pastedValues(code);
  },
});

const statements = /^(?:Select|Insert|Update|Delete)$/;

function* pastedValues(code: CodeInventory): Generator<Sighting> {
  for (const symbol of code.file.facts?.symbols ?? []) {
    if (!symbol.touched || symbol.kind !== 'method') continue;
    for (const annotation of symbol.annotations) {
      if (!statements.test(simpleTypeName(annotation.name))) continue;
      const texts = visitsOf(
        annotation.arguments.map(({ value }) => value),
        'string',
      ).map(({ node }) => node);
      for (const text of texts) {
        for (const found of pastedIn(text, code)) yield { at: { file: code.file, symbol, code: [] }, ...found(symbol.name) };
      }
    }
  }
}

type Told = (method: string) => Pick<Sighting, 'range' | 'message' | 'fix'>;

function* pastedIn({ range }: StringLiteral, code: CodeInventory): Generator<Told> {
  const written = code.file.text.slice(range.start, range.end);
  for (const match of written.matchAll(/'\$\{([\w.]{1,80})\}'|\$\{([\w.]{1,80})\}/g)) {
    const name = match[1] ?? match[2] ?? '';
    if (name.startsWith('ew.')) continue;
    const start = range.start + match.index;
    const place = { start, end: start + match[0].length };
    const quoted = match[1] !== undefined;
    yield (method) => ({
      range: place,
      message: `\`${method}\` pastes \`${name}\` into its statement as it is: what it says is run, and \`#{${name}}\` passes it as a parameter.`,
      ...(quoted && { fix: { title: 'Pass it as a parameter', edits: [{ range: place, newText: `#{${name}}` }] } }),
    });
  }
}
