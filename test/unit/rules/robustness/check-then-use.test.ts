import { checkThenUse } from '../../../../src/rules/robustness/check-then-use.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  private final Map<String, Item> kept = new ConcurrentHashMap<>();\n  void run(String name, Path path, File file, Map<String, Item> plain, ConcurrentHashMap<String, Item> items) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/check-then-use', () => {
  fileCases(checkThenUse, 'src/main/java/A.java', [
    [
      'finds a map that is asked first',
      '',
      code('if (!items.containsKey(name)) {', '  items.put(name, load(name));', '}'),
      [
        '4 Another thread may put `name` into `items` between this check and the `put` in line 5: `putIfAbsent` or `computeIfAbsent` does both at once.',
      ],
    ],
    [
      'finds a map that is shared by how it is made',
      '',
      code('if (kept.get(name) == null) kept.put(name, load(name));'),
      [
        '4 Another thread may put `name` into `kept` between this check and the `put` in line 4: `putIfAbsent` or `computeIfAbsent` does both at once.',
      ],
    ],
    [
      'finds a file that is deleted',
      '',
      code('if (Files.exists(path)) Files.delete(path);'),
      ['4 `path` may come or go between this check and the `delete` in line 4: let the call itself find out, and handle what it throws.'],
    ],
    [
      'finds a folder that is made',
      '',
      code('if (Files.notExists(path)) {', '  Files.createDirectory(path);', '}'),
      [
        '4 `path` may come or go between this check and the `createDirectory` in line 5: let the call itself find out, and handle what it throws.',
      ],
    ],
    ['leaves a map of one thread alone', '', code('if (!plain.containsKey(name)) plain.put(name, load(name));'), []],
    ['leaves another key alone', '', code('if (!items.containsKey(name)) items.put(name + 1, load(name));'), []],
    [
      'leaves what stands under a lock alone',
      '',
      code('synchronized (kept) {', '  if (!kept.containsKey(name)) kept.put(name, load(name));', '}'),
      [],
    ],
    [
      'leaves a map that was made here alone',
      '',
      code('ConcurrentMap<String, Item> own = new ConcurrentHashMap<>();', 'if (!own.containsKey(name)) own.put(name, load(name));'),
      [],
    ],
    [
      'leaves a failure that is handled alone',
      '',
      code('try {', '  if (Files.exists(path)) Files.delete(path);', '} catch (IOException e) {', '  log.warn("kept", e);', '}'),
      [],
    ],
    ['leaves folders that may be there alone', '', code('if (!Files.exists(path)) Files.createDirectories(path);'), []],
    ['leaves a file that answers alone', '', code('if (file.exists()) file.delete();'), []],
  ]);
});
