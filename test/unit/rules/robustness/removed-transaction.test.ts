import { removedTransaction } from '../../../../src/rules/robustness/removed-transaction.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export async function book(order) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (annotation: string, onType = ''): string =>
  `${onType}class Orders {\n  ${annotation}\n  void book(Order order) {\n    orders.save(order);\n    stock.update(order);\n  }\n}\n`;
const less = (line: number, rest: string): string => `${line} \`book\` writes outside of a transaction, or with less of one: ${rest}.`;

for (const path of ['src/book.ts', 'src/book.js']) {
  describe(`robustness/removed-transaction in ${path}`, () => {
    fileCases(removedTransaction, path, [
      [
        'finds a callback that is gone',
        script('await db.transaction((t) => t.insert(order));'),
        script('await db.insert(order);'),
        [less(1, '`db.transaction((t) => t.insert(order))` is gone')],
      ],
      [
        'finds several operations that are sent one by one',
        script('await prisma.$transaction([a.create(order), b.update(order)]);'),
        script('await a.create(order);', 'await b.update(order);'),
        [less(1, '`prisma.$transaction([a.create(order), b.update(order)])` is gone')],
      ],
      [
        'finds a transaction that is not begun',
        script('await runner.startTransaction();', 'await runner.query(insert, order);'),
        script('await runner.query(insert, order);'),
        [less(1, '`runner.startTransaction()` is gone')],
      ],
      [
        'leaves one that is begun by a text in another place alone',
        script("await db.executeQuery(raw('begin'));", 'await db.insert(order);'),
        script(
          "let sql = 'begin';",
          "if (order.level) sql = 'start transaction isolation level serializable';",
          'await db.executeQuery(raw(sql));',
          'await db.insert(order);',
        ),
        [],
      ],
      [
        'leaves one that is gone with what it wrote alone',
        script('await db.transaction((t) => t.insert(order));'),
        script('return order;'),
        [],
      ],
      [
        'leaves one that moved to the caller alone',
        script('await db.transaction((t) => t.insert(order));'),
        `${script('await db.insert(order);')}export const all = (orders) => db.transaction(() => Promise.all(orders.map(book)));\n`,
        [],
      ],
      [
        'leaves another kind alone',
        script('await db.transaction((t) => t.insert(order));'),
        script('await db.withTransaction((t) => t.insert(order));'),
        [],
      ],
    ]);
  });
}

describe('robustness/removed-transaction in Java', () => {
  fileCases(removedTransaction, 'src/main/java/Orders.java', [
    ['finds an annotation that is gone', java('@Transactional'), java('@Timed'), [less(3, '`@Transactional` is gone')]],
    [
      'finds one that is suspended',
      java('@Transactional'),
      java('@Transactional(propagation = Propagation.NOT_SUPPORTED)'),
      [less(2, '`@Transactional` became `@Transactional(propagation = Propagation.NOT_SUPPORTED)`')],
    ],
    [
      'finds one that rolls back for less',
      java('@Transactional(rollbackFor = Exception.class)'),
      java('@Transactional'),
      [less(2, '`@Transactional(rollbackFor = Exception.class)` became `@Transactional`')],
    ],
    [
      'finds one of the type that is gone',
      java('@Timed', '@Transactional\n'),
      java('@Timed'),
      ['1 `Orders` writes outside of a transaction, or with less of one: `@Transactional` is gone.'],
    ],
    ['leaves one that moved to the type alone', java('@Transactional'), java('@Timed', '@Transactional\n'), []],
    [
      'leaves one on a method that became private alone, where it has no effect',
      java('@Transactional').replace('void book', 'public void book'),
      java('@Timed').replace('void book', 'private void book'),
      [],
    ],
    ['leaves more of one alone', java('@Transactional'), java('@Transactional(isolation = Isolation.SERIALIZABLE)'), []],
    [
      'leaves a method that only reads alone',
      'class Orders {\n  @Transactional\n  Order find(long id) {\n    return orders.get(id);\n  }\n}\n',
      'class Orders {\n  Order find(long id) {\n    return orders.get(id);\n  }\n}\n',
      [],
    ],
  ]);
});
