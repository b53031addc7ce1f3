import { removedIndex } from '../../../../src/rules/quality-attributes/removed-index.ts';
import { fileCases } from '../rule-cases.ts';

const java = (table: string, column: string): string =>
  `@Entity\n${table}class Order {\n  @Id\n  Long id;\n\n${column}  private String email;\n}\n`;
const entity = (line: string): string => `@Entity()\nexport class Order {\n${line}  email: string;\n}\n`;
const schema = (options: string): string => `const schema = new Schema({ email: { type: String${options} } });\nmodule.exports = schema;\n`;

describe('quality-attributes/removed-index in Java', () => {
  fileCases(removedIndex, 'src/main/java/Order.java', [
    [
      'finds the index of a table',
      java('@Table(name = "orders", indexes = @Index(columnList = "email"))\n', ''),
      java('@Table(name = "orders")\n', ''),
      ['2 `Order` loses the index: `@Table(name = "orders", indexes = @Index(columnList = "email"))` became `@Table(name = "orders")`.'],
    ],
    [
      'finds a unique column',
      java('', '  @Column(unique = true)\n'),
      java('', '  @Column(length = 80)\n'),
      ['6 `email` loses the unique key: `@Column(unique = true)` became `@Column(length = 80)`.'],
    ],
    [
      'finds an index of documents',
      java('', '  @Indexed(unique = true)\n'),
      java('', ''),
      ['6 `email` loses the index: `@Indexed(unique = true)` is gone.'],
    ],
    ['leaves another name of the table alone', java('@Table(name = "orders")\n', ''), java('@Table(name = "sales")\n', ''), []],
    ['leaves a new index alone', java('', ''), java('', '  @Indexed\n'), []],
    ['leaves a column alone', java('', '  @Column(length = 80)\n'), java('', ''), []],
  ]);
});

describe('quality-attributes/removed-index in TypeScript', () => {
  fileCases(removedIndex, 'src/order.entity.ts', [
    ['leaves an index alone that is a unique key now', entity('  @Index()\n  @Column()\n'), entity('  @Column({ unique: true })\n'), []],
    [
      'finds an index',
      entity("  @Index('by_mail')\n  @Column()\n"),
      entity('  @Column()\n'),
      ["4 `email` loses the index: `@Index('by_mail')` is gone."],
    ],
    [
      'finds a unique column',
      entity('  @Column({ unique: true })\n'),
      entity('  @Column()\n'),
      ['3 `email` loses the unique key: `@Column({ unique: true })` became `@Column()`.'],
    ],
    ['finds a unique key', entity('  @Unique()\n'), entity(''), ['3 `email` loses the unique key: `@Unique()` is gone.']],
    ['leaves a column alone', entity('  @Column({ length: 80 })\n'), entity('  @Column()\n'), []],
    ['leaves the same index alone', entity('  @Index()\n  @Column()\n'), entity('  @Column()\n  @Index()\n'), []],
    ['leaves a new unique key alone', entity('  @Column()\n'), entity('  @Column({ unique: true })\n'), []],
  ]);
});

describe('quality-attributes/removed-index in JavaScript', () => {
  fileCases(removedIndex, 'src/order.model.js', [
    ['finds an index', schema(', index: true'), schema(''), ['1 `schema` loses the index: `index: true` is gone.']],
    [
      'finds an index that is turned off',
      schema(', index: true'),
      schema(', index: false'),
      ['1 `schema` loses the index: `index: true` became `index: false`.'],
    ],
    ['finds a unique key', schema(', unique: true'), schema(', trim: true'), ['1 `schema` loses the unique key: `unique: true` is gone.']],
    ['leaves other options alone', schema(', trim: true'), schema(''), []],
    ['leaves options of something else alone', 'grid({ index: true });\n', 'grid({ wide: true });\n', []],
    ['leaves a new index alone', schema(''), schema(', index: true'), []],
  ]);
});
