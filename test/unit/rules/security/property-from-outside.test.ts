import { propertyFromOutside } from '../../../../src/rules/security/property-from-outside.ts';
import { fileCases } from '../rule-cases.ts';

const handler = (...body: readonly string[]): string =>
  `const cache = {};\n\nexport function store(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const says = (line: number, data: string, from: string, what = 'of `cache` is written'): string =>
  `${String(line)} \`store\` lets \`${data}\`, which comes from ${from}, choose which property ${what}: \`__proto__\` leads to what all objects share.`;

for (const path of ['src/store.js', 'src/store.ts']) {
  describe(`security/property-from-outside in ${path}`, () => {
    fileCases(propertyFromOutside, path, [
      ['finds a key of the address', '', handler('cache[req.params.id] = 1;'), [says(4, 'req.params.id', 'the request')]],
      [
        'finds what is written below a chosen object',
        '',
        handler('const item = cache[req.params.id];', 'item.name = 1;'),
        [says(5, 'req.params.id', 'the request', 'is written')],
      ],
      [
        'finds a defined property',
        '',
        handler('Object.defineProperty(cache, req.query.name, { value: 1 });'),
        [says(4, 'req.query.name', 'the request', '`Object.defineProperty` writes')],
      ],
      [
        'finds a key that only one of the names was kept from',
        '',
        handler("if (req.params.id !== 'admin') cache[req.params.id] = 1;"),
        [says(4, 'req.params.id', 'the request')],
      ],
      [
        'finds a path that a library writes to',
        '',
        `import dotProp from 'dot-prop';\n${handler('dotProp.set(cache, req.body.path, 1);')}`,
        [says(5, 'req.body.path', 'the body of the request', '`dotProp.set` writes')],
      ],
      [
        'finds a path that a function of a library writes to',
        '',
        `import setValue from 'set-value';\n${handler('setValue(cache, req.body.path, 1);')}`,
        [says(5, 'req.body.path', 'the body of the request', '`setValue` writes')],
      ],
      ['is silent on an object of its own', '', handler('const found = {};', 'found[req.params.id] = 1;', 'res.json(found);'), []],
      ['is silent on a number', '', handler('cache[Number(req.params.id)] = 1;'), []],
      ['is silent on a name with something before it', '', handler('cache[`user:${req.params.id}`] = 1;'), []],
      ['is silent where the name was there', '', handler('if (Object.hasOwn(cache, req.params.id)) cache[req.params.id] = 1;'), []],
      ['is silent on a map', '', handler('const map = new Map();', 'map.set(req.params.id, 1);'), []],
      [
        'is silent on an object without prototype',
        '',
        'const cache = Object.create(null);\n\nexport function store(req, res) {\n  cache[req.params.id] = 1;\n}\n',
        [],
      ],
      ['is silent on data that is written back', '', handler("for (const key of Object.keys(req.query)) req.query[key] = '';"), []],
    ]);
  });
}
