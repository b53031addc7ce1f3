import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { formats } from '../../../src/report/formats.ts';
import { reporters } from '../../../src/report/reporters.ts';
import { finding, location, options, review, sample } from './sample-review.ts';

const clean = review([], { verdict: { gate: 'passed', failOn: 'error', complete: true } });

describe('every report', () => {
  for (const format of formats) {
    it(`is the same text for the same review, and ends with a line break (${format})`, () => {
      const text = reporters[format](sample, options);
      assert.equal(reporters[format](structuredClone(sample), options), text);
      assert.ok(text.endsWith('\n'));
    });

    it(`never lets an escape sequence of the repository through (${format})`, () => {
      assert.ok(!reporters[format](sample, options).includes('\u001b'));
    });

    it(`renders a review without findings (${format})`, () => {
      assert.ok(reporters[format](clean, options).length > 0);
    });
  }
});

describe('reports for people', () => {
  const repeated = (places: readonly string[]) =>
    review(places.map((place) => finding({ location: location(place, 3), fingerprint: place, message: 'A token is in the code.' })));

  it('say once what is the same at several places, and count it as often as it is there', () => {
    const three = repeated(['a.ts', 'b.ts', 'c.ts']);
    assert.match(
      reporters.pretty(three, options),
      /^Compatibility · 3 errors[^]*A token is in the code\.\n {2}a\.ts:3:5 .*\n {2}the same at b\.ts:3, c\.ts:3\n\n/m,
    );
    assert.match(reporters.markdown(three, options), /`a\.ts:3` A token is in the code\..*\n {2}- The same at `b\.ts:3`, `c\.ts:3`\.\n/);
    assert.match(reporters.html(three, options), /<li>The same at <code>b\.ts:3<\/code>, <code>c\.ts:3<\/code><\/li>/);
  });

  it('name eight of very many places', () => {
    const many = repeated(Array.from({ length: 11 }, (_, index) => `${index}.ts`));
    assert.match(reporters.pretty(many, options), /the same at 1\.ts:3, .*, 8\.ts:3 and 2 more places\n/);
  });

  it('tell once for a file what is of one kind there, and only where it is no code', () => {
    const actions = [4, 9, 12, 20].map((line) =>
      finding({ location: location('ci.yml', line), fingerprint: `${line}`, message: `Action ${line} moves.` }),
    );
    const pretty = reporters.pretty(review(actions), options);
    assert.match(pretty, /4 errors[^]*Action 4 moves\.[^]*3 more like it in this file: lines 9, 12 and 20\n/);
    assert.doesNotMatch(pretty, /Action 9/);
    assert.match(reporters.markdown(review(actions), options), /\n {2}- 3 more like it in this file: lines 9, 12 and 20\.\n/);
    assert.match(reporters.html(review(actions), options), /<li>3 more like it in this file: lines 9, 12 and 20<\/li>/);
    assert.match(reporters.sarif(review(actions), options), /Action 20 moves/);
    assert.match(reporters.pretty(review(actions.slice(1)), options), /Action 12 moves/);
    const inCode = actions.map((each) => ({ ...each, symbol: { qualifiedName: each.message, kind: 'method' as const } }));
    assert.match(reporters.pretty(review(inCode), options), /Action 20 moves/);
  });

  it('leave apart what has places of its own beside it', () => {
    const one = finding({ related: [{ ...location('x.ts', 1), caption: 'from here' }], fingerprint: 'a' });
    const text = reporters.pretty(review([one, { ...one, fingerprint: 'b' }]), options);
    assert.equal(text.match(/Public method `Order\.total` was removed\./g)?.length, 2);
  });
});

