import assert from 'node:assert/strict';
import { Sandbox } from '../git/sandbox.ts';
import { runCli } from './run-cli.ts';

const cart = `package com.acme;

public class Cart {
  public int total(int rate) { return rate; }
  protected void audit() {}
  int count() { return 0; }
  /** @internal for the shop alone */
  public void reset() {}
}
`;

const files = {
  'package.json': '{ "name": "orders", "version": "1.0.0", "exports": { ".": "./src/index.ts", "./internal/*": "./src/internal/*.ts" } }\n',
  'src/index.ts': "export { total } from './total.ts';\nexport { a, unstable_b } from './named.ts';\n",
  'src/named.ts': 'export interface a {\n  _c: string;\n}\nexport const unstable_b = 2;\n',
  'src/total.ts':
    'export function total(): number {\n  return rate();\n}\nexport function other(): void {}\nfunction rate(): number {\n  return 1;\n}\n',
  'src/hidden.ts': 'export function hidden(): void {}\n',
  'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.0.0</version></project>\n',
  'lib/src/main/java/com/acme/Cart.java': cart,
  'lib/src/main/java/com/acme/internal/Store.java': 'package com.acme.internal;\n\npublic class Store {}\n',
  'notes.txt': 'a\n',
};

describe('plumbline explain FILE', () => {
  let sandbox: Sandbox;
  before(() => {
    sandbox = new Sandbox();
    for (const [path, text] of Object.entries(files)) sandbox.write(path, text);
    sandbox.commit('start');
  });
  after(() => {
    sandbox[Symbol.dispose]();
  });

  const explained = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout, stderr, exitCode } = await runCli(['explain', ...args], { cwd: sandbox.root });
    assert.deepEqual([stderr, exitCode], ['', 0]);
    return stdout.split('\n').map((line) => line.trim().replaceAll(/\s{2,}/g, ' | '));
  };

  it('says what of a Java file others may count on, and why not the rest', async () => {
    assert.deepEqual(await explained('lib/src/main/java/com/acme/Cart.java'), [
      'lib/src/main/java/com/acme/Cart.java | production',
      'public in package com.acme.',
      '',
      '3 | Cart | contract',
      '4 | Cart.total(int) | contract',
      '5 | Cart.audit() | contract',
      '6 | Cart.count() | no contract: it is seen in its package only',
      '8 | Cart.reset() | no contract: @internal in its documentation',
      '',
    ]);
  });

  it('says that a package is internal', async () => {
    assert.deepEqual((await explained('lib/src/main/java/com/acme/internal/Store.java')).slice(1), [
      'package com.acme.internal is internal.',
      '',
      '3 | Store | no contract: package com.acme.internal is internal',
      '',
    ]);
  });

  it('goes by the entry points of a package', async () => {
    assert.deepEqual((await explained('src/total.ts')).slice(1), [
      'exported by "." of package orders.',
      '',
      '1 | total | contract',
      '4 | other | no contract: nothing that others import leads to it',
      '5 | rate | no contract: it is seen in its file only',
      '',
    ]);
    assert.equal(
      (await explained('src/hidden.ts'))[3],
      '1 | hidden | no contract: not reached from the entry points of package orders, of which "./internal/*" says by its name that it is the package’s own',
    );
  });

  it('goes by what names say', async () => {
    assert.deepEqual((await explained('src/named.ts')).slice(3), [
      '1 | a | contract',
      '2 | a._c | no contract: `_c` says by its name that it is the package’s own',
      '4 | unstable_b | no contract: `unstable_b` says by its name that it is the package’s own',
      '',
    ]);
  });

  it('takes a path from another folder too, and refuses what it cannot explain', async () => {
    const { root } = sandbox;
    const elsewhere = await runCli(['explain', 'src/total.ts', '--repo', root], { cwd: '/' });
    assert.match(elsewhere.stdout, /total +contract/);
    for (const path of ['notes.txt', 'src/nope.ts', '../outside.ts']) {
      const { stderr, exitCode } = await runCli(['explain', path], { cwd: root });
      assert.deepEqual([stderr.split('\n')[0]?.startsWith(`error There is no rule "${path}"`), exitCode], [true, 2]);
    }
  });
});
