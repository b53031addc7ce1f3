import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from './reviewing.ts';

/** A change that is hostile: what stands at its base, and what at its head. */
interface Change {
  readonly base: Texts;
  readonly head: Texts;
}

/** What is written for a level above from the level below. */
type Step = (above: string, below: string) => string;

const levels = 12;
const width = 40;
const top = `n${String(levels)}`;

/** One after another, each a name that leans on the one before many times. */
function ladder(step: Step): string {
  return Array.from({ length: levels }, (_, level) => step(`n${String(level + 1)}`, `n${String(level)}`)).join('');
}

function times(written: (index: number) => string, between: string, count = width): string {
  return Array.from({ length: count }, (_, index) => written(index)).join(between);
}

/** Each within the one before: `opened` many times, then what is innermost, then `closed` as often. */
function nested(opened: (level: number) => string, innermost: string, closed: string, deep: number): string {
  return times(opened, '', deep) + innermost + closed.repeat(deep);
}

const scriptLeaf = (limit: number): string =>
  `export function n0(x) {\n  if (x > ${String(limit)}) throw new RangeError('too many ' + x);\n  db.query('select ' + x);\n  return x == null ? null : x.trim();\n}\n`;

/** How a function of a script may call the one below many times. */
const functionsOfScript: Readonly<Record<string, Step>> = {
  calls: (above, below) => `export function ${above}(x) {\n${times(() => `  ${below}(x);`, '\n')}\n  return ${below}(x);\n}\n`,
  sums: (above, below) => `export function ${above}(x) {\n  return ${times(() => `${below}(x)`, ' + ')};\n}\n`,
  branches: (above, below) =>
    `export function ${above}(x) {\n${times((index) => `  if (x === ${String(index)}) return ${below}(x);`, '\n')}\n  return ${below}(x + 1);\n}\n`,
  arguments: (above, below) => `export function ${above}(x) {\n  return ${nested(() => `${below}(`, 'x', ')', width)};\n}\n`,
  conditions: (above, below) =>
    `export function ${above}(x) {\n  return ${times(() => `${below}(x)`, ' && ')} || ${times(() => `!${below}(x)`, ' || ')};\n}\n`,
  arrows: (above, below) => `export const ${above} = (x) => [${times(() => `${below}(x)`, ', ')}];\n`,
  closures: (above, below) =>
    `export const ${above} = (x) => {\n${times((index) => `  const f${String(index)} = () => ${below}(x);`, '\n')}\n  return ${times((index) => `f${String(index)}()`, ' + ')};\n};\n`,
  callbacks: (above, below) =>
    `export function ${above}(x) {\n${times(() => `  x.forEach((y) => ${below}(y));`, '\n')}\n  return x.map(${below});\n}\n`,
  awaited: (above, below) =>
    `export async function ${above}(x) {\n${times(() => `  try { await ${below}(x); } catch (error) { await ${below}(error); } finally { await ${below}(x); }`, '\n')}\n}\n`,
  assignments: (above, below) =>
    `export function ${above}(x) {\n  let y = x;\n${times(() => `  y = ${below}(y);`, '\n')}\n  return y;\n}\n`,
  mutual: (above, below) =>
    `export function ${above}(x) {\n  return ${times(() => `${below}(x) + ${above}(x) + ${top}(x) + n0(x)`, ' + ')};\n}\n`,
  classes: (above, below) =>
    `export class C${above} {\n  ${above}(x) {\n    return ${times(() => `new C${below}().${below}(x)`, ' + ')};\n  }\n}\nexport const ${above} = (x) => new C${above}().${above}(x);\n`,
  destructuring: (above, below) =>
    `export function ${above}({ ${times((index) => `a${String(index)} = ${below}({})`, ', ')} }) {\n  const { ${times((index) => `b${String(index)}`, ', ')} } = ${below}(a0);\n  return { ${times((index) => `...${below}(b${String(index)})`, ', ')} };\n}\n`,
  elements: (above, below) =>
    `export function ${above}(x) {\n  return <div>${times(() => `{${below}(x)}<${below} x={x} />`, '')}</div>;\n}\n`,
};

const seededClass = 'export class Cn0 { n0(x) { return n0(x); } }\n';
const entry = `export function run(req, res) {\n  const { id } = req.query;\n  ${top}(id);\n  res.send(${top}(req.query.id));\n}\n`;
const entryTest = (from: string): string =>
  `import { run, ${top} } from '${from}';\n\ndescribe('orders', () => {\n  beforeEach(() => ${top}(1));\n  it('runs', () => {\n    expect(${top}(3)).toBe(3);\n    expect(() => ${top}(30)).toThrow(RangeError);\n    run({ query: { id: '7' } }, response);\n  });\n});\n`;

function changesOfScript(step: Step): Record<string, Change> {
  const whole = (limit: number): string => `${scriptLeaf(limit)}${seededClass}${ladder(step)}${entry}`;
  const apart = `import { n0 } from './leaf.js';\n${seededClass}${ladder(step)}${entry}`;
  const ofTest = (limit: number): string =>
    `import { order } from '../src/order.js';\n${scriptLeaf(limit)}${seededClass}${ladder(step)}describe('orders', () => {\n  beforeEach(() => { ${top}(1); });\n  it('runs', () => { expect(order(${top}(1))).toBe(${top}(2)); });\n});\n`;
  const order = (limit: number): string =>
    `export function order(x) {\n  if (x > ${String(limit)}) throw new RangeError('x');\n  return x - 1;\n}\n`;
  const test = entryTest('../src/orders.jsx');
  return {
    added: { base: {}, head: { 'src/orders.jsx': whole(3), 'test/orders.test.js': test } },
    'above what changed': {
      base: { 'src/orders.jsx': whole(3), 'test/orders.test.js': test },
      head: { 'src/orders.jsx': whole(4), 'test/orders.test.js': test },
    },
    'beside what changed': {
      base: { 'src/leaf.js': scriptLeaf(3), 'src/orders.jsx': apart, 'test/orders.test.js': test },
      head: { 'src/leaf.js': scriptLeaf(4), 'src/orders.jsx': apart, 'test/orders.test.js': test },
    },
    'in a test that was there': {
      base: { 'src/order.js': order(3), 'test/order.test.js': ofTest(3) },
      head: { 'src/order.js': order(4), 'test/order.test.js': ofTest(3) },
    },
    'in a test that is new': { base: { 'src/order.js': order(3) }, head: { 'src/order.js': order(4), 'test/order.test.js': ofTest(3) } },
  };
}

const javaLeaf = (limit: number): string =>
  `  static String n0(String x) {\n    if (x.length() > ${String(limit)}) throw new IllegalArgumentException("too long " + x);\n    statement.executeQuery("select " + x);\n    return x == null ? null : x.trim();\n  }\n`;

/** How a method of Java may call the one below many times. */
const methodsOfJava: Readonly<Record<string, Step>> = {
  calls: (above, below) => `  static String ${above}(String x) {\n${times(() => `    ${below}(x);`, '\n')}\n    return ${below}(x);\n  }\n`,
  sums: (above, below) => `  static String ${above}(String x) {\n    return ${times(() => `${below}(x)`, ' + ')};\n  }\n`,
  branches: (above, below) =>
    `  static String ${above}(String x) {\n${times((index) => `    if (x.equals("${String(index)}")) return ${below}(x);`, '\n')}\n    return ${below}(x + 1);\n  }\n`,
  arguments: (above, below) => `  static String ${above}(String x) {\n    return ${nested(() => `${below}(`, 'x', ')', width)};\n  }\n`,
  assignments: (above, below) =>
    `  static String ${above}(String x) {\n    String y = x;\n${times(() => `    y = ${below}(y);`, '\n')}\n    return y;\n  }\n`,
  lambdas: (above, below) =>
    `  static String ${above}(String x) {\n${times((index) => `    Supplier<String> f${String(index)} = () -> ${below}(x);`, '\n')}\n    return ${times((index) => `f${String(index)}.get()`, ' + ')};\n  }\n`,
  caught: (above, below) =>
    `  static String ${above}(String x) {\n${times(() => `    try { ${below}(x); } catch (RuntimeException e) { ${below}(x); } finally { ${below}(x); }`, '\n')}\n    return x;\n  }\n`,
  mutual: (above, below) =>
    `  static String ${above}(String x) {\n    return ${times(() => `${below}(x) + ${above}(x) + ${top}(x) + n0(x)`, ' + ')};\n  }\n`,
  chains: (above, below) =>
    `  static String ${above}(String x) {\n    return x${times(() => `.map(y -> ${below}(y)).filter(Orders::${below})`, '')};\n  }\n`,
};

const javaClass = (members: string): string =>
  `package shop;\n\nimport java.sql.*;\n\n@RestController\npublic class Orders {\n  static Statement statement;\n${members}  @GetMapping("/orders")\n  public String run(@RequestParam String id) {\n    return ${top}(id);\n  }\n}\n`;
const javaTest = `package shop;\n\nimport org.junit.jupiter.api.*;\n\nclass OrdersTest {\n  @BeforeEach\n  void setUp() {\n    Orders.${top}("1");\n  }\n\n  @Test\n  void runs() {\n    assertEquals("1", Orders.${top}("1"));\n    assertThrows(IllegalArgumentException.class, () -> Orders.${top}("long"));\n    assertEquals("1", new Orders().run("1"));\n  }\n}\n`;

function changesOfJava(step: Step): Record<string, Change> {
  const path = 'src/main/java/shop/Orders.java';
  const testPath = 'src/test/java/shop/OrdersTest.java';
  const whole = (limit: number): string => javaClass(`${javaLeaf(limit)}${ladder(step)}`);
  const leafPath = 'src/main/java/shop/Leaf.java';
  const leaf = (limit: number): string => `package shop;\n\npublic class Leaf {\n${javaLeaf(limit)}}\n`;
  const apart = javaClass(`  static String n0(String x) { return Leaf.n0(x); }\n${ladder(step)}`);
  const order = (limit: number): string =>
    `package shop;\n\npublic class Order {\n  public static String order(String x) {\n    if (x.length() > ${String(limit)}) throw new IllegalArgumentException("x");\n    return x;\n  }\n}\n`;
  const ofTest = `package shop;\n\nclass OrderTest {\n${javaLeaf(3)}${ladder(step)}  @BeforeEach\n  void setUp() { ${top}("1"); }\n\n  @Test\n  void orders() {\n    assertEquals(${top}("1"), Order.order(${top}("1")));\n  }\n}\n`;
  const orderPath = 'src/main/java/shop/Order.java';
  const orderTest = 'src/test/java/shop/OrderTest.java';
  return {
    added: { base: {}, head: { [path]: whole(3), [testPath]: javaTest } },
    'above what changed': { base: { [path]: whole(3), [testPath]: javaTest }, head: { [path]: whole(4), [testPath]: javaTest } },
    'beside what changed': {
      base: { [leafPath]: leaf(3), [path]: apart, [testPath]: javaTest },
      head: { [leafPath]: leaf(4), [path]: apart, [testPath]: javaTest },
    },
    'in a test that was there': {
      base: { [orderPath]: order(3), [orderTest]: ofTest },
      head: { [orderPath]: order(4), [orderTest]: ofTest },
    },
    'in a test that is new': { base: { [orderPath]: order(3) }, head: { [orderPath]: order(4), [orderTest]: ofTest } },
  };
}

/** How a body may offer more ways through it, or more of one thing, than anyone writes. */
const bodies: Readonly<Record<string, (mark: string) => string>> = {
  'ifs one after another': (mark) => times((at) => `  if (a.k${String(at)} === ${mark}) { b = a.x${String(at)}; }`, '\n', 300),
  'ifs that leave': (mark) => times((at) => `  if (a === ${String(at)}${mark}) return ${String(at)};`, '\n', 500),
  'ifs beside ifs': (mark) => times((at) => `if (a === ${String(at)}${mark}) { b = ${String(at)}; }`, ' else ', 500),
  'ifs in ifs': (mark) => nested((at) => `if (a.k${String(at)} > ${mark}) { b.x${String(at)}(a); `, 'return a;', '} else { b = a; }', 100),
  conditions: (mark) =>
    `  if (${times((at) => `(a.k${String(at)} || b.k${String(at)} && !a.x${String(at)} || a.y > ${mark})`, ' && ', 60)}) return a;\n  return b;`,
  'named conditions': (mark) =>
    `  const c0 = a > ${mark};\n${times((at) => `  const c${String(at + 1)} = c${String(at)} && b.k || !c${String(at)};`, '\n', 60)}\n  if (c60 && !c59) throw new Error('x');\n  return c60 ? a : b;`,
  choices: (mark) => `  return ${times((at) => `a === ${String(at)}${mark} ? b.k${String(at)} : `, '', 300)} null;`,
  'cases that fall through': (mark) =>
    `  switch (a) {\n${times((at) => `    case ${String(at)}: b += ${mark};`, '\n', 500)}\n  }\n  return b;`,
  'switches one after another': (mark) =>
    times((at) => `  switch (a.k${String(at)}) { case 1: b = 1; break; case 2: b = ${mark}; break; default: b = 0; }`, '\n', 200),
  'tries in tries': (mark) =>
    nested((at) => `try { b = a.k${String(at)}(); `, `f(${mark});`, ' } catch (e) { throw e; } finally { a.close(); }', 60),
  'loops in loops': (mark) => nested((at) => `for (const x${String(at)} of a) { b.push(x${String(at)}); `, `f(${mark});`, ' }', 40),
  'callbacks in callbacks': (mark) => nested((at) => `a.then((x${String(at)}) => { b = x${String(at)}; return `, `f(${mark})`, '; })', 100),
  'a chain of promises': (mark) => `  return a${times((at) => `.then((x${String(at)}) => x${String(at)}.k(${mark}))`, '\n    ', 2000)};`,
  closures: (mark) =>
    `  const f0 = () => a + ${mark};\n${times((at) => `  const f${String(at + 1)} = () => f${String(at)}() + f${String(at)}();`, '\n', 300)}\n  return f300();`,
  'spread objects': (mark) =>
    `  const o0 = { a: ${mark}, ...req.query };\n${times((at) => `  const o${String(at + 1)} = { ${times((key) => `k${String(key)}: o${String(at)}, ...o${String(at)}`, ', ')} };`, '\n', levels)}\n  db.query(o12.k1);\n  return o12;`,
  'spread lists': (mark) =>
    `  const o0 = [${mark}, req.query.id];\n${times((at) => `  const o${String(at + 1)} = [${times(() => `...o${String(at)}`, ', ')}];`, '\n', levels)}\n  db.query(o12[3]);\n  return o12;`,
  'patterns in patterns': (mark) =>
    `  const { ${nested((at) => `k${String(at)}: { `, `z = ${mark}`, ' }', 100)} } = req.query;\n  db.query('select ' + z);\n  return z;`,
  'members of members': (mark) =>
    `  const o = {};\n${times((at) => `  o.k${String(at)} = o; o.x${String(at)} = { o, a, ...o };`, '\n', 200)}\n  res.send(o.k1.k2.x3.o.k4, ${mark});\n  return o;`,
  'names that are swapped': (mark) =>
    `  let x = req.query.id, y = b;\n${times(() => '  [x, y] = [y, x]; x = x ?? y;', '\n', 300)}\n  db.query(x + y + ${mark});\n  return x;`,
  'a name that is given thousands of values': (mark) =>
    `  let v = req.query.id;\n${times((at) => `  v = g${String(at)}(v, ${mark});`, '\n', 3000)}\n  db.query('select ' + v);\n  return v;`,
};

function changeOfBody(body: (mark: string) => string): Change {
  const script = (mark: string): string => `export function run(req: Request, res: Response, a: any, b: any): any {\n${body(mark)}\n}\n`;
  const test = `import { run } from '../src/orders';\n\nit('runs', () => {\n  expect(run(1, 2, 3, 4)).toBe(1);\n});\n`;
  return {
    base: { 'src/orders.ts': script('3'), 'test/orders.test.ts': test },
    head: { 'src/orders.ts': script('4'), 'test/orders.test.ts': test },
  };
}

/** A file of more of one kind than anyone writes. */
const crowds: Readonly<Record<string, (mark: string) => Texts>> = {
  'classes one above the other': (mark) => ({
    'src/orders.ts': `export class C0 { m(x: number) { return x + ${mark}; } }\n${times((at) => `export class C${String(at + 1)} extends C${String(at)} { m(x: number) { return super.m(x) + ${mark}; } }`, '\n', 1000)}\n`,
  }),
  'classes beside each other': (mark) => ({
    'src/orders.ts': `export abstract class B { abstract m(x: number): number; n() { return this.m(${mark}); } }\n${times((at) => `export class C${String(at)} extends B { m(x: number) { return x + ${mark}; } }`, '\n', 1500)}\n`,
  }),
};

describe('code with more ways than anyone can go', () => {
  const extractor = extractorOfCheckout();
  after(() => extractor.dispose());

  const ends = async ({ base, head }: Change): Promise<void> => {
    const { notices } = await review(
      {
        changeSet: inMemoryChangeSet(base, head),
        standard: standardOf(rules, { minimumConfidence: 'low' }),
        rules,
        now: new Date('2026-08-10'),
      },
      extractor,
    );
    assert.deepEqual(
      notices.filter(({ id }) => id.startsWith('rule-')),
      [],
    );
  };

  for (const [form, step] of Object.entries(functionsOfScript))
    for (const [where, change] of Object.entries(changesOfScript(step)))
      it(`by ${form} in functions of a script, ${where}, is reviewed to the end`, () => ends(change));

  for (const [form, step] of Object.entries(methodsOfJava))
    for (const [where, change] of Object.entries(changesOfJava(step)))
      it(`by ${form} in methods of Java, ${where}, is reviewed to the end`, () => ends(change));

  for (const [form, body] of Object.entries(bodies)) it(`by ${form} in a body is reviewed to the end`, () => ends(changeOfBody(body)));

  for (const [form, texts] of Object.entries(crowds))
    it(`by ${form} is reviewed to the end`, () => ends({ base: texts('3'), head: texts('4') }));
});
