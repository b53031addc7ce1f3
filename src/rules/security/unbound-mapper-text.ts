import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';

const mapper = (condition: string): string =>
  `<mapper namespace="acme.Users">\n  <select id="find" resultType="User">\n    SELECT * FROM users WHERE name = ${condition}\n  </select>\n</mapper>\n`;
const path = 'src/main/resources/mappers/Users.xml';

export const unboundMapperText = defineFileRule({
  id: 'security/unbound-mapper-text',
  title: 'A mapper file pastes a value into its statement',
  reason:
    'MyBatis replaces `${name}` by the text as it is, before the database sees the statement: who chooses the text chooses what the statement does. Only `#{name}` is passed as a parameter.',
  remedy: 'Write `#{name}`. Names of columns and directions cannot be parameters: choose them from a list of your own.',
  severity: 'error',
  confidence: 'medium',
  languages: 'any',
  cwe: [89],
  sources: [
    { title: 'MyBatis: string substitution', url: 'https://mybatis.org/mybatis-3/sqlmap-xml.html#string-substitution' },
    {
      title: 'OWASP SQL Injection Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Mappers in XML (`.xml` with a `<mapper namespace=…>`). Where the value comes from is not followed. Names of tables and columns elsewhere than in `ORDER BY` and `GROUP BY`, what an `<include>` sets by a `<property>`, and what MyBatis’ generator and MyBatis-Plus write are left alone.',
  examples: [
    {
      name: 'the value is pasted',
      base: {},
      head: { [path]: mapper("'${name}'") },
      finds: [
        `${path}:3 \`find\` pastes \`name\` into its statement as it is: what it says is run, and \`#{name}\` passes it as a parameter.`,
      ],
      fixed: { [path]: mapper('#{name}') },
    },
    { name: 'the value is a parameter', base: {}, head: { [path]: mapper('#{name}') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    if (!file.path.endsWith('.xml') || file.role === 'test' || !isMapper(file.text)) return;
    const text = withoutComments(file.text);
    const given = new Set(Array.from(text.matchAll(/<property\s{1,10}name\s{0,4}=\s{0,4}"([\w.]{1,80})"/g), (match) => match[1]));
    const statements = statementsIn(text);
    for (const { name, range, place } of pastedIn(text)) {
      if (given.has(name) || generated.test(name)) continue;
      const statement = statements.findLast(({ start }) => start < range.start)?.id ?? 'The mapper';
      yield {
        message: messageOf(statement, name, place),
        place: { file, range },
        subject: `${statement} ${name}`,
        ...(place === 'value' && {
          fixes: [{ title: 'Pass it as a parameter', safety: 'unsafe', edits: [{ file, range, newText: `#{${name}}` }] }],
        }),
        properties: { category: 'sql-injection' },
      } satisfies FindingDraft;
    }
  },
});

function messageOf(statement: string, name: string, place: Place): string {
  const where = statement === 'The mapper' ? statement : `\`${statement}\``;
  return place === 'order'
    ? `${where} sorts or groups by \`${name}\` as it is: what it says is run, so let it be one of a list of your own.`
    : `${where} pastes \`${name}\` into its statement as it is: what it says is run, and \`#{${name}}\` passes it as a parameter.`;
}

const headOfFile = 3000;

function isMapper(text: string): boolean {
  return /<mapper\s[^<>]{0,400}\bnamespace\s{0,4}=/.test(text.slice(0, headOfFile));
}

/** Of equal length, so that places stay. One that nothing closes goes to the end, so that no text is read twice. */
function withoutComments(text: string): string {
  return text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

interface Statement {
  readonly id: string;
  readonly start: number;
}

function statementsIn(text: string): readonly Statement[] {
  return Array.from(
    text.matchAll(/<(?:select|insert|update|delete|sql)\s[^<>]{0,400}?\bid\s{0,4}=\s{0,4}["']([\w.-]{1,100})["']/g),
    (match) => ({ id: match[1] ?? '', start: match.index }),
  );
}

/** What the libraries put in by themselves, and what a team sets once for all statements. */
const generated = /^(?:ew\.|criteri|orderByClause$|_databaseId|dialect|schema|(?:db|table)?_?prefix$|\w*[tT]able_?[nN]ame$)/;

type Place = 'value' | 'order';

interface Pasted {
  readonly name: string;
  readonly range: TextRange;
  readonly place: Place;
}

const reach = 200;

function* pastedIn(text: string): Generator<Pasted> {
  for (const match of text.matchAll(/'\$\{\s{0,4}([\w.]{1,80})\s{0,4}\}'|\$\{\s{0,4}([\w.]{1,80})\s{0,4}\}/g)) {
    const name = match[1] ?? match[2] ?? '';
    const before = text.slice(Math.max(0, match.index - reach), match.index).replaceAll(/<[^<>]{0,200}>/g, ' ');
    const place = match[1] === undefined ? placeAfter(before) : 'value';
    if (place) yield { name, range: { start: match.index, end: match.index + match[0].length }, place };
  }
}

/** Names of tables and columns are often fixed by who calls; a value, an order and a pattern seldom are. */
function placeAfter(before: string): Place | undefined {
  if (/\b(?:order|group)\s+by\s+(?:[\w.,\s]{0,80},\s*)?(?:[\w.]{1,60}\s+)?$/i.test(before)) return 'order';
  return /(?:[=<>'"%]|\blike|\bin\s*\(|\bbetween|\bvalues\s*\(|\blimit|\boffset|\band)\s*$/i.test(before) ? 'value' : undefined;
}
