import { shortened } from '../../base/shortened.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { Found } from '../../code/flow/taint/harm-notes.ts';
import { callsIn, foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn, reference } from '../code-in-file.ts';
import { isProductive } from '../pattern/test-names.ts';
import { defineFileRule } from '../rule.ts';
import { flowDraft, flowOptions, type FlowWording } from './flow/flow-rule.ts';
import { flowsIn, symbolsHandlingInput } from './flow/found-flows.ts';
import { parameterised } from './parameterise.ts';
import { builtSqlIn, type BuiltSql } from './sql-sink.ts';

export const sqlBuiltFromStrings = defineFileRule({
  id: 'security/sql-built-from-strings',
  title: 'An SQL statement is put together from strings',
  reason:
    'A value that is pasted into a statement can end the statement’s own text and add its own commands: whoever chooses the value reads, changes or deletes what he likes.',
  remedy:
    'Pass values as parameters. Names of tables and columns cannot be parameters: choose them from a fixed list, or quote them with the driver’s own function.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [89],
  sources: [
    {
      title: 'OWASP SQL Injection Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'What comes from a request is followed inside a function and through functions of the same file, anything else within a function only. Numbers, constants, quoted names and rows of placeholders count as fixed. Where a name rather than a value is pasted in, or where a function deals with a request and what it pastes comes from elsewhere, the finding is less sure.',
  examples: [
    {
      name: 'a value is pasted into a query',
      base: {},
      head: {
        'src/main/java/Owners.java':
          'class Owners {\n  List<Owner> find(EntityManager em, String name) {\n    return em.createQuery("select o from Owner o where o.name = \'" + name + "\'").getResultList();\n  }\n}\n',
      },
      finds: ['src/main/java/Owners.java:3 `find` pastes `name` into an SQL statement instead of passing it as a parameter.'],
      fixed: {
        'src/main/java/Owners.java':
          'class Owners {\n  List<Owner> find(EntityManager em, String name) {\n    return em.createQuery("select o from Owner o where o.name = :name").setParameter("name", name).getResultList();\n  }\n}\n',
      },
    },
    {
      name: 'the statement has parameters',
      base: {},
      head: {
        'src/main/java/Owners.java':
          'class Owners {\n  private static final String FIND = "select * from owners where name = ?";\n  Owner find(String name) {\n    return jdbcTemplate.queryForObject(FIND + " limit " + 1, mapper, name);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a template holds the value',
      base: {},
      head: {
        'src/owners.ts':
          "import { Pool } from 'pg';\n\nexport function find(pool: Pool, name: string) {\n  return pool.query(`select * from owners where name = '${name}'`);\n}\n",
      },
      finds: ['src/owners.ts:4 `find` pastes `name` into an SQL statement instead of passing it as a parameter.'],
      fixed: {
        'src/owners.ts':
          "import { Pool } from 'pg';\n\nexport function find(pool: Pool, name: string) {\n  return pool.query('select * from owners where name = $1', [name]);\n}\n",
      },
    },
    {
      name: 'a tagged template makes parameters',
      base: {},
      head: {
        'src/owners.ts':
          'export function find(db: Db, name: string) {\n  return db.query(sql`select * from owners where name = ${name}`);\n}\n',
      },
      finds: [],
    },
    {
      name: 'a statement grows in a variable',
      base: {},
      head: {
        'src/owners.js':
          'export function find(db, name) {\n  let text = \'select * from owners\';\n  if (name) text += " where name = \'" + name + "\'";\n  return db.query(text);\n}\n',
      },
      finds: ['src/owners.js:4 `find` pastes `name` into an SQL statement instead of passing it as a parameter.'],
    },
    {
      name: 'only placeholders are joined',
      base: {},
      head: {
        'src/owners.js':
          "export function find(db, ids) {\n  return db.query(`select * from owners where id in (${ids.map(() => '?').join(',')})`, ids);\n}\n",
      },
      finds: [],
    },
  ],
  options: flowOptions,
  *check(file, options) {
    if (!isProductive(file)) return;
    const { found: flows, unchecked } = flowsIn(file, 'sql', options);
    yield* unchecked;
    const seen = new Set<string>();
    for (const { symbol, code } of codeIn(file)) {
      for (const call of callsIn(code)) {
        const built = builtSqlIn(call, { file, symbol, code });
        if (!built) continue;
        const flow = flows.find(({ place }) => place.start === call.range.start && place.end === call.range.end);
        seen.add(keyOf(call.range));
        yield pasted(built, { file, symbol, code }, flow);
      }
    }
    for (const flow of flows) {
      const draft = seen.has(keyOf(flow.place)) ? undefined : flowDraft(flow, file, 'high', fromOutside, 'sql-injection');
      if (draft) yield draft;
    }
  },
});

const fromOutside: FlowWording = ({ where, data, from, sink }) =>
  `${where} makes ${data}, which comes from ${from}, part of an SQL statement through ${sink}.`;

function keyOf({ start, end }: TextRange): string {
  return `${start} ${end}`;
}

/** Where it is known what comes from outside, pieces that do not are less likely to do harm. */
function pasted(built: BuiltSql, scope: Scope, flow: Found | undefined): FindingDraft {
  const { file, symbol } = scope;
  const { call } = built;
  const pieces = built.parts
    .filter((part) => part.kind === 'dynamic')
    .map(({ expression }) => `\`${shortened(foldedText(file.text, expression.range), 60)}\``);
  const fix = parameterised(built, scope);
  const draft = flow && flowDraft(flow, file, 'high', fromOutside, 'sql-injection');
  const isUnlikely = !flow && (!built.values || symbolsHandlingInput(file).has(symbol));
  return {
    ...draft,
    message: `\`${symbol.name}\` pastes ${listed([...new Set(pieces)])} into an SQL statement instead of passing ${pieces.length > 1 ? 'them as parameters' : 'it as a parameter'}.`,
    place: { file, range: call.range },
    subject: `${symbol.qualifiedName} ${foldedText(file.text, call.range)}`,
    content: foldedText(file.text, call.range),
    symbol: reference(symbol),
    ...(isUnlikely && { confidence: 'low' as const }),
    ...(fix && { fixes: [fix] }),
    properties: { category: 'sql-injection' },
  };
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 3);
  if (items.length > shown.length) return `${shown.join(', ')} and more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
