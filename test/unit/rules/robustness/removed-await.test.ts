import { removedAwait } from '../../../../src/rules/robustness/removed-await.ts';
import { fileCases, type FileCase } from '../rule-cases.ts';

const run = (lines: string): string => `export async function run(user, id) {\n${lines}  await orders.remove(id);\n}\n`;
const edit = (what: string, before: string, after: string, ...finds: readonly string[]): FileCase => [
  what,
  run(before),
  run(after),
  finds.map((each) => `2 \`run\` no longer waits for ${each}`),
];
const goesOn = 'it goes on before that is done, and does not hear of its failure.';

const cases: readonly FileCase[] = [
  edit(
    'tells a condition',
    '  if (!(await may(user, id))) return;\n',
    '  if (!may(user, id)) return;\n',
    '`may`: a promise is always true in a condition.',
  ),
  edit(
    'tells what is kept and tested',
    '  const ok = await store.lock(id);\n  if (ok && user) log(id);\n',
    '  const ok = store.lock(id);\n  if (ok && user) log(id);\n',
    '`store.lock`: `ok` is a promise now, which is always true in a condition.',
  ),
  edit('tells work', '  await audit.write(id);\n', '  audit.write(id);\n', `\`audit.write\`: ${goesOn}`),
  edit(
    'tells work inside of a loop',
    '  for (const each of id) await store.drop(each);\n',
    '  for (const each of id) store.drop(each);\n',
    `\`store.drop\`: ${goesOn}`,
  ),
  edit(
    'leaves what is waited for later alone',
    '  const found = await find(id);\n  log(found);\n',
    '  const found = find(id);\n  log(await found);\n',
  ),
  edit(
    'leaves what is given to another alone',
    '  const found = await find(id);\n  log(found);\n',
    '  const found = find(id);\n  log(found);\n',
  ),
  edit('leaves what is left to itself on purpose alone', '  await audit.write(id);\n', '  void audit.write(id);\n'),
  edit('leaves what handles its errors alone', '  await audit.write(id);\n', '  audit.write(id).catch(report);\n'),
  edit(
    'leaves what is still waited for elsewhere alone',
    '  await audit.write(id);\n  await audit.write(id);\n',
    '  await audit.write(id);\n  audit.write(id);\n',
  ),
  [
    'leaves a function of the same file alone that never was a promise',
    'function check(id) {\n  log(id);\n  return id > 0;\n}\nexport async function run(id) {\n  await check(id);\n  await orders.remove(id);\n}\n',
    'function check(id) {\n  log(id);\n  return id > 0;\n}\nexport async function run(id) {\n  check(id);\n  await orders.remove(id);\n}\n',
    [],
  ],
  [
    'leaves a function alone that waits for nothing any more',
    'export async function run(id) {\n  await write(id);\n  log(id);\n}\n',
    'export function run(id) {\n  write(id);\n  log(id);\n}\n',
    [],
  ],
];

const typed = (type: string, wait: string): string =>
  `interface Store {\n  drop(id: number): ${type};\n}\nexport async function run(store: Store, id: number) {\n  ${wait}store.drop(id);\n  await log(id);\n}\n`;
const store: readonly FileCase[] = [
  ['leaves alone what the same change makes no promise', typed('Promise<void>', 'await '), typed('void', ''), []],
  ['leaves alone what is declared as no promise', typed('void', 'await '), typed('void', ''), []],
  [
    'tells what is declared as a promise',
    typed('Promise<void>', 'await '),
    typed('Promise<void>', ''),
    [`5 \`run\` no longer waits for \`store.drop\`: ${goesOn}`],
  ],
];

describe('robustness/removed-await by declared types', () => {
  fileCases(removedAwait, 'src/store.ts', store);
});

for (const path of ['src/run.ts', 'src/run.js'])
  describe(`robustness/removed-await in ${path}`, () => {
    fileCases(removedAwait, path, cases);
  });
