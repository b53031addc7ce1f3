import { changedConstant } from '../../../../src/rules/compatibility/changed-constant.ts';
import { fileCases } from '../rule-cases.ts';

describe('compatibility/changed-constant in Java', () => {
  fileCases(
    changedConstant,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds another number',
        'package com.acme;\n\npublic class Cart {\n  public static final int LIMIT = 10;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public static final int LIMIT = 20;\n}\n',
        ['4 The public field `Cart.LIMIT` is `20` instead of `10`: compiled code goes on with the old value until it is compiled anew.'],
      ],
      [
        'finds another text',
        'package com.acme;\n\npublic class Cart {\n  public static final String TOPIC = "cart";\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public static final String TOPIC = "carts";\n}\n',
        [
          '4 The public field `Cart.TOPIC` is `"carts"` instead of `"cart"`: compiled code goes on with the old value until it is compiled anew.',
        ],
      ],
      [
        'finds another value in an interface',
        'package com.acme;\n\npublic interface Cart {\n  boolean STRICT = false;\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  boolean STRICT = true;\n}\n',
        [
          '4 The public field `Cart.STRICT` is `true` instead of `false`: compiled code goes on with the old value until it is compiled anew.',
        ],
      ],
      [
        'leaves a version alone',
        'package com.acme;\n\npublic class Cart {\n  public static final String VERSION = "1";\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public static final String VERSION = "2";\n}\n',
        [],
      ],
      [
        'leaves what is no constant alone',
        'package com.acme;\n\npublic class Cart {\n  public static int limit = 10;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public static int limit = 20;\n}\n',
        [],
      ],
      [
        'leaves a constant alone that nobody sees',
        'package com.acme;\n\npublic class Cart {\n  static final int LIMIT = 10;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  static final int LIMIT = 20;\n}\n',
        [],
      ],
      [
        'leaves another way to write the value alone',
        'package com.acme;\n\npublic class Cart {\n  public static final long LIMIT = 1_000L;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public static final long LIMIT = 1000;\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );
});

describe('compatibility/changed-constant in TypeScript', () => {
  fileCases(
    changedConstant,
    'src/index.ts',
    [
      [
        'finds another value of an enum',
        "export enum State {\n  Open = 'open',\n}\n",
        "export enum State {\n  Open = 'opened',\n}\n",
        [
          '2 The public enum constant `State.Open` is "opened" instead of "open": what was compiled, stored or sent with the old value no longer fits.',
        ],
      ],
      [
        'finds another number of an enum',
        'export enum State {\n  Open = 1,\n}\n',
        'export enum State {\n  Open = 2,\n}\n',
        ['2 The public enum constant `State.Open` is 2 instead of 1: what was compiled, stored or sent with the old value no longer fits.'],
      ],
      [
        'finds numbers that are counted now',
        'export enum State {\n  Open = 1,\n  Done = 2,\n}\n',
        'export enum State {\n  Open,\n  Done,\n}\n',
        [
          '2 The public enum constant `State.Open` is numbered instead of 1: what was compiled, stored or sent with the old value no longer fits.',
          '3 The public enum constant `State.Done` is numbered instead of 2: what was compiled, stored or sent with the old value no longer fits.',
        ],
      ],
      [
        'leaves a new value alone',
        "export enum State {\n  Open = 'open',\n}\n",
        "export enum State {\n  Open = 'open',\n  Done = 'done',\n}\n",
        [],
      ],
      [
        'leaves an enum alone that nobody sees',
        "enum State {\n  Open = 'open',\n}\nexport const a = 1;\n",
        "enum State {\n  Open = 'opened',\n}\nexport const a = 1;\n",
        [],
      ],
      ['leaves other quotes alone', "export enum State {\n  Open = 'open',\n}\n", 'export enum State {\n  Open = "open",\n}\n', []],
    ],
    { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' },
  );
});
