import { remembered } from '../../base/remembered.ts';
import * as z from 'zod/mini';
import { contains, overlaps, type TextRange } from '../../base/text-range.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { defineChangeRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { sharedInJava, sharedInScript, type SharedState } from './quality/shared-state.ts';
import { titled } from './quality/test-finding.ts';

const java = (reading: string, more = ''): string =>
  `import org.junit.jupiter.api.*;\n\nclass CartTest {\n  static Cart cart;\n${more}\n  @Test\n  void adds() {\n    cart = new Cart();\n    cart.add(3);\n    assertEquals(1, cart.size());\n  }\n\n  @Test\n  void totalsUp() {\n    ${reading}assertEquals(3, cart.total());\n  }\n}\n`;
const script = (reading: string, more = ''): string =>
  `let cart;\n${more}\nit('adds', () => {\n  cart = new Cart(3);\n  expect(cart.size).toBe(1);\n});\n\nit('totals up', () => {\n  ${reading}expect(cart.total()).toBe(3);\n});\n`;
const [own, ownInScript] = ['cart = new Cart(3);\n    ', 'cart = new Cart(3);\n  '];

export const stateSharedByTests = defineChangeRule({
  id: 'tests/state-shared-by-tests',
  title: 'A test lives on what another test left behind',
  reason:
    'A test that reads what another one wrote fails when it is run alone, in another order or in parallel, and for reasons that have nothing to do with it: the first failure takes all the others with it.',
  remedy: 'Make what a test needs in the test itself or before each test (`@BeforeEach`, `beforeEach`).',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'xUnit Test Patterns: Erratic Test, Interacting Tests', url: 'http://xunitpatterns.com/Erratic%20Test.html' },
    {
      title: 'JUnit 5 User Guide: test instance lifecycle',
      url: 'https://junit.org/junit5/docs/current/user-guide/#writing-tests-test-instance-lifecycle',
    },
  ],
  limits:
    'Only variables that one test assigns and a later one reads before it assigns them itself, and that nothing sets before or after each test. Tests that ask for their order, and serial groups, are left alone.',
  examples: [
    edited('a test reads what another assigned', 'src/test/java/CartTest.java', java(own), java(''), [
      '15 The test “totalsUp” reads `cart` as the test “adds” left it: alone, or in another order, it fails.',
    ]),
    edited(
      'it is made before each test',
      'src/test/java/CartTest.java',
      java(own),
      java('', '\n  @BeforeEach\n  void setUp() {\n    cart = new Cart(3);\n  }\n'),
    ),
    edited('a test reads what another assigned in TypeScript', 'test/cart.test.ts', script(ownInScript), script(''), [
      '9 The test “totals up” reads `cart` as the test “adds” left it: alone, or in another order, it fails.',
    ]),
    edited('each makes its own', 'test/cart.test.ts', script(ownInScript), script(ownInScript.replace('3', '4'))),
    edited('a test reads what another assigned in JavaScript', 'test/cart.test.js', script(ownInScript), script(''), [
      '9 The test “totals up” reads `cart` as the test “adds” left it: alone, or in another order, it fails.',
    ]),
    edited(
      'it is made before each test in JavaScript',
      'test/cart.test.js',
      script(ownInScript),
      script('', '\nbeforeEach(() => {\n  cart = new Cart(3);\n});\n'),
    ),
  ],
  needs: ['tests'],
  options: z.object({}),
  *check(change) {
    const changed = new Map(change.files.map((file) => [file.head?.path, file.head]));
    for (const file of change.tests) {
      const head = changed.get(file.path);
      if (!head || ordered.test(file.text)) continue;
      for (const each of sharedIn(file)) {
        if (head.touched.some((range) => causes(range, each))) yield finding(each, file);
      }
    }
  },
});

const sharedIn = remembered((file: SourceFile) => (file.facts?.language === 'java' ? sharedInJava(file) : sharedInScript(file)));

/** Whether a touched place writes or reads it, or is one where the reader wrote it itself. */
function causes(range: TextRange, { read, written, reader }: SharedState): boolean {
  const isGap = range.start === range.end && contains({ start: reader.range.start, end: read.start }, range);
  return isGap || overlaps(range, read) || overlaps(range, written);
}

/** What asks for an order. */
const ordered = /@TestMethodOrder|@FixMethodOrder|dependsOnMethods|@Order\(|\.serial\b|mode:\s{0,3}['"]serial|@Stepwise|\.sequential\b/;

function finding({ name, writer, reader, read, written }: SharedState, file: SourceFile): FindingDraft {
  return {
    message: `The test ${titled(reader)} reads \`${name}\` as the test ${titled(writer)} left it: alone, or in another order, it fails.`,
    place: { file, range: read },
    subject: `${reader.titles.join(' › ')} ${name}`,
    related: [{ file, range: written, caption: `${titled(writer)} writes it here` }],
    properties: { test: 'weak' },
  };
}
