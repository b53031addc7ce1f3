import { changedWhileLooped } from '../../../../src/rules/robustness/changed-while-looped.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  void run(List<Order> orders, Map<String, Order> byName, Order[] few) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/changed-while-looped', () => {
  fileCases(changedWhileLooped, 'src/main/java/A.java', [
    [
      'finds an element that is taken out',
      '',
      code('for (Order order : orders) {', '  if (order.isDone()) orders.remove(order);', '}'),
      ['4 `orders` is changed by `remove` while the loop goes over it: its next step fails.'],
    ],
    [
      'finds an element that is added',
      '',
      code('for (Order order : orders) orders.add(order.copy());'),
      ['3 `orders` is changed by `add` while the loop goes over it: its next step fails.'],
    ],
    [
      'finds a key that is taken out',
      '',
      code('for (String name : byName.keySet()) {', '  if (name.isEmpty()) byName.remove(name);', '}'),
      ['4 `byName` is changed by `remove` while the loop goes over it: its next step fails.'],
    ],
    [
      'leaves a loop that ends alone',
      '',
      code('for (Order order : orders) {', '  if (order.isDone()) {', '    orders.remove(order);', '    return;', '  }', '}'),
      [],
    ],
    [
      'leaves a local of the same name as the field alone',
      '',
      code('List<Order> kept = new ArrayList<>();', 'for (Order order : this.kept) kept.add(order);').replace(
        'class A {\n',
        'class A {\n  private List<Order> kept;\n',
      ),
      [],
    ],
    ['leaves a copy alone', '', code('for (Order order : new ArrayList<>(orders)) orders.remove(order);'), []],
    [
      'leaves another collection alone',
      '',
      code('List<Order> done = new ArrayList<>();', 'for (Order order : orders) done.add(order);'),
      [],
    ],
    [
      'leaves a list that allows it alone',
      '',
      code('List<Order> safe = new CopyOnWriteArrayList<>(orders);', 'for (Order order : safe) safe.remove(order);'),
      [],
    ],
  ]);
});
