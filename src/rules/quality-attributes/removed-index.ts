import type { SourceFile } from '../../code/code-change.ts';
import type { AnnotationFact } from '../../code/facts.ts';
import { canonical } from '../../code/canonical.ts';
import type { Call, Construction, Expression } from '../../code/expression.ts';
import { simpleTypeName } from '../code-in-file.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { annotationKind, type AnnotationShape } from '../safeguards/annotation-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import type { SafeguardKind } from '../safeguards/safeguard.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { isMigration } from './indexes/index-change.ts';

const index = 'the index';
const unique = 'the unique key';

/** `@Column({ unique: true })`, `@Table(indexes = …)`: nothing where the annotation does not speak of it. */
const speaksOf =
  (pattern: RegExp) =>
  (_: AnnotationFact, text: string): number =>
    pattern.test(text) ? 1 : 0;

const annotations = new Map<string, AnnotationShape>([
  ['Index', { family: index }],
  ['Indexed', { family: index }],
  ['CompoundIndex', { family: index }],
  ['CompoundIndexes', { family: index }],
  ['TextIndexed', { family: index }],
  ['Unique', { family: unique }],
  ['Table', { family: index, level: speaksOf(/indexes\s{0,4}=|uniqueConstraints\s{0,4}=|indexes:/) }],
  ['Column', { family: unique, level: speaksOf(/unique\s{0,4}[=:]\s{0,4}true/) }],
]);

/** A unique key is an index, too. */
function isUnique({ name, range }: AnnotationFact, { text }: SourceFile): boolean {
  return simpleTypeName(name) === 'Unique' || /unique\s{0,4}[=:]\s{0,4}true/.test(text.slice(range.start, range.end));
}

const firstArgument = ({ arguments: [first] }: Call | Construction): string => (first ? canonical(first) : '');

const named = callKind(callTable(['index uniqueIndex', { family: index, on: /^$/, given: /^["'`]/, key: firstArgument }]));

/** `pgTable('orders', columns, (t) => [index('by_user').on(t.userId)])`: with the last of them the function goes, too. */
const tableIndexes: SafeguardKind = {
  find: (at) => named.find(at).map((each) => ({ ...each, scope: '' })),
};

function listed(value: Expression): number | undefined {
  return value.kind === 'array' ? (value.elements.length > 0 ? 1 : 0) : undefined;
}

function switched(value: Expression): number | undefined {
  return value.kind === 'true' ? 1 : value.kind === 'false' ? 0 : undefined;
}

const entity = (line: string): string => `@Entity()\nexport class Order {\n${line}  @Column()\n  email: string;\n}\n`;
const schema = (more: string): string => `export const schema = new Schema({ email: { type: String${more} } });\n`;
const java = (line: string): string => `@Entity\nclass Order {\n  @Id\n  Long id;\n\n${line}  private String email;\n}\n`;

export const removedIndex = removalRule({
  id: 'quality-attributes/removed-index',
  title: 'A table loses an index or a unique key',
  reason:
    'A search without its index reads the whole table: it is fast in tests and takes the database down with real data. Without a unique key the same thing is stored twice, and two requests at once are no longer kept apart.',
  remedy: 'Keep it. Where no query uses it any more, say so in the change, and drop it in a change of its own.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [405],
  sources: [{ title: 'Use The Index, Luke', url: 'https://use-the-index-luke.com/' }],
  limits:
    'JPA, Spring Data, TypeORM, Mongoose, Sequelize and Drizzle, by the names of their annotations, calls and options. Indexes that migrations drop are found there (`quality-attributes/dropped-index`).',
  kinds: [
    annotationKind(annotations, {
      exposed: ({ family }, { symbol, file }) => family !== index || !symbol.annotations.some((each) => isUnique(each, file)),
    }),
    optionKind(
      optionTable(
        ['index', { family: index, level: switched, of: /schema$/i }],
        ['unique', { family: unique, level: switched, of: /schema$|^(?:define|init)$/i }],
        ['indexes', { family: index, of: /^(?:define|init)$/, level: listed }],
      ),
    ),
    callKind(
      callTable(
        ['index', { family: index, on: /schema$/i, key: firstArgument }],
        ['ensureIndex createIndex createIndexes', { family: index, key: firstArgument }],
      ),
      { exposed: (_, { file }) => !isMigration(file.path) },
    ),
    tableIndexes,
  ],
  message: ({ lost }, { name, before, after }) =>
    `${name} loses ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a column is no longer indexed',
      'src/order.entity.ts',
      entity('  @Index()\n'),
      entity(''),
      ['4 `email` loses the index: `@Index()` is gone.'],
      entity('  @Index()\n'),
    ),
    edited('a column is indexed', 'src/order.entity.ts', entity(''), entity('  @Index()\n')),
    edited(
      'a field is no longer unique',
      'src/order.model.js',
      schema(', unique: true'),
      schema(''),
      ['1 `schema` loses the unique key: `unique: true` is gone.'],
      schema(', unique: true'),
    ),
    edited('a field is stored in another way', 'src/order.model.js', schema(', unique: true'), schema(', unique: true, trim: true')),
    edited(
      'a document is no longer indexed',
      'src/main/java/Order.java',
      java('  @Indexed\n'),
      java(''),
      ['6 `email` loses the index: `@Indexed` is gone.'],
      java('  @Indexed\n'),
    ),
    edited(
      'a column gets another name',
      'src/main/java/Order.java',
      java('  @Column(unique = true)\n'),
      java('  @Column(name = "mail", unique = true)\n'),
    ),
  ],
});
