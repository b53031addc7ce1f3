import type { Example } from '../rule.ts';

/** What added-abstract-member finds and what not. */
export const addedAbstractMemberExamples: readonly Example[] = [
  {
    name: 'a new method of an interface without a default',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic interface Cart {\n  int total();\n  int tax();\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:5 `Cart.tax()` is a new method without a default of the public interface `Cart`: implementations outside no longer compile.',
    ],
  },
  {
    name: 'a new abstract method',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic abstract class Cart {\n  int a;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java':
        'package com.acme;\n\npublic abstract class Cart {\n  int a;\n  protected abstract int tax();\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:5 `Cart.tax()` is a new abstract method of the public class `Cart`: subclasses outside no longer compile.',
    ],
  },
  {
    name: 'a new method with a default',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java':
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  default int tax() { return 0; }\n}\n',
    },
    finds: [],
  },
  {
    name: 'a new required property',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n}\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n  tax: number;\n}\n',
    },
    finds: [
      'src/index.ts:3 `Cart.tax` is a new required member of the public interface `Cart`: code outside that makes or implements one no longer compiles.',
    ],
  },
  {
    name: 'a new required member of a type',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export type Cart = {\n  size: number;\n};\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export type Cart = {\n  size: number;\n  tax(): number;\n};\n',
    },
    finds: [
      'src/index.ts:3 `Cart.tax` is a new required member of the public type alias `Cart`: code outside that makes or implements one no longer compiles.',
    ],
  },
  {
    name: 'a new optional property',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n}\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n  tax?: number;\n}\n',
    },
    finds: [],
  },
];
