import assert from 'node:assert/strict';
import { readCoverage } from '../../../src/coverage/read-coverage.ts';
import type { ReportedFile } from '../../../src/coverage/reported-file.ts';

/** `cart.js 1+ 2+(1/2) 3-`: lines that were run and lines that were not, with the ways that were gone. */
function told({ names, kind, lines }: ReportedFile): string {
  const each = lines.map(
    ({ line, executed, branches }) => `${line}${executed ? '+' : '-'}${branches ? `(${branches.taken}/${branches.all})` : ''}`,
  );
  return [kind === 'tail' ? `…/${names.join('|')}` : names.join('|'), ...each].join(' ');
}

async function read(text: string, ...wanted: string[]): Promise<string[]> {
  const { files } = await readCoverage(text, (name) => wanted.length === 0 || wanted.includes(name));
  return files.map(told);
}

const lcov = `TN:
SF:src/cart.js
FN:1,total
FNDA:1,total
DA:1,1
DA:2,1
DA:3,0
LF:3
BRDA:2,2,0,0
BRDA:2,2,1,4
BRDA:3,3,0,-
end_of_record
TN:
SF:src\\other.js
DA:9,12,cdmWCVXTRDgnxVPf9RAnBw
end_of_record
`;

describe('a report of lcov', () => {
  it('is read line by line, with what was decided', async () => {
    assert.deepEqual(await read(lcov), ['src/cart.js 1+ 2+(1/2) 3-(0/1)', 'src/other.js 9+']);
    assert.deepEqual(await read(lcov.replaceAll('\n', '\r\n'), 'other.js'), ['src/other.js 9+']);
  });

  it('counts a line as run when one of its records says so', async () => {
    assert.deepEqual(await read('SF:a.ts\nDA:1,0\nDA:1,2\nDA:1,0\nDA:x,1\nDA:-4,1\nend_of_record\n'), ['a.ts 1+']);
  });

  it('is broken where its last record has no end', async () => {
    await assert.rejects(read('SF:a.ts\nDA:1,1\n'), /it breaks off/);
  });
});

const place = (line: number, end = line): object => ({ start: { line, column: 2 }, end: { line: end, column: 9 } });

/** As nyc and jest write it: statements where they begin, an `if` with both its ways. */
const istanbul = JSON.stringify({
  '/work/shop/src/cart.ts': {
    path: '/work/shop/src/cart.ts',
    statementMap: { 0: place(2, 4), 1: place(3), 2: place(5), 3: place(5) },
    fnMap: { 0: { name: 'total', decl: place(1), loc: place(1, 6) } },
    branchMap: {
      0: { type: 'if', loc: place(2, 4), locations: [place(2, 4), { start: {}, end: {} }] },
      1: { type: 'cond-expr', loc: place(5), locations: [place(5), place(5)] },
    },
    s: { 0: 3, 1: 0, 2: 3, 3: 0 },
    f: { 0: 3 },
    b: { 0: [0, 3], 1: [1, 2] },
  },
  'C:\\shop\\src\\rate.js': { data: { path: 'C:\\shop\\src\\rate.js', statementMap: { 0: place(1) }, s: { 0: 0 }, branchMap: {}, b: {} } },
  '/work/shop/src/odd.js': { path: 7, s: null },
});

/** As c8 writes it: every line is a statement, every block of the engine a branch of one way. */
const c8 = JSON.stringify({
  '/tmp/t/src/cart.js': {
    path: '/tmp/t/src/cart.js',
    all: false,
    statementMap: { 0: place(1), 1: place(2), 2: place(3), 3: place(4) },
    s: { 0: 1, 1: 1, 2: 0, 3: 1 },
    branchMap: {
      0: { type: 'branch', line: 1, loc: place(1, 4), locations: [place(1, 4)] },
      1: { type: 'branch', line: 2, loc: place(2, 4), locations: [place(2, 4)] },
    },
    b: { 0: [1], 1: [0] },
    fnMap: {},
    f: {},
  },
});

describe('Istanbul’s JSON', () => {
  it('is read by where statements begin', async () => {
    assert.deepEqual(await read(istanbul), ['/work/shop/src/cart.ts 2+(1/2) 3- 5+(2/2)', 'C:/shop/src/rate.js 1-']);
  });

  it('is read as c8 writes it', async () => {
    assert.deepEqual(await read(c8), ['/tmp/t/src/cart.js 1+(1/1) 2+(0/1) 3- 4+']);
  });

  it('gives only what is asked for', async () => {
    assert.deepEqual(await read(istanbul, 'rate.js'), ['C:/shop/src/rate.js 1-']);
  });

  it('is broken where it breaks off', async () => {
    await assert.rejects(read(istanbul.slice(0, 200)), SyntaxError);
  });
});

