import { unawaitedPromise } from '../../../../src/rules/robustness/unawaited-promise.ts';
import { fileCases } from '../rule-cases.ts';

const script = (head: string, ...body: readonly string[]): string =>
  `${head}async function save(order) {}\nfunction log(order) {}\n\nexport async function create(order) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const missed = (line: number, name: string): string =>
  `${line} \`create\` does not wait for \`${name}\`: it goes on before that is done, and does not hear of its failure.`;

for (const path of ['src/create.ts', 'src/create.js']) {
  describe(`robustness/unawaited-promise in ${path}`, () => {
    fileCases(unawaitedPromise, path, [
      ['finds a function of the file', '', script('', 'save(order);'), [missed(5, 'save')]],
      ['finds it in a condition', '', script('', 'if (order) {', '  save(order);', '}'), [missed(6, 'save')]],
      [
        'finds a function of Node',
        '',
        script("import * as fs from 'node:fs/promises';\n", "fs.writeFile('a', order);"),
        [missed(6, 'writeFile')],
      ],
      [
        'finds a method of the class',
        '',
        'class Orders {\n  async save() {}\n  async create() {\n    this.save();\n  }\n}\n',
        [missed(4, 'save')],
      ],
      ['leaves a function that is not async alone', '', script('', 'log(order);'), []],
      ['leaves what is handled alone', '', script('', 'save(order).catch(log);'), []],
      [
        'leaves a parameter of the same name alone',
        '',
        'async function save() {}\nexport async function create(save) {\n  save();\n}\n',
        [],
      ],
      ['leaves what is collected alone', '', script('', 'await Promise.all([save(order), save(order)]);'), []],
    ]);
  });
}

describe('robustness/unawaited-promise in forEach', () => {
  fileCases(unawaitedPromise, 'src/orders.ts', [
    [
      'finds an async function that nobody waits for',
      '',
      'export async function all(list: Order[]) {\n  list.forEach(async (order) => {\n    await store(order);\n  });\n}\n',
      [
        '2 `all` hands an async function to `forEach`, which waits for none: it goes on before they are done, and does not hear of their failure. Use `for … of`, or `Promise.all` of `map`.',
      ],
    ],
    [
      'leaves a function alone that handles its errors itself',
      '',
      'export function all(list: Order[]) {\n  list.forEach(async (order) => {\n    try {\n      await store(order);\n    } catch (error) {\n      report(error);\n    }\n  });\n}\n',
      [],
    ],
    [
      'leaves a function that does not wait alone',
      '',
      'export function all(list: Order[]) {\n  list.forEach((order) => order.close());\n}\n',
      [],
    ],
  ]);
});
