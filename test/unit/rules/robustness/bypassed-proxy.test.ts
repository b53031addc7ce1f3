import { bypassedProxy } from '../../../../src/rules/robustness/bypassed-proxy.ts';
import { fileCases } from '../rule-cases.ts';

const code = (annotation: string, call: string, visibility = 'public'): string =>
  `@Service\nclass A {\n  public void all() {\n    ${call};\n  }\n\n  @${annotation}\n  ${visibility} void one(Order order) {\n    store.save(order);\n  }\n}\n`;

describe('robustness/bypassed-proxy', () => {
  fileCases(bypassedProxy, 'src/main/java/A.java', [
    [
      'finds a transaction',
      '',
      code('Transactional', 'one(order)'),
      ['4 `all` calls `one` past the proxy: its `@Transactional` does nothing here.'],
    ],
    ['finds another thread', '', code('Async', 'this.one(order)'), ['4 `all` calls `one` past the proxy: its `@Async` does nothing here.']],
    [
      'finds a cache',
      '',
      code('CacheEvict("orders")', 'one(order)'),
      ['4 `all` calls `one` past the proxy: its `@CacheEvict` does nothing here.'],
    ],
    [
      'finds a private method',
      '',
      code('Transactional', 'other()', 'private'),
      ['7 `one` is private, so that no proxy can stand around it: its `@Transactional` does nothing.'],
    ],
    ['leaves a call of another bean alone', '', code('Transactional', 'self.one(order)'), []],
    [
      'leaves a transaction that is there already alone',
      '',
      code('Transactional', 'one(order)').replace('  public void all', '  @Transactional\n  public void all'),
      [],
    ],
    [
      'leaves a container alone whose interceptors are subclasses',
      '',
      `import io.quarkus.cache.CacheResult;\n\n${code('Transactional', 'one(order)')}`,
      [],
    ],
    ['leaves another annotation alone', '', code('Deprecated', 'one(order)'), []],
  ]);
});
