import { addedAbstractMember } from '../../../../src/rules/compatibility/added-abstract-member.ts';
import { fileCases } from '../rule-cases.ts';

describe('compatibility/added-abstract-member in Java', () => {
  fileCases(
    addedAbstractMember,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a new method of an interface without a default',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  int tax();\n}\n',
        ['5 `Cart.tax()` is a new method without a default of the public interface `Cart`: implementations outside no longer compile.'],
      ],
      [
        'leaves an interface alone that a framework implements',
        'package com.acme;\n\npublic interface Carts extends JpaRepository<Cart, Long> {\n  Cart findById(long id);\n}\n',
        'package com.acme;\n\npublic interface Carts extends JpaRepository<Cart, Long> {\n  Cart findById(long id);\n  Cart findByName(String name);\n}\n',
        [],
      ],
      [
        'leaves a client alone that a framework makes',
        'package com.acme;\n\n@FeignClient("carts")\npublic interface Cart {\n  int total();\n}\n',
        'package com.acme;\n\n@FeignClient("carts")\npublic interface Cart {\n  int total();\n  int tax();\n}\n',
        [],
      ],
      [
        'finds a new method of a repository that stands in the change',
        'package com.acme;\n\npublic interface Cart extends OwnRepository {\n  int total();\n}\ninterface OwnRepository {\n}\n',
        'package com.acme;\n\npublic interface Cart extends OwnRepository {\n  int total();\n  int tax();\n}\ninterface OwnRepository {\n}\n',
        ['5 `Cart.tax()` is a new method without a default of the public interface `Cart`: implementations outside no longer compile.'],
      ],
      [
        'finds many new methods of an interface once, and those of another by themselves',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  interface Item {\n  }\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  int a();\n  int b();\n  int c();\n  int d(int e);\n  interface Item {\n    int f();\n  }\n}\n',
        [
          '3 The public interface `Cart` has 4 new methods without a default, `Cart.a()`, `Cart.b()` and 2 more: implementations outside no longer compile.',
          '10 `Item.f()` is a new method without a default of the public interface `Item`: implementations outside no longer compile.',
        ],
      ],
      [
        'finds a new abstract method of a sealed class that permits one outside the change',
        'package com.acme;\n\npublic abstract sealed class Cart permits Open {\n  int a;\n}\n',
        'package com.acme;\n\npublic abstract sealed class Cart permits Open {\n  int a;\n  public abstract int tax();\n}\n',
        ['5 `Cart.tax()` is a new abstract method of the public class `Cart`: subclasses outside no longer compile.'],
      ],
      [
        'finds a new abstract method',
        'package com.acme;\n\npublic abstract class Cart {\n  int a;\n}\n',
        'package com.acme;\n\npublic abstract class Cart {\n  int a;\n  protected abstract int tax();\n}\n',
        ['5 `Cart.tax()` is a new abstract method of the public class `Cart`: subclasses outside no longer compile.'],
      ],
      [
        'finds a method that is abstract now',
        'package com.acme;\n\npublic abstract class Cart {\n  public int tax() { return x(); }\n}\n',
        'package com.acme;\n\npublic abstract class Cart {\n  public abstract int tax();\n}\n',
        ['4 The public method `Cart.tax()` is abstract now: subclasses outside must implement it.'],
      ],
      [
        'finds a method that has no default any more',
        'package com.acme;\n\npublic interface Cart {\n  default int tax() { return 0; }\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  int tax();\n}\n',
        ['4 The public method `Cart.tax()` has no default any more: implementations outside must add it.'],
      ],
      [
        'finds what a new supertype asks for',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
        'package com.acme;\n\npublic interface Cart extends Comparable<Cart> {\n  int total();\n}\n',
        ['3 The public interface `Cart` asks for `compareTo` of `Comparable` now: implementations outside no longer compile.'],
      ],
      [
        'leaves a new method with a default alone',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  default int tax() { return 0; }\n}\n',
        [],
      ],
      [
        'leaves a new static method alone',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n}\n',
        'package com.acme;\n\npublic interface Cart {\n  int total();\n  static Cart of() { return null; }\n}\n',
        [],
      ],
      [
        'leaves a method alone that a supertype asked for all along',
        'package com.acme;\n\npublic interface Cart extends Runnable {\n  int total();\n}\n',
        'package com.acme;\n\npublic interface Cart extends Runnable {\n  int total();\n  void run();\n}\n',
        [],
      ],
      [
        'leaves an abstract class alone that only its package can extend',
        'package com.acme;\n\npublic abstract class Cart {\n  Cart() { x(); }\n}\n',
        'package com.acme;\n\npublic abstract class Cart {\n  Cart() { x(); }\n  public abstract int tax();\n}\n',
        [],
      ],
      [
        'leaves a new supertype alone that the type already serves',
        'package com.acme;\n\npublic abstract class Cart {\n  public int compareTo(Cart o) { return 0; }\n}\n',
        'package com.acme;\n\npublic abstract class Cart implements Comparable<Cart> {\n  public int compareTo(Cart o) { return 0; }\n}\n',
        [],
      ],
      [
        'leaves a sealed interface alone',
        'package com.acme;\n\npublic sealed interface Cart {\n  record Small(int a) implements Cart {}\n}\n',
        'package com.acme;\n\npublic sealed interface Cart {\n  int tax();\n  record Small(int tax) implements Cart {}\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );
});