/** By http://www.jacoco.org/jacoco/trunk/coverage/report.dtd. */
const jacoco = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop"><sessioninfo id="build-1" start="1754800000000" dump="1754800005000"/><sessioninfo id="build-2" start="1754800000000" dump="1754800009000"/>
<group name="cart"><package name="com/acme/cart"><class name="com/acme/cart/Cart" sourcefilename="Cart.java"><method name="&lt;init&gt;" desc="()V" line="3"><counter type="INSTRUCTION" missed="0" covered="3"/></method></class>
<sourcefile name="Cart.java"><line nr="3" mi="0" ci="3" mb="0" cb="0"/><line nr="5" mi="2" ci="4" mb="1" cb="1"/><line nr="6" mi="5" ci="0" mb="0" cb="0"/><counter type="LINE" missed="1" covered="2"/></sourcefile>
<sourcefile name="Rate.java"><line nr="9" mi="1" ci="0" mb="0" cb="0"/></sourcefile></package></group>
<package name=""><sourcefile name="Main.java"><line nr="1" mi="1" ci="0"/></sourcefile></package>
<counter type="LINE" missed="1" covered="2"/></report>
`;

describe('a report of JaCoCo', () => {
  it('is read by package and source file, in groups or not', async () => {
    assert.deepEqual(await read(jacoco), ['…/com/acme/cart/Cart.java 3+ 5+(1/2) 6-', '…/com/acme/cart/Rate.java 9-', '…/Main.java 1-']);
    assert.deepEqual(await read(jacoco, 'Rate.java'), ['…/com/acme/cart/Rate.java 9-']);
  });

  it('says when the last of its tests had run', async () => {
    assert.equal((await readCoverage(jacoco, () => true)).made, 1_754_800_009_000);
  });

  it('is broken where it breaks off', async () => {
    await assert.rejects(read(jacoco.slice(0, jacoco.indexOf('<sourcefile name="Rate'))));
  });
});

/** By http://cobertura.sourceforge.net/xml/coverage-04.dtd. */
const cobertura = `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage lines-valid="3" lines-covered="2" line-rate="0.66" branches-valid="2" branch-rate="0.5" timestamp="1754800005123" version="0.1">
  <sources><source>/work/shop/src</source><source>.</source></sources>
  <packages><package name="cart" line-rate="0.66"><classes>
    <class name="Cart" filename="cart/Cart.java" line-rate="0.66"><methods><method name="total" signature="()I"><lines><line number="5" hits="9"/></lines></method></methods>
      <lines><line number="5" hits="2" branch="true" condition-coverage="50% (1/2)"/><line number="6" hits="0" branch="false"/></lines></class>
    <class name="Cart$Line" filename="cart/Cart.java"><methods/><lines><line number="12" hits="1"/></lines></class>
    <class name="b" filename="/abs/R&amp;D.js"><methods/><lines><line number="1" hits="0"/></lines></class>
  </classes></package></packages>
</coverage>`;

describe('a report of Cobertura', () => {
  it('is read by file, whichever of the sources it is below', async () => {
    assert.deepEqual(await read(cobertura), ['/work/shop/src/cart/Cart.java|cart/Cart.java 5+(1/2) 6- 12+', '/abs/R&D.js 1-']);
  });

  it('says when it was made, in seconds or milliseconds', async () => {
    assert.equal((await readCoverage(cobertura, () => true)).made, 1_754_800_005_123);
    assert.equal((await readCoverage(cobertura.replace('1754800005123', '1754800005'), () => true)).made, 1_754_800_005_999);
  });
});

const cloverOfIstanbul = `<?xml version="1.0" encoding="UTF-8"?>
<coverage generated="1754800005123" clover="3.2.0">
  <project timestamp="1754800005123" name="All files"><metrics statements="3"/>
    <package name="src"><file name="cart.js" path="/work/shop/src/cart.js"><metrics statements="3"/>
      <line num="1" count="1" type="stmt"/>
      <line num="2" count="4" type="cond" truecount="1" falsecount="1"/>
      <line num="3" count="0" type="stmt"/>
    </file></package>
  </project>
</coverage>`;

const openClover = `<?xml version="1.0" encoding="UTF-8"?>
<coverage clover="4.5.2" generated="1754800005"><project name="shop" timestamp="1754800005"><package name="com.acme"><file path="/work/shop/src/main/java/com/acme/Cart.java" name="Cart.java">
<class name="Cart"><metrics/></class><line complexity="2" visibility="public" signature="total() : int" num="4" count="3" type="method"/><line num="5" truecount="3" falsecount="0" complexity="1" type="cond"/><line num="6" count="0" type="stmt"/><line num="7" truecount="0" falsecount="0" type="cond"/></file></package></project>
<testproject name="shop"><package name="com.acme"><file path="/work/shop/src/test/java/com/acme/CartTest.java" name="CartTest.java"><line num="1" count="1" type="stmt"/></file></package></testproject></coverage>`;

describe('a report of Clover', () => {
  it('is read as Istanbul writes it, which counts the ways that were gone', async () => {
    assert.deepEqual(await read(cloverOfIstanbul), ['/work/shop/src/cart.js 1+ 2+(1/2) 3-']);
  });

  it('is read as Clover writes it, which counts how often a condition held', async () => {
    assert.deepEqual(await read(openClover), ['/work/shop/src/main/java/com/acme/Cart.java 4+ 5+(1/2) 6- 7-(0/2)']);
  });
});

describe('a text that is no report', () => {
  for (const text of ['hello', '<html><body/></html>', '<coverage><x/></coverage>', 'DA:1,2\n'])
    it(`is refused: ${text.trim()}`, async () => {
      await assert.rejects(read(text), /none of lcov/);
    });

  it('tells nothing where it is empty', async () => {
    assert.deepEqual([await read(''), await read('{}'), await read('[]').catch(() => 'refused')], [[], [], 'refused']);
  });

  it('has no entity expanded', async () => {
    const bomb = `<!DOCTYPE coverage [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const text = cobertura.replace(/<!DOCTYPE[^>]*>/, bomb).replace('/abs/R&amp;D.js', '/abs/&b;&f;.js');
    const names = (await readCoverage(text, () => true).catch(() => ({ files: [] }))).files.flatMap((file) => file.names);
    assert.ok(
      names.every((name) => !/aaaa|root:/.test(name)),
      names.join(),
    );
  });
});
