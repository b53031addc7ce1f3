import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from './reviewing.ts';

/** A place in a change where somebody writes a megabyte. */
interface Place {
  readonly name: string;
  readonly units: readonly string[];
  readonly texts: (long: string) => Texts;
}

const length = 1_000_000;
/** What a name may hold. */
const ofNames = ['a', '_', 'toA', '$'];
/** What repetitions in patterns run along, in texts that hold anything but quotes and line ends. */
const ofTexts = [' ', '(', '<', '[]', '//', '*/ ', '.', 'a ', '${'];
const inComments = ofTexts.filter((unit) => !unit.includes('*/'));

const places: readonly Place[] = [
  {
    name: 'an identifier',
    units: ofNames,
    texts: (long) => ({
      'src/orders.ts': `export function ${long}(request: Request): string {\n  return ${long}(request.query.${long});\n}\n`,
      'src/main/java/shop/Orders.java': `package shop;\n\npublic class Orders {\n  public ${long} ${long}(${long} ${long}) {\n    return ${long}.${long}(${long});\n  }\n}\n`,
    }),
  },
  {
    name: 'a string',
    units: ofTexts,
    texts: (long) => ({
      'src/orders.ts': `import { get } from '${long}';\n\nexport function find(id: string): unknown {\n  return get('${long}' + id, \`${long.replaceAll('$', '')}\`);\n}\n`,
      'src/main/java/shop/Orders.java': `package shop;\n\npublic class Orders {\n  public String find(String id) {\n    return id.replaceAll("${long}", "") + "${long}";\n  }\n}\n`,
      'test/orders.test.ts': `it('${long}', () => {\n  expect(find('${long}')).toBe('${long}');\n});\n`,
    }),
  },
  {
    name: 'a comment',
    units: inComments,
    texts: (long) => ({
      'src/orders.ts': `/** ${long} */\nexport function find(id: string): string {\n  // ${long}\n  return id; // ${long}x\n}\n`,
      'src/main/java/shop/Orders.java': `package shop;\n\n/** ${long} */\npublic class Orders {\n  /* ${long} */\n  public String find(String id) {\n    return id; // ${long}x\n  }\n}\n`,
      'test/orders.test.ts': `// ${long}x\nit.skip('finds', () => {\n  expect(find('1')).toBe('1');\n});\n`,
    }),
  },
  {
    name: 'an argument of an annotation',
    units: ofTexts,
    texts: (long) => ({
      'src/orders.controller.ts': `@Controller('${long}')\nexport class Orders {\n  @Get('${long}')\n  find(@Param('${long}') id: string): string {\n    return id;\n  }\n}\n`,
      'src/main/java/shop/Orders.java': `package shop;\n\n@RestController\npublic class Orders {\n  @PreAuthorize("${long}")\n  @GetMapping(path = "${long}", produces = "${long}")\n  public String find(@RequestParam("${long}") String id) {\n    return id;\n  }\n}\n`,
    }),
  },
  {
    name: 'a path',
    units: ['a', '_', '-', '.', ' ', 'it-'],
    texts: (long) => ({
      [`src/${long}.ts`]: 'export function find(id: string): string {\n  return id;\n}\n',
      [`src/test/java/${long}/OrdersTest.java`]: 'package shop;\n\nclass OrdersTest {\n  @Test\n  void finds() {\n  }\n}\n',
      [`db/migration/V1${long}.sql`]: 'ALTER TABLE orders DROP COLUMN name;\n',
      [`${long}/package.json`]: '{"name": "shop", "version": "1.0.0"}\n',
    }),
  },
  {
    // Git itself reads no more than 2,048 folders within one another.
    name: 'the folders of a path',
    units: ['a/', 'it-/'],
    texts: (long) => ({
      [`src/${long.slice(0, 4000)}/orders.ts`]: 'export function find(id: string): string {\n  return id;\n}\n',
      [`${long.slice(0, 4000)}/src/test/java/shop/OrdersTest.java`]:
        'package shop;\n\nclass OrdersTest {\n  @Test\n  void finds() {\n  }\n}\n',
    }),
  },
  {
    name: 'a scalar of YAML and of JSON',
    units: ofTexts,
    texts: (long) => ({
      '.github/workflows/ci.yml': `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: '${long}'\n      - run: '${long}x'\n`,
      'api/openapi.yaml': `openapi: 3.1.0\ninfo: {title: '${long}', version: '${long}'}\npaths:\n  '/${long}':\n    get: {responses: {'200': {description: '${long}'}}}\n`,
      'package.json': `{"name": "shop", "version": "1.0.0", "main": "${long}", "dependencies": {"left": "${long}x"}, "scripts": {"test": "${long}x"}}\n`,
    }),
  },
];

describe('a megabyte of one thing', () => {
  const extractor = extractorOfCheckout();
  after(() => extractor.dispose());

  for (const { name, units, texts } of places)
    for (const unit of units)
      it(`${JSON.stringify(unit)} in ${name} is reviewed to the end`, async () => {
        const changeSet = inMemoryChangeSet(texts('short'), texts(unit.repeat(length / unit.length)));
        const { size } = await review(
          { changeSet, standard: standardOf(rules, { minimumConfidence: 'low' }), rules, now: new Date('2026-08-10') },
          extractor,
        );
        assert.equal(size.files, changeSet.files.length);
      });
});
