import { useAfterNullCheck } from '../../../../src/rules/robustness/use-after-null-check.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, checked: number, name = 'order'): string =>
  `${line} \`${name}\` may be null here: it is checked in line ${checked}, and what follows uses it in either case.`;

describe('robustness/use-after-null-check in Java', () => {
  const java = (...lines: readonly string[]): string =>
    `class Orders {\n  String label(Order order, Log log) {\n${lines.map((line) => `    ${line}\n`).join('')}    return "";\n  }\n}\n`;
  fileCases(useAfterNullCheck, 'src/main/java/Orders.java', [
    ['finds a use after a warning', '', java('if (order == null) log.warn("none");', 'log.info(order.name());'), [found(4, 3)]],
    [
      'finds a use outside of the branch',
      '',
      java('if (order != null) {', '  count(order);', '}', 'int n = 1;', 'order.close();'),
      [found(7, 3)],
    ],
    [
      'finds it in a loop',
      '',
      java('for (Item item : items) {', '  if (item != null) count(item);', '  item.done();', '}'),
      [found(5, 4, 'item')],
    ],
    ['leaves a branch that gives a value alone', '', java('if (order == null) order = Order.none();', 'order.close();'), []],
    ['leaves a branch that does not come back alone', '', java('if (order == null) fail("none");', 'order.close();'), []],
    ['leaves a second check alone', '', java('if (order == null) log.warn("none");', 'if (order != null) order.close();'), []],
    ['leaves a value that is made anew alone', '', java('if (order == null) log.warn("none");', 'order = load();', 'order.close();'), []],
    [
      'leaves a check with two branches alone',
      '',
      java('if (order == null) {', '  log.warn("none");', '} else {', '  order.close();', '}'),
      [],
    ],
  ]);
});

for (const path of ['src/orders.ts', 'src/orders.js']) {
  const script = (...lines: readonly string[]): string =>
    `export async function label(order) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  describe(`robustness/use-after-null-check in ${path}`, () => {
    fileCases(useAfterNullCheck, path, [
      ['finds a use after a warning', '', script("if (order === null) console.log('none');", 'await save(order.lines);'), [found(3, 2)]],
      ['finds an element', '', script('if (order != null) count(order);', 'return order[0];'), [found(3, 2)]],
      [
        'finds it in a callback',
        '',
        script('each((o) => {', '  if (o === undefined) note();', '  return o.name;', '});'),
        [found(4, 3, 'o')],
      ],
      ['leaves an answer alone', '', script('if (order === undefined) return undefined;', 'return order.name;'), []],
      ['leaves an optional look alone', '', script('if (order === undefined) note();', 'return order?.name;'), []],
      ['leaves an optional call alone', '', script('if (order !== undefined) count(order);', 'return order?.total();'), []],
      ['leaves a use under a condition alone', '', script('if (order !== null) count(order);', 'return order && order.name;'), []],
      ['leaves another value alone', '', script('if (order === null) note();', 'return orders.name;'), []],
    ]);
  });
}

for (const path of ['src/user.js', 'src/user.ts']) {
  describe(`robustness/use-after-null-check by its truth in ${path}`, () => {
    const script = (...lines: readonly string[]): string =>
      `export function label(user) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
    const finds = '3 `user` may be null here: it is checked in line 2, and what follows uses it in either case.';
    fileCases(useAfterNullCheck, path, [
      ['finds a use outside of the branch', '', script("if (user) count('user');", 'return user.name;'), [finds]],
      ['finds a branch that goes on', '', script("if (!user) console.warn('none');", 'return user.name;'), [finds]],
      ['is silent on what a text has, too', '', script("if (user) count('user');", 'return user.length;'), []],
      ['is silent on a method', '', script("if (user) count('user');", 'return user.trim();'), []],
      ['is silent where the branch leaves', '', script("if (!user) return '';", 'return user.name;'), []],
      ['is silent where it is asked again', '', script("if (user) count('user');", 'return user?.name;'), []],
      ['is silent where it gets a value', '', script('if (!user) user = guest();', 'return user.name;'), []],
    ]);
  });
}