describe('compatibility/added-abstract-member in TypeScript', () => {
  fileCases(
    addedAbstractMember,
    'src/index.ts',
    [
      [
        'leaves what can be read as a whole and is given in part alone',
        'export interface Hooks {\n  before: () => void;\n}\nexport class Cart {\n  get hooks(): Hooks { return x(); }\n  set hooks(value: Hooks) { y(value); }\n}\nexport function make(a: Partial<Hooks>): Cart { return z(a); }\n',
        'export interface Hooks {\n  before: () => void;\n  after: () => void;\n}\nexport class Cart {\n  get hooks(): Hooks { return x(); }\n  set hooks(value: Hooks) { y(value); }\n}\nexport function make(a: Partial<Hooks>): Cart { return z(a); }\n',
        [],
      ],
      [
        'finds a new required property',
        'export interface Cart {\n  size: number;\n}\n',
        'export interface Cart {\n  size: number;\n  tax: number;\n}\n',
        [
          '3 `Cart.tax` is a new required member of the public interface `Cart`: code outside that makes or implements one no longer compiles.',
        ],
      ],
      [
        'finds a new required member of a type',
        'export type Cart = {\n  size: number;\n};\n',
        'export type Cart = {\n  size: number;\n  tax(): number;\n};\n',
        [
          '3 `Cart.tax` is a new required member of the public type alias `Cart`: code outside that makes or implements one no longer compiles.',
        ],
      ],
      [
        'finds a new abstract member',
        'export abstract class Cart {\n  size = 0;\n}\n',
        'export abstract class Cart {\n  size = 0;\n  abstract tax(): number;\n}\n',
        ['3 `Cart.tax` is a new abstract member of the public class `Cart`: subclasses outside no longer compile.'],
      ],
      [
        'finds what an interface newly inherits',
        'interface Taxed {\n  tax: number;\n}\nexport interface Cart {\n  size: number;\n}\n',
        'interface Taxed {\n  tax: number;\n}\nexport interface Cart extends Taxed {\n  size: number;\n}\n',
        ['4 The public interface `Cart` asks for `tax` now: code outside that makes or implements one no longer compiles.'],
      ],
      [
        'finds a method that is abstract now',
        'export abstract class Cart {\n  tax(): number {\n    return 1;\n  }\n}\n',
        'export abstract class Cart {\n  abstract tax(): number;\n}\n',
        ['2 The public method `Cart.tax` is abstract now: subclasses outside no longer compile.'],
      ],
      [
        'leaves a new optional property alone',
        'export interface Cart {\n  size: number;\n}\n',
        'export interface Cart {\n  size: number;\n  tax?: number;\n}\n',
        [],
      ],
      [
        'leaves a member alone that only the package gives',
        'export interface Cart {\n  size: number;\n}\nexport declare const cart: Cart;\nexport interface Options {\n  seen?: (cart: Cart) => void;\n}\nexport declare function open(options: Options): Promise<Cart>;\nexport declare function last(): Options;\n',
        'export interface Cart {\n  size: number;\n  tax: number;\n}\nexport declare const cart: Cart;\nexport interface Options {\n  seen?: (cart: Cart) => void;\n}\nexport declare function open(options: Options): Promise<Cart>;\nexport declare function last(): Options;\n',
        [],
      ],
      [
        'finds a member that consumers hand over inside something else',
        'export interface Cart {\n  size: number;\n}\nexport interface Options {\n  cart: Cart;\n}\nexport declare function open(options: Options): Cart;\n',
        'export interface Cart {\n  size: number;\n  tax: number;\n}\nexport interface Options {\n  cart: Cart;\n}\nexport declare function open(options: Options): Cart;\n',
        [
          '3 `Cart.tax` is a new required member of the public interface `Cart`: code outside that makes or implements one no longer compiles.',
        ],
      ],
      [
        'leaves what consumers hand over in part alone',
        'export interface Cart {\n  size: number;\n}\nexport declare function open(cart: Partial<Cart>): Cart;\n',
        'export interface Cart {\n  size: number;\n  tax: number;\n}\nexport declare function open(cart: Partial<Cart>): Cart;\n',
        [],
      ],
      [
        'leaves what a type inherited before alone',
        'interface Taxed {\n  tax: number | string;\n}\nexport interface Cart extends Taxed {\n  size: number;\n}\n',
        'interface Taxed {\n  tax: number | string;\n}\nexport interface Cart extends Taxed {\n  size: number;\n  tax: number | string;\n}\n',
        [],
      ],
      [
        'leaves one more way to call it alone',
        'export interface Cart {\n  (size: number): void;\n  add(size: number): void;\n}\n',
        'export interface Cart {\n  (size: number): void;\n  (size: string): void;\n  add(size: number): void;\n  add(size: string): void;\n}\n',
        [],
      ],
      [
        'leaves a new method of a class alone',
        'export class Cart {\n  size = 0;\n}\n',
        'export class Cart {\n  size = 0;\n  tax = 1;\n}\n',
        [],
      ],
      [
        'leaves an interface alone that nobody sees',
        'interface Cart {\n  size: number;\n}\nexport const cart = 1;\n',
        'interface Cart {\n  size: number;\n  tax: number;\n}\nexport const cart = 1;\n',
        [],
      ],
      [
        'leaves a property alone that is a method now',
        'export interface Cart {\n  tax: () => number;\n}\n',
        'export interface Cart {\n  tax(): number;\n}\n',
        [],
      ],
    ],
    { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' },
  );
});
