import type { Example } from '../rule.ts';

/** What changed-type-hierarchy finds and what not. */
export const changedTypeHierarchyExamples: readonly Example[] = [
  {
    name: 'a class that is final now',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic final class Cart {\n  int a;\n}\n',
    },
    finds: ['src/main/java/com/acme/Cart.java:3 The public class `Cart` is final now: classes outside can no longer extend it.'],
  },
  {
    name: 'a class that is sealed now',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic sealed class Cart permits Big {\n  int a;\n}\n',
    },
    finds: ['src/main/java/com/acme/Cart.java:3 The public class `Cart` is sealed now: classes outside can no longer extend it.'],
  },
  {
    name: 'a superclass that still is what it was',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart extends java.util.AbstractList<String> {\n  int a;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart extends java.util.ArrayList<String> {\n  int a;\n}\n',
    },
    finds: [],
  },
  {
    name: 'a class that is abstract now',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export class Cart {\n  size = 0;\n}\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export abstract class Cart {\n  size = 0;\n}\n',
    },
    finds: ['src/index.ts:1 The public class `Cart` is abstract now: code that creates it no longer compiles.'],
  },
  {
    name: 'a class that is an interface now',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export class Cart {\n  size = 0;\n}\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n}\n',
    },
    finds: ['src/index.ts:1 The public class `Cart` is an interface instead of a class: code that uses it may break.'],
  },
  {
    name: 'a type that is an interface now',
    base: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export type Cart = { size: number };\n',
    },
    head: {
      'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n',
      'src/index.ts': 'export interface Cart {\n  size: number;\n}\n',
    },
    finds: [],
  },
];
