import type { Example } from '../rule.ts';

/** What changed-constant finds and what not. */
export const changedConstantExamples: readonly Example[] = [
  {
    name: 'another number',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final int LIMIT = 10;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final int LIMIT = 20;\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public field `Cart.LIMIT` is `20` instead of `10`: compiled code goes on with the old value until it is compiled anew.',
    ],
  },
  {
    name: 'another text',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final String TOPIC = "cart";\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final String TOPIC = "carts";\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public field `Cart.TOPIC` is `"carts"` instead of `"cart"`: compiled code goes on with the old value until it is compiled anew.',
    ],
  },
  {
    name: 'a version',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final String VERSION = "1";\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public static final String VERSION = "2";\n}\n',
    },
    finds: [],
  },
  {
    name: 'another value of an enum',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': "export enum State {\n  Open = 'open',\n}\n",
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': "export enum State {\n  Open = 'opened',\n}\n",
    },
    finds: [
      'src/index.ts:2 The public enum constant `State.Open` is "opened" instead of "open": what was compiled, stored or sent with the old value no longer fits.',
    ],
  },
  {
    name: 'another number of an enum',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export enum State {\n  Open = 1,\n}\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export enum State {\n  Open = 2,\n}\n',
    },
    finds: [
      'src/index.ts:2 The public enum constant `State.Open` is 2 instead of 1: what was compiled, stored or sent with the old value no longer fits.',
    ],
  },
  {
    name: 'a new value',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': "export enum State {\n  Open = 'open',\n}\n",
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': "export enum State {\n  Open = 'open',\n  Done = 'done',\n}\n",
    },
    finds: [],
  },
];
