import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'index.js',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","type":"module","main":"./index.js"}\n' },
};

const uses = '/**\n * @param {Options} options\n * @returns {Result}\n */\nexport function load(options) { return options; }\n';

/** Declares what a function takes and gives. */
function declared(options: string, result = ' * @property {string} text'): string {
  return `/**\n * @typedef Options\n${options}\n */\n\n/**\n * @typedef {Object} Result\n${result}\n */\n\n${uses}`;
}

const handling = (parameters: string): string =>
  `/**\n * @callback Handle\n${parameters}\n * @returns {void}\n */\n\n/** @param {Handle} handle */\nexport function on(handle) { handle(1); }\n`;

describe('changes of types that comments declare', () => {
  toldApart(library, [
    [
      'typedef that nothing exported mentions removed',
      `/** @typedef {'a' | 'b'} Letter */\n\n${declared(' * @property {number} size')}`,
      declared(' * @property {number} size'),
      [],
    ],
    [
      'property that is taken removed',
      declared(' * @property {number} size\n * @property {number} [depth]'),
      declared(' * @property {number} size'),
      ['field-removed'],
    ],
    [
      'property that is given removed',
      declared(' * @prop {number} size', ' * @property {string} text\n * @property {number} at'),
      declared(' * @prop {number} size'),
      ['field-removed'],
    ],
    [
      'property that is taken and required added',
      declared(' * @property {number} size'),
      declared(' * @property {number} size\n * @property {number} depth'),
      ['required-property-added'],
    ],
    [
      'property that is taken and optional added',
      declared(' * @property {number} size'),
      declared(' * @property {number} size\n * @property {number} [depth=1]'),
      [],
    ],
    [
      'property that is given added',
      declared(' * @property {number} size'),
      declared(' * @property {number} size', ' * @property {string} text\n * @property {number} at'),
      [],
    ],
    ['property may be missing', declared(' * @property {number} size'), declared(' * @property {number | null} size'), []],
    [
      'property said in other words',
      declared(' * @property {number} size how much'),
      declared(' * @property {Number} size - how many'),
      [],
    ],
    ['said nothing, and says something', declared(' * @property {Object} size'), declared(' * @property {{ width: number }} size'), []],
    [
      'type of a taken property narrowed',
      declared(' * @property {number | string} size'),
      declared(' * @property {number} size'),
      ['property-type-changed'],
    ],
    [
      'callback given something else',
      handling(' * @param {string} name\n * @param {number} count'),
      handling(' * @param {number} name\n * @param {number} count'),
      ['type-alias-changed'],
    ],
    ['callback given more', handling(' * @param {number} count'), handling(' * @param {number} count\n * @param {string} name'), []],
    [
      'taken from another module',
      {
        'options.js': '/**\n * @typedef Options\n * @property {number} size\n * @property {number} depth\n */\nexport {};\n',
        'index.js':
          "/** @import {Options} from './options.js' */\n/** @param {Options} options */\nexport function load(options) { return options.size; }\n",
      },
      {
        'options.js': '/**\n * @typedef Options\n * @property {number} size\n */\nexport {};\n',
        'index.js':
          "/** @import {Options} from './options.js' */\n/** @param {Options} options */\nexport function load(options) { return options.size; }\nexport const more = 1;\n",
      },
      ['field-removed'],
    ],
    [
      'of another module that nobody reaches',
      {
        'options.js': '/**\n * @typedef Options\n * @property {number} size\n * @property {number} depth\n */\nexport {};\n',
        'index.js': 'export {};\n',
      },
      { 'options.js': '/**\n * @typedef Options\n * @property {number} size\n */\nexport {};\n', 'index.js': 'export {};\n' },
      [],
    ],
    [
      'imported in place or by a tag',
      {
        'options.js': '/**\n * @typedef Options\n * @property {number} size\n */\nexport {};\n',
        'index.js': "/** @param {import('./options.js').Options} options */\nexport function load(options) { return options.size; }\n",
      },
      {
        'options.js': '/**\n * @typedef Options\n * @property {number} size\n */\nexport {};\n',
        'index.js':
          "/** @import {Options} from './options.js' */\n/** @param {Options} options */\nexport function load(options) { return options.size; }\n",
      },
      [],
    ],
    [
      'of a package that is not there',
      "/** @typedef {import('other').Options} Options */\n" + uses,
      "/** @typedef {import('another').Settings} Options */\n" + uses,
      [],
    ],
  ]);
});
