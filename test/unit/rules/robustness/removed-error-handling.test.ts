import { removedErrorHandling } from '../../../../src/rules/robustness/removed-error-handling.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export async function load(id) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string =>
  `class Rates {\n  Rate load(String id) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const gone = (line: number, what: string): string =>
  `${line} \`load\` no longer handles ${what} of what it calls: the handler is gone, the calls are still made.`;
const clean = (line: number): string =>
  `${line} \`load\` no longer cleans up when it fails: the \`finally\` is gone, the calls in its \`try\` are still made.`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/removed-error-handling in ${path}`, () => {
    fileCases(removedErrorHandling, path, [
      [
        'finds a fallback that is gone',
        script('try { return await get(id); } catch { return cached(id); }'),
        script('return await get(id);'),
        [gone(1, 'errors')],
      ],
      [
        'finds a rejection that nobody handles',
        script('void get(id).catch((error) => report(error));'),
        script('void get(id);'),
        [gone(1, 'errors')],
      ],
      [
        'finds a clean-up that is gone',
        script('try { return await get(id); } finally { close(); }'),
        script('return await get(id);'),
        [clean(1)],
      ],
      [
        'leaves a clean-up alone that a function within does now',
        script('try { check(id); return render(await get(id)); } finally { close(); }'),
        script('check(id);', 'return exclusive(async () => {', 'try { return render(await get(id)); } finally { close(); }', '});'),
        [],
      ],
      [
        'leaves a handler alone that passed the error on',
        script('void get(id).catch((error) => { note(error); throw error; });'),
        script('void get(id);'),
        [],
      ],
      ['leaves an empty handler alone', script('try { await get(id); } catch {}'), script('await get(id);'), []],
      [
        'leaves a handler that threw alone',
        script('try { await get(id); } catch (e) { throw new Failed(e); }'),
        script('await get(id);'),
        [],
      ],
      [
        'leaves another way to handle alone',
        script('try { return await get(id); } catch { return cached(id); }'),
        script('return get(id).catch(() => cached(id));'),
        [],
      ],
      [
        'leaves a call that is gone alone',
        script('try { return await get(id); } catch { return cached(id); }'),
        script('return cached(id);'),
        [],
      ],
      [
        'leaves a handler that moved to the caller alone',
        script('try { return await get(id); } catch { return cached(id); }'),
        `${script('return await get(id);')}export async function all() {\n  try { return await load(1); } catch { return cached(1); }\n}\n`,
        [],
      ],
    ]);
  });
}

describe('robustness/removed-error-handling in Java', () => {
  fileCases(removedErrorHandling, 'src/main/java/Rates.java', [
    [
      'leaves a clean-up alone whose object is gone',
      java('ignored.set(true);', 'try {', '  client.fetch(code);', '} finally {', '  ignored.remove();', '}'),
      java('client.fetch(code);'),
      [],
    ],
    [
      'finds a fallback that is gone',
      java('try { return get(id); } catch (IOException e) { return last(id); }'),
      java('return get(id);'),
      [gone(2, '`IOException`')],
    ],
    [
      'finds one of two handlers that is gone',
      java('try { return get(id); } catch (IOException e) { return last(id); } catch (RateException e) { return none(); }'),
      java('try { return get(id); } catch (IOException e) { return last(id); }'),
      [gone(2, '`RateException`')],
    ],
    ['finds a clean-up that is gone', java('try { return get(id); } finally { pool.give(id); }'), java('return get(id);'), [clean(2)]],
    [
      'leaves handlers that became one alone',
      java(
        'Exception fail;',
        'try { return get(id); } catch (NumberFormatException e) { fail = e; } catch (RateException e) { fail = e; }',
        'return none(fail, get(id));',
      ),
      java(
        'Exception fail;',
        'try { return get(id); } catch (IllegalArgumentException | RateException e) { fail = e; }',
        'return none(fail, get(id));',
      ),
      [],
    ],
    [
      'leaves a resource that closes itself alone',
      java('try { return get(id); } finally { pool.close(); }'),
      java('try (pool) { return get(id); }'),
      [],
    ],
    [
      'leaves a wider handler alone',
      java('try { return get(id); } catch (IOException e) { return last(id); }'),
      java('try { return get(id); } catch (Exception e) { return last(id); }'),
      [],
    ],
    [
      'leaves a handler alone where only the arguments of what it was for are left',
      java('try { return book(id.getValue()); } catch (IOException e) { return last(id); }'),
      java('return order(id.getValue());'),
      [],
    ],
    [
      'finds a handler for what only gets a property',
      java('try { return id.getValue(); } catch (IOException e) { return last(id); }'),
      java('return id.getValue();'),
      [gone(2, '`IOException`')],
    ],
    [
      'leaves a handler that threw alone',
      java('try { return get(id); } catch (IOException e) { throw new Failed(e); }'),
      java('return get(id);'),
      [],
    ],
  ]);
});
