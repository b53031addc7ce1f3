import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from './reviewing.ts';

const levels = 12;
const width = 40;

/** One after another, each a name that holds the one before many times. */
function ladder(step: (above: string, below: string) => string): string {
  return Array.from({ length: levels }, (_, level) => step(`n${String(level + 1)}`, `n${String(level)}`)).join('');
}

function times(written: (index: number) => string, between: string): string {
  return Array.from({ length: width }, (_, index) => written(index)).join(between);
}

/** How a name may hold another one many times, in scripts. */
const inScript: Readonly<Record<string, (above: string, below: string) => string>> = {
  sums: (above, below) => `  const ${above} = ${times(() => below, ' + ')};\n`,
  templates: (above, below) => `  const ${above} = \`${times(() => `\${${below}}`, '')}\`;\n`,
  objects: (above, below) => `  const ${above} = { ${times((index) => `k${String(index)}: ${below}`, ', ')} };\n`,
  lists: (above, below) => `  const ${above} = [${times(() => below, ', ')}];\n`,
  assignments: (above, below) => `  let ${above} = ${below};\n${times(() => `  ${above} = ${below};`, '\n')}\n`,
  elements: (above, below) => `  let ${above} = ${below}[0];\n${times((index) => `  ${above} = ${below}[${String(index)}];`, '\n')}\n`,
  conditions: (above, below) =>
    `  let ${above} = ${below};\n${times((index) => `  if (flag(${String(index)})) ${above} = ${below} || ${below};`, '\n')}\n`,
  calls: (above, below) =>
    `  let ${above} = String(${below});\n${times(() => `  ${above} = ${above}.concat(${below}, ${below});`, '\n')}\n`,
};

const uses = (name: string): string =>
  [
    `console.log(${name})`,
    `logger.info(\`\${${name}}\`, { password: ${name} })`,
    `db.query(${name} + ' where id = ' + ${name})`,
    `child.exec(${name})`,
    `fetch(${name})`,
    `res.send(${name})`,
    `res.redirect(${name})`,
    `fs.readFileSync(${name})`,
    `crypto.createCipheriv('aes-256-cbc', ${name}, ${name})`,
    `crypto.createHmac(${name}, ${name})`,
    `jwt.sign(${name}, ${name})`,
    `new RegExp(${name})`,
    `eval(${name})`,
    `document.body.innerHTML = ${name}`,
    `total += ${name} % 10 + ${name}[0] % 10 + ${name} / 25`,
    `users.findOne(${name})`,
    `if (${name} === ${name}) throw new Error(${name})`,
  ]
    .map((each) => `  ${each};\n`)
    .join('');

const script = (seed: string, step: (above: string, below: string) => string): string =>
  `import child from 'child_process';\nimport crypto from 'crypto';\nimport fs from 'fs';\nimport jwt from 'jsonwebtoken';\n\nexport function run(req, res) {\n  const n0 = ${seed};\n${ladder(step)}${uses(`n${String(levels)}`)}}\n`;

const inJava: Readonly<Record<string, (above: string, below: string) => string>> = {
  sums: (above, below) => `    String ${above} = ${times(() => below, ' + ')};\n`,
  assignments: (above, below) => `    String ${above} = ${below};\n${times(() => `    ${above} = ${below};`, '\n')}\n`,
  conditions: (above, below) =>
    `    String ${above} = ${below};\n${times((index) => `    if (flag(${String(index)})) ${above} = ok ? ${below} : ${below};`, '\n')}\n`,
  builders: (above, below) =>
    `    StringBuilder ${above} = new StringBuilder(${below});\n${times(() => `    ${above}.append(${below}).append(${below});`, '\n')}\n`,
};

const java = (seed: string, step: (above: string, below: string) => string): string => {
  const last = `n${String(levels)}`;
  return `package shop;\n\nimport java.sql.*;\nimport javax.crypto.*;\n\n@RestController\npublic class Orders {\n  @GetMapping("/orders")\n  public String run(@RequestParam String id, Statement statement, HttpServletResponse response) throws Exception {\n    String n0 = ${seed};\n${ladder(step)}    log.info("{}", ${last});\n    log.info("order " + ${last});\n    statement.executeQuery("select * from t where id = " + ${last});\n    Runtime.getRuntime().exec(${last}.toString());\n    new File(${last}.toString()).delete();\n    response.sendRedirect(${last}.toString());\n    response.getWriter().print(${last});\n    new SecretKeySpec(${last}.getBytes(), "AES");\n    new IvParameterSpec(${last}.getBytes());\n    Cipher.getInstance(${last});\n    MessageDigest.getInstance(${last});\n    if (${last} == ${last}) throw new IllegalStateException(${last});\n    return ${last};\n  }\n}\n`;
};

const testOf = (seed: string, step: (above: string, below: string) => string): string =>
  `import { run } from '../src/orders.js';\n\nit('runs', () => {\n  const n0 = ${seed};\n${ladder(step)}  expect(run(n${String(levels)})).toEqual(n${String(levels)});\n});\n`;

/** How a type may be made of another one many times. */
const inTypes: Readonly<Record<string, (above: string, below: string) => string>> = {
  objects: (above, below) => `export interface ${above} { ${times((index) => `k${String(index)}: ${below}`, '; ')} }\n`,
  unions: (above, below) => `export type ${above} = ${times((index) => `[${below}, ${String(index)}]`, ' | ')};\n`,
  intersections: (above, below) => `export type ${above} = ${times(() => below, ' & ')};\n`,
  arguments: (above, below) => `export type ${above}<T> = Map<${times(() => `${below}<T>`, ', ')}>;\n`,
  heirs: (above, below) => `export interface ${above} extends ${times(() => below, ', ')} {}\n`,
};

const types = (leaf: string, step: (above: string, below: string) => string): string =>
  `export type n0 = ${leaf};\n${ladder(step)}export function run(given: n${String(levels)}): n${String(levels)};\n`;

describe('names that hold names that hold names', () => {
  const extractor = extractorOfCheckout();
  after(() => extractor.dispose());

  const ends = async (head: Texts, base: Texts = {}): Promise<void> => {
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

  for (const seed of ["'x'", 'req.query.id', 'crypto.randomBytes(1)'])
    for (const [form, step] of Object.entries(inScript))
      it(`in ${form} of ${seed} of a script are followed to an end`, () =>
        ends({ 'src/orders.js': script(seed, step), 'test/orders.test.js': testOf(seed, step) }));

  for (const seed of ['"x"', 'id'])
    for (const [form, step] of Object.entries(inJava))
      it(`in ${form} of ${seed} of Java are followed to an end`, () => ends({ 'src/main/java/shop/Orders.java': java(seed, step) }));

  for (const [form, step] of Object.entries(inTypes))
    it(`in ${form} of types are compared to an end`, () =>
      ends(
        { 'package.json': '{"name": "shop", "version": "1.0.0", "types": "index.d.ts"}', 'index.d.ts': types('{ a: string }', step) },
        {
          'package.json': '{"name": "shop", "version": "1.0.0", "types": "index.d.ts"}',
          'index.d.ts': types('{ a: string; b: number }', step),
        },
      ));
});
