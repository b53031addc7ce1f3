import { changedTypeHierarchy } from '../../../../src/rules/compatibility/changed-type-hierarchy.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

describe('compatibility/changed-type-hierarchy in Java', () => {
  fileCases(
    changedTypeHierarchy,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a supertype of another parameter',
        'package com.acme;\n\npublic abstract class Cart implements Comparable<Cart> {\n  int a;\n}\n',
        'package com.acme;\n\npublic abstract class Cart implements Comparable<Long> {\n  int a;\n}\n',
        ['3 The public class `Cart` is a `Comparable<Long>` instead of a `Comparable<Cart>`: code that uses it as one no longer compiles.'],
      ],
      [
        'leaves a type parameter that is called otherwise alone',
        'package com.acme;\n\npublic class Cart<T> extends java.util.ArrayList<T> {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart<E> extends java.util.ArrayList<E> {\n  int a;\n}\n',
        [],
      ],
      [
        'leaves a supertype that gets its parameter alone',
        'package com.acme;\n\npublic abstract class Cart implements Comparable {\n  int a;\n}\n',
        'package com.acme;\n\npublic abstract class Cart implements Comparable<Cart> {\n  int a;\n}\n',
        [],
      ],
      [
        'finds a class that is final now',
        'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
        'package com.acme;\n\npublic final class Cart {\n  int a;\n}\n',
        ['3 The public class `Cart` is final now: classes outside can no longer extend it.'],
      ],
      [
        'finds a class that is sealed now',
        'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
        'package com.acme;\n\npublic sealed class Cart permits Big {\n  int a;\n}\n',
        ['3 The public class `Cart` is sealed now: classes outside can no longer extend it.'],
      ],
      [
        'finds a class that is abstract now',
        'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
        'package com.acme;\n\npublic abstract class Cart {\n  int a;\n}\n',
        ['3 The public class `Cart` is abstract now: code that creates it fails (`InstantiationError`).'],
      ],
      [
        'finds a class that became an interface',
        'package com.acme;\n\npublic class Cart {\n  public void a() { x(); }\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  void a();\n}\n',
        [
          '3 The public class `Cart` is an interface instead of a class: compiled code that uses it fails (`IncompatibleClassChangeError`).',
        ],
      ],
      [
        'finds an interface that is no longer implemented',
        'package com.acme;\n\npublic class Cart implements Comparable<Cart>, java.io.Closeable {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart implements Comparable<Cart> {\n  int a;\n}\n',
        ['3 The public class `Cart` is no longer a `Closeable`: code that uses it as one breaks.'],
      ],
      [
        'finds a superclass of which only a part is left',
        'package com.acme;\n\npublic class Cart extends java.util.ArrayList<String> {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart extends java.util.AbstractList<String> {\n  int a;\n}\n',
        ['3 The public class `Cart` is no longer an `ArrayList`: code that uses it as one breaks.'],
      ],
      [
        'finds an exception that has to be handled now',
        'package com.acme;\n\npublic class CartException extends IllegalStateException {\n  int a;\n}\n',
        'package com.acme;\n\npublic class CartException extends Exception {\n  int a;\n}\n',
        [
          '3 The public class `CartException` is no longer an `IllegalStateException` and is a checked exception now: code that uses it as one breaks; code that throws it or calls what throws it no longer compiles.',
        ],
      ],
      [
        'finds a nested class that needs an outer object now',
        'package com.acme;\n\npublic class Cart {\n  public static class Item { int a; }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public class Item { int a; }\n}\n',
        ['4 The public class `Cart.Item` is no longer static: code that creates it breaks.'],
      ],
      [
        'finds an abstract method that only the package can write',
        'package com.acme;\n\npublic abstract class Cart {\n  public abstract void a();\n  void b() { x(); }\n}\n',
        'package com.acme;\n\npublic abstract class Cart {\n  public abstract void a();\n  abstract void b();\n}\n',
        ['3 The public class `Cart` has an abstract method that only its package can see: no class outside can implement it.'],
      ],
      [
        'leaves a superclass alone that still is what it was',
        'package com.acme;\n\npublic class Cart extends java.util.AbstractList<String> {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart extends java.util.ArrayList<String> {\n  int a;\n}\n',
        [],
      ],
      [
        'leaves a final class alone that only its package could extend',
        'package com.acme;\n\npublic class Cart {\n  private Cart() { x(); }\n}\n',
        'package com.acme;\n\npublic final class Cart {\n  private Cart() { x(); }\n}\n',
        [],
      ],
      [
        'leaves a supertype alone that only the package sees',
        'package com.acme;\n\nclass Base {\n}\n\npublic class Cart extends Base {\n}\n',
        'package com.acme;\n\nclass Base {\n}\n\npublic class Cart {\n}\n',
        [],
      ],
      [
        'leaves a class alone that may be extended now',
        'package com.acme;\n\npublic final class Cart {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  int a;\n}\n',
        [],
      ],
      [
        'leaves a type alone that only its package sees',
        'package com.acme;\n\nclass Cart {\n  int a;\n}\n',
        'package com.acme;\n\nfinal class Cart {\n  int a;\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );
});

describe('compatibility/changed-type-hierarchy in TypeScript', () => {
  fileCases(
    changedTypeHierarchy,
    'src/index.ts',
    [
      [
        'finds a superclass that is gone with what it gave',
        'export class Named {\n  title = "";\n}\nexport class Cart extends Named {\n  size = 0;\n}\n',
        'export class Named {\n  title = "";\n}\nexport class Cart {\n  size = 0;\n}\n',
        [
          '4 The public class `Cart` no longer extends `Named` and no longer has `title`: code that takes it for one breaks; code that uses it no longer compiles.',
        ],
      ],
      [
        'finds an error that is none any more',
        'export class CartError extends Error {\n  size = 0;\n}\n',
        'export class CartError {\n  size = 0;\n}\n',
        ['1 The public class `CartError` no longer extends `Error`: code that takes it for one breaks.'],
      ],
      [
        'leaves a superclass that comes between alone',
        'export class Named {\n  title = "";\n}\nexport class Cart extends Named {\n  size = 0;\n}\n',
        'export class Named {\n  title = "";\n}\nexport class Priced extends Named {\n  price = 0;\n}\nexport class Cart extends Priced {\n  size = 0;\n}\n',
        [],
      ],
      [
        'leaves a superclass that comes from elsewhere alone',
        "import { Base } from 'base';\nexport class Cart extends Error {\n  size = 0;\n}\nexport const a = Base;\n",
        "import { Base } from 'base';\nexport class Cart extends Base {\n  size = 0;\n}\nexport const a = Base;\n",
        [],
      ],
      [
        'finds what an interface no longer inherits',
        'export interface Named {\n  title: string;\n}\nexport interface Cart extends Named {\n  size: number;\n}\n',
        'export interface Named {\n  title: string;\n}\nexport interface Cart {\n  size: number;\n}\n',
        ['4 The public interface `Cart` no longer has `title`: code that uses it no longer compiles.'],
      ],
      [
        'finds an enum of which nothing is left when it runs',
        'export enum State {\n  Open = 1,\n}\n',
        'export const enum State {\n  Open = 1,\n}\n',
        [
          '1 The public enum `State` is a `const enum` now: there is nothing of it when the program runs, and compilers that look at one file at a time refuse it.',
        ],
      ],
      [
        'finds a class that is abstract now',
        'export class Cart {\n  size = 0;\n}\n',
        'export abstract class Cart {\n  size = 0;\n}\n',
        ['1 The public class `Cart` is abstract now: code that creates it no longer compiles.'],
      ],
      [
        'finds a class that is an interface now',
        'export class Cart {\n  size = 0;\n}\n',
        'export interface Cart {\n  size: number;\n}\n',
        ['1 The public class `Cart` is an interface instead of a class: code that uses it may break.'],
      ],
      [
        'finds an enum that is a type now',
        'export enum State {\n  Open,\n}\n',
        "export type State = 'open';\n",
        ['1 The public enum `State` is a type alias instead of an enum: code that uses it may break.'],
      ],
      [
        'leaves a type alone that is an interface now',
        'export type Cart = { size: number };\n',
        'export interface Cart {\n  size: number;\n}\n',
        [],
      ],
      [
        'leaves a function alone that is a constant now',
        'export function total(): number {\n  return 1;\n}\n',
        'export const total = (): number => 1;\n',
        [],
      ],
      [
        'leaves an abstract class alone that can be created now',
        'export abstract class Cart {\n  size = 0;\n}\n',
        'export class Cart {\n  size = 0;\n}\n',
        [],
      ],
    ],
    { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' },
  );
});

describe('compatibility/changed-type-hierarchy where a type of the same name comes up', () => {
  it('leaves what comes with a supertype that cannot be told from another any more alone', async () => {
    const folder = 'src/main/java/com/acme';
    const codec = (field: string): string =>
      `package com.acme;\n\npublic class Codec {\n  public abstract static class Making<T> implements Runnable {\n    int ${field};\n  }\n}\n`;
    const cart = (field: string): string =>
      `package com.acme;\n\npublic class Cart extends Codec {\n  public static class Builder extends Making<Cart> {\n    int ${field};\n  }\n}\n`;
    const base = { [`${folder}/Codec.java`]: codec('a'), [`${folder}/Cart.java`]: cart('a') };
    const head = {
      [`${folder}/Codec.java`]: codec('b'),
      [`${folder}/Cart.java`]: cart('b'),
      [`${folder}/Other.java`]:
        'package com.acme;\n\npublic class Other {\n  public abstract static class Making<T> {\n    int a;\n  }\n}\n',
    };
    await expectFindings(changedTypeHierarchy, base, head, []);
  });
});
