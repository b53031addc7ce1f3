import { ignoredResult } from '../../../../src/rules/robustness/ignored-result.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string => `export function store(name) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...body: readonly string[]): string =>
  `class Store {\n  void store(File file, String name, BigDecimal sum, Lock lock, ResultSet rows) throws Exception {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const ignores = (line: number, name: string, lost: string): string => `${line} \`store\` ignores what \`${name}\` answers: ${lost}.`;
const value = 'the changed value is lost';

for (const path of ['src/store.ts', 'src/store.js']) {
  describe(`robustness/ignored-result in ${path}`, () => {
    fileCases(ignoredResult, path, [
      ['finds a text that is not changed in place', '', script('name.toUpperCase();'), [ignores(2, 'toUpperCase', value)]],
      ['finds a replacement', '', script("name.replaceAll('a', 'b');"), [ignores(2, 'replaceAll', value)]],
      ['finds a text that is known to be one', '', script("const text = 'a';", "text.replace('a', 'b');"), [ignores(3, 'replace', value)]],
      ['leaves the route that is replaced alone', '', script("router.replace('/home');"), []],
      ['leaves a result that is used alone', '', script('return name.trim();'), []],
      ['leaves what changes in place alone', '', script('name.sort();', 'name.reverse();'), []],
    ]);
  });
}

describe('robustness/ignored-result in Java', () => {
  fileCases(ignoredResult, 'src/main/java/Store.java', [
    ['finds a folder that may not be there', '', java('file.mkdirs();'), [ignores(3, 'mkdirs', 'that it did not work is lost')]],
    ['finds a sum that is not kept', '', java('sum.add(BigDecimal.ONE);'), [ignores(3, 'add', value)]],
    ['finds a lock that may not be held', '', java('lock.tryLock();'), [ignores(3, 'tryLock', 'whether the lock is held is lost')]],
    ['finds a row that may not be there', '', java('rows.next();'), [ignores(3, 'next', 'whether there is a row is lost')]],
    [
      'finds an error that nobody reports',
      '',
      java('try { save(); } catch (IOException e) { e.getMessage(); }'),
      [ignores(3, 'getMessage', 'the error is not reported')],
    ],
    [
      'leaves what is called to see whether it throws alone',
      '',
      java('try {', '  name.trim();', '} catch (ArithmeticException e) {', '  throw new IllegalArgumentException(name, e);', '}'),
      [],
    ],
    ['leaves a list alone', '', java('List<String> all = new ArrayList<>();', 'all.add(name);'), []],
    ['leaves a lock that is waited for alone', '', java('lock.lock();'), []],
    ['leaves a result that is asked alone', '', java('if (!file.delete()) throw new IOException();'), []],
    ['leaves a chain that writes alone', '', java('builder.replace(0, 1, name);'), []],
    [
      'finds calls that do nothing but answer',
      '',
      java('name.equals("a");', 'java.time.Instant.now();', 'Map<String, String> known = load();', 'known.containsKey(name);'),
      [ignores(3, 'equals', 'it does nothing but answer'), ignores(6, 'containsKey', 'it does nothing but answer')],
    ],
    [
      'leaves calls alone that change a collection',
      '',
      java('Map<String, String> known = load();', 'known.put(name, name);', 'known.remove(name);'),
      [],
    ],
  ]);
});

describe('robustness/ignored-result of lists', () => {
  const script = (line: string): string => `export function tidy(list: string[], chart: Chart) {\n  ${line}\n  return list;\n}\n`;
  const finds = (name: string): string => `2 \`tidy\` ignores what \`${name}\` answers: the list itself stays as it is.`;
  fileCases(ignoredResult, 'src/tidy.ts', [
    ['finds a mapped list', '', script('list.map((each) => each.trim());'), [finds('map')]],
    ['finds a filtered list', '', script('list.filter(Boolean);'), [finds('filter')]],
    ['finds a list that is joined with another', '', script("list.concat(['last']);"), [finds('concat')]],
    ['is silent where the function does something', '', script('list.map((each) => console.log(each));'), []],
    ['is silent on what is no list', '', script('chart.filter(Boolean);'), []],
    ['is silent where it is used', '', script('return list.filter(Boolean);'), []],
  ]);
});