describe('the pretty report', () => {
  it('marks the first line of what stands on several to its end', () => {
    const place = { ...location('src/a.ts', 1, ['  throw new Error(', "    'no');"]), end: { line: 2, column: 11 } };
    assert.match(reporters.pretty(review([finding({ location: place })]), options), /throw new Error\(\n {6}\| {5}\^{14}\n/);
  });
  it('shows findings by expectation with their code, notices, and the summary last', () => {
    assert.equal(
      reporters.pretty(sample, options),
      `Compatibility · 1 error
Code is free of breaking changes. If one cannot be avoided it is planned, deprecated first and announced to consumers well ahead.

  error Public method \`Order.total\` was removed.
  src/main/java/Order.java:12:5 compatibility/removed-public-symbol
  > 12 |     return net;
       |     ^^^^^^^
  it was here: src/main/java/Order.java:10
  fix Restore it as deprecated (look before you apply it)

Security · 1 warning
All work is looked at with a security lens; the product’s security features are used, and nothing that protects is taken away unnoticed.

  warning A token <b>of</b> @team | \`x\`�[31m is in the code.
  a dir/ü%.yml:3:5 security/hardcoded-secret
  > 3 |  token: "…"
      |     ^^^^^^^

Not reviewed, or otherwise than asked
  notice data/big.json: The file is larger than 5 MB and was not read.
  Add it to \`ignore\`.

feature against main: 2 files, +1,340 −25 lines
Gate failed (fails on error): 1 error, 1 warning. The review is incomplete.
Not shown: 1 allowed, 1 there before, 1 mended, 1 less sure.
`,
    );
  });

  it('says so when there is nothing to mend', () => {
    assert.equal(reporters.pretty(clean, options), 'feature against main: 2 files, +1,340 −25 lines\nGate passed: nothing to mend.\n');
  });

  it('says of each finding that does not count why it does not', () => {
    const text = reporters.pretty(sample, { ...options, all: true });
    for (const why of ['(allowed: a public test key)', '(was there before)', '(mended by this change)', '(low confidence)'])
      assert.ok(text.includes(why), why);
  });

  it('names the file of a notice once', () => {
    const notices = [{ id: 'binary', message: 'a.jar is binary.', path: 'a.jar', incomplete: false }];
    assert.match(reporters.pretty(review([], { notices }), options), /^ {2}notice a\.jar is binary\.$/m);
  });

  it('has colours only when asked', () => {
    assert.ok(reporters.pretty(sample, { ...options, color: true }).includes('\u001b[31m'));
  });
});

describe('the Markdown report', () => {
  it('lets no text of the repository format, mention or link', () => {
    const hostile = finding({ message: 'Hi @team [x](http://evil) <img src=x> **b** `a`', location: location('a`b``c.ts', 1) });
    const line = reporters
      .markdown(review([hostile]), options)
      .split('\n')
      .find((text) => text.startsWith('- '));
    assert.equal(
      line,
      '- 🔴 ``` a`b``c.ts:1 ``` Hi @\u200Bteam \\[x\\](http://evil) \\<img src=x\\> \\*\\*b\\*\\* `a` `compatibility/removed-public-symbol`',
    );
  });
});

describe('the HTML report', () => {
  it('escapes every text and allows nothing from outside', () => {
    const page = reporters.html(sample, options);
    assert.ok(page.includes('A token &lt;b&gt;of&lt;/b&gt; @team | <code>x</code>'));
    assert.ok(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
    assert.ok(!/<script|https?:\/\//.test(page));
  });
});

describe('the JUnit report', () => {
  it('is well-formed, with a failure a finding and an error an incomplete part', () => {
    const text = reporters.junit(sample, options);
    assert.equal(new SyntaxValidator().validate(text), true);
    const suites = (new XMLParser({ ignoreAttributes: false }).parse(text) as { testsuites: { testsuite: Record<string, string>[] } })
      .testsuites.testsuite;
    assert.deepEqual(
      suites.map((suite) => [suite['@_name'], suite['@_tests'], suite['@_failures'], suite['@_errors']]),
      [
        ['Compatibility', '1', '1', '0'],
        ['Security', '1', '1', '0'],
        ['Not reviewed', '1', '0', '1'],
      ],
    );
  });

  it('is one passed test case where nothing was found', () => {
    assert.equal(
      reporters.junit(clean, options),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Plumbline">
  <testsuite name="Plumbline" tests="1" failures="0" errors="0">
    <testcase classname="plumbline" name="Nothing to mend"/>
  </testsuite>
</testsuites>
`,
    );
  });
});

describe('the GitHub annotations', () => {
  it('are workflow commands with everything escaped that would end one', () => {
    const hostile = finding({ message: 'a\n::error::b 100%', location: location('x,y:z.ts', 7) });
    assert.equal(
      reporters.github(review([hostile]), options),
      '::error file=x%2Cy%3Az.ts,line=7,col=5,endColumn=12,title=compatibility/removed-public-symbol::a%0A::error::b 100%25\nGate failed (fails on error): 1 error.\n',
    );
  });
});

describe('the GitLab report', () => {
  it('is an array of issues of the Code Quality format', () => {
    assert.deepEqual(JSON.parse(reporters.gitlab(review([finding()]), options)), [
      {
        description: 'Public method `Order.total` was removed.',
        check_name: 'compatibility/removed-public-symbol',
        fingerprint: '0123456789abcdef',
        severity: 'critical',
        location: { path: 'src/main/java/Order.java', lines: { begin: 12, end: 12 } },
      },
    ]);
  });
});

describe('the JSON report', () => {
  it('is the review with what counts, and the tool that made it', () => {
    const report = JSON.parse(reporters.json(sample, options)) as Record<string, unknown>;
    assert.deepEqual(Object.keys(report), ['schema', 'tool', 'base', 'head', 'standard', 'verdict', 'size', 'findings', 'notices']);
    assert.deepEqual(report['findings'], JSON.parse(JSON.stringify(sample.findings.slice(0, 2))));
  });
});
