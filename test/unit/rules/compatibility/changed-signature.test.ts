import assert from 'node:assert/strict';
import { changedSignature } from '../../../../src/rules/compatibility/changed-signature.ts';
import { applyFix, expectFindings, fileCases, found, newFindings, reviewExample } from '../rule-cases.ts';

const java = { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' };
const type = (heading: string, ...members: readonly string[]): string =>
  `package com.acme;\n\n${heading} {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const cart = (...members: readonly string[]): string => type('public class Cart', ...members);
const links = 'compiled callers fail to link (`NoSuchMethodError`)';

describe('compatibility/changed-signature in Java', () => {
  it('only warns of a constructor that Lombok makes where objects have a builder', async () => {
    const made = (marks: string, ...fields: readonly string[]): Record<string, string> => ({
      ...java,
      'src/main/java/com/acme/Cart.java': `package com.acme;\n\nimport lombok.*;\n\n${marks}\npublic class Cart {\n${fields.map((each) => `  private int ${each};\n`).join('')}}\n`,
    });
    const message =
      'src/main/java/com/acme/Cart.java:6 The public constructor `Cart.Cart(int)` takes another parameter, `b`: callers neither compile nor link until they are changed.';
    for (const [marks, breaking] of [
      ['@Builder @AllArgsConstructor', false],
      ['@NoArgsConstructor @AllArgsConstructor', true],
    ] as const) {
      const [found] = await expectFindings(changedSignature, made(marks, 'a'), made(marks, 'a', 'b'), [message]);
      assert.equal(found?.properties['breaking'], breaking);
    }
  });

  fileCases(
    changedSignature,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a method beside which lambdas are ambiguous',
        'package com.acme;\n\npublic class Cart {\n  public void each(java.util.function.Consumer<Cart> a) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void each(java.util.function.Consumer<Cart> a) { x(a); }\n  public void each(java.util.function.Function<Cart, Cart> a) { y(a); }\n}\n',
        [
          '5 `Cart.each(java.util.function.Function<Cart,Cart>)` stands beside `each(java.util.function.Consumer<Cart>)` now: callers that pass a lambda for `a` no longer compile, as both would take it.',
        ],
      ],
      [
        'finds a method beside which null is ambiguous',
        'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a, int b) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a, int b) { x(a); }\n  public void add(Integer a, int b) { y(a); }\n}\n',
        [
          '5 `Cart.add(Integer, int)` stands beside `add(String, int)` now: callers that pass `null` for `a` no longer compile, as both would take it.',
        ],
      ],
      [
        'leaves a more specific method, one of another number and one that tells itself apart elsewhere alone',
        'package com.acme;\n\npublic class Cart {\n  public void add(Object a) { x(a); }\n  public void put(String a, int b) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void add(Object a) { x(a); }\n  public void add(String a) { y(a); }\n  public void add(String a, Integer b) { y(a); }\n  public void put(String a, int b) { x(a); }\n  public void put(Integer a, boolean b) { x(a); }\n}\n',
        [],
      ],
      [
        'finds what a constructor that Lombok makes takes too, once where its class stands in another one',
        'package com.acme;\n\nimport lombok.*;\n\npublic class Cart {\n  @AllArgsConstructor\n  public static class Item {\n    private int a;\n  }\n}\n',
        'package com.acme;\n\nimport lombok.*;\n\npublic class Cart {\n  @AllArgsConstructor\n  public static class Item {\n    private int a;\n    private int b;\n  }\n}\n',
        [
          '7 The public constructor `Item.Item(int)` takes another parameter, `b`: callers neither compile nor link until they are changed.',
        ],
      ],
      [
        'finds an added parameter',
        cart('public void add(int a) { x(a); }'),
        cart('public void add(int a, String note) { x(a, note); }'),
        ['4 The public method `Cart.add(int)` takes another parameter, `note`: callers neither compile nor link until they are changed.'],
      ],
      [
        'finds an added parameter where the supertype of the change asks for it too, and not where what was overridden stays',
        type('public abstract class Sink', 'public abstract void accept(String order);') +
          type(
            'public class Cart extends Sink implements Comparator<Cart>',
            '@Override',
            'public void accept(String order) { x(order); }',
            '@Override',
            'public int compare(Cart a, Cart b) { return y(a, b); }',
          ),
        type('public abstract class Sink', 'public abstract void accept(String order, int count);') +
          type(
            'public class Cart extends Sink implements Comparator<Cart>',
            '@Override',
            'public void accept(String order, int count) { x(order); }',
            '@Override',
            'public int compare(Cart a, Cart b, int c) { return y(a, b); }',
          ),
        [
          '4 The public method `Sink.accept(String)` takes another parameter, `count`: callers neither compile nor link until they are changed.',
          '10 The public method `Cart.accept(String)` takes another parameter, `count`: callers neither compile nor link until they are changed.',
        ],
      ],
      [
        'leaves a method alone that a superclass of the change has now in its old form',
        type('public class Cart', 'public void accept(String order) { x(order); }'),
        type('public abstract class Base', 'public void accept(String order) { accept(order, 1); }') +
          type('public class Cart extends Base', 'public void accept(String order, int count) { x(order); }'),
        [],
      ],
      [
        'finds a changed parameter type',
        cart('public void add(int a) { x(a); }'),
        cart('public void add(long a) { x(a); }'),
        [`4 The public method \`Cart.add(int)\` takes \`long\` instead of \`int\` for \`a\`: ${links}.`],
      ],
      [
        'finds a parameter that came and one that went, in a long list that is cut off',
        cart('public void add(int a, String b, boolean c, long d, int e, int f, int g, int h) { x(a); }'),
        cart('public void add(int a, boolean c, long d, int e, int f, int g, int h, String note) { x(a); }'),
        [
          '4 The public method `Cart.add(int, String, boolean, long, int, int and 2 more)` takes another parameter, `note` and no longer takes `b`: callers neither compile nor link until they are changed.',
        ],
      ],
      [
        'says three of the differences of one declaration',
        cart('public int add(int a, int b, int c, int d) { return a; }'),
        cart('public long add(long a, long b, long c, long d) { return a; }'),
        [
          `4 The public method \`Cart.add(int, int, int, int)\` takes \`long\` instead of \`int\` for \`a\` and takes \`long\` instead of \`int\` for \`b\` and takes \`long\` instead of \`int\` for \`c\` and differs in 2 more ways: ${links}.`,
        ],
      ],
      [
        'finds parameters of one type in another order',
        cart('public void size(int width, int height) { x(width, height); }'),
        cart('public void size(int height, int width) { x(width, height); }'),
        [
          '4 The public method `Cart.size(int, int)` takes its parameters in another order: callers still compile and hand over the wrong values.',
        ],
      ],
      [
        'finds a new checked exception',
        cart('public void save() { x(); }'),
        cart('public void save() throws IOException { x(); }'),
        ['4 The public method `Cart.save()` throws `IOException` now: callers no longer compile until they handle it.'],
      ],
      [
        'finds a method that is static now',
        cart('public void save() { x(); }'),
        cart('public static void save() { x(); }'),
        [`4 The public method \`Cart.save()\` is static now: compiled callers fail to link (\`IncompatibleClassChangeError\`).`],
      ],
      [
        'finds a type of a field',
        cart('public int a;'),
        cart('public long a;'),
        [
          '4 The public field `Cart.a` has the type `long` instead of `int`: compiled code that uses it fails to link (`NoSuchFieldError`).',
        ],
      ],
      [
        'leaves a new method with a default alone',
        type('public interface Cart', 'int total();'),
        type('public interface Cart', 'int total();', 'default int tax() { return 0; }'),
        [],
      ],
      [
        'leaves an array that becomes varargs alone',
        cart('public void add(int[] a) { x(a); }'),
        cart('public void add(int... a) { x(a); }'),
        [],
      ],
      [
        'leaves an unchecked exception alone',
        cart('public void save() { x(); }'),
        cart('public void save() throws IllegalStateException { x(); }'),
        [],
      ],
      [
        'leaves a renamed parameter and a new annotation alone',
        cart('public void add(int a) { x(a); }'),
        cart('@Deprecated public final synchronized void add(int amount) { x(amount); }').replace('final ', ''),
        [],
      ],
      [
        'finds type arguments that callers have to match',
        cart('public void add(List<String> a) { x(a); }'),
        cart('public void add(List<Object> a) { x(a); }'),
        ['4 The public method `Cart.add(List<String>)` takes `List<Object>` instead of `List<String>` for `a`: callers no longer compile.'],
      ],
      [
        'finds a wildcard that only overriders have to follow',
        cart('public void add(List<Object[]> a) { x(a); }'),
        cart('public void add(List<? extends Object[]> a) { x(a); }'),
        [
          '4 The public method `Cart.add(List<Object[]>)` takes `List<? extends Object[]>` instead of `List<Object[]>` for `a`: methods outside that override it no longer compile.',
        ],
      ],
      [
        'knows that callers still compile where a new type parameter takes in what they pass, however deep it stands',
        'package com.acme;\n\npublic class Cart {\n  public void add(Supplier<List<Item>> a) {}\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public <T extends Item> void add(Supplier<List<T>> a) {}\n}\n',
        [
          '4 The public method `Cart.add(Supplier<List<Item>>)` takes `Supplier<List<T>>` instead of `Supplier<List<Item>>` for `a`: methods outside that override it no longer compile.',
        ],
      ],
      [
        'leaves a wildcard in a constructor alone',
        cart('public Cart(List<Object[]> a) { x(a); }'),
        cart('public Cart(List<? extends Object[]> a) { x(a); }'),
        [],
      ],
      [
        'finds another bound',
        type('public class Cart<E>', 'E a;'),
        type('public class Cart<E extends Number>', 'E a;'),
        ['3 The public class `Cart` bounds `E` by `Number` instead of `Object`: code that names or overrides it no longer compiles.'],
      ],
      [
        'leaves annotations in types alone',
        cart('public <T> Map<String, T> add(List<String> a, Object[] b, java.util.Set<T> c) { x(a); }'),
        cart(
          'public <T extends @Nullable Object> Map<@Size(max = 3) String, T> add(java.util.List<@org.x.Nullable String> a, Object @Nullable [] b, java.util.@Nullable Set<T> c) { x(a); }',
        ),
        [],
      ],
      [
        'leaves an annotated bound of a type alone',
        type('public class Cart<E>', 'E a;'),
        type('public class Cart<E extends @Nullable Object>', 'E a;'),
        [],
      ],
      [
        'leaves a renamed type parameter alone',
        type('public class Cart<E>', 'public <T extends Comparable<T>> Map<E, T> add(List<T> a, E b) { x(a); }'),
        type('public class Cart<V>', 'public <S extends Comparable<S>> Map<V, S> add(List<S> a, V b) { x(a); }'),
        [],
      ],
      [
        'leaves an abstract method of a class that nobody outside can extend alone',
        type('public abstract class Cart', 'Cart() {}'),
        type('public abstract class Cart', 'Cart() {}', 'public abstract int total();'),
        [],
      ],
      [
        'finds a narrower result, which the linker does not take',
        cart('public static Object get() { return x(); }'),
        cart('public static String get() { return x(); }'),
        ['4 The public method `Cart.get()` returns `String` instead of `Object`: compiled callers fail to link (`NoSuchMethodError`).'],
      ],
      [
        'finds another result',
        cart('public int get() { return x(); }'),
        cart('public long get() { return x(); }'),
        ['4 The public method `Cart.get()` returns `long` instead of `int`: compiled callers fail to link (`NoSuchMethodError`).'],
      ],
      [
        'finds type arguments of a result that callers read',
        cart('public List<String> get() { return x(); }'),
        cart('public List<Object> get() { return x(); }'),
        ['4 The public method `Cart.get()` returns `List<Object>` instead of `List<String>`: callers no longer compile.'],
      ],
      [
        'finds a narrower result that overriders have to follow',
        cart('public List<? extends Number> get() { return x(); }'),
        cart('public List<Integer> get() { return x(); }'),
        [
          '4 The public method `Cart.get()` returns `List<Integer>` instead of `List<? extends Number>`: methods outside that override it no longer compile.',
        ],
      ],
      [
        'leaves narrower type arguments of a static method alone',
        cart('public static List<? extends Number> get() { return x(); }'),
        cart('public static List<Integer> get() { return x(); }'),
        [],
      ],
      [
        'finds type arguments of a result that nobody knows',
        cart('public static List<? extends Thing> get() { return x(); }'),
        cart('public static List<? extends Other> get() { return x(); }'),
        [
          '4 The public method `Cart.get()` returns `List<? extends Other>` instead of `List<? extends Thing>`: callers may no longer compile.',
        ],
      ],
      [
        'finds varargs that are an array now',
        cart('public void add(int... a) { x(a); }'),
        cart('public void add(int[] a) { x(a); }'),
        ['4 The public method `Cart.add(int...)` takes an array for `a`: callers that list the values no longer compile.'],
      ],
      [
        'finds parameters that are gone',
        cart('public void add(int a, int b) { x(a); }'),
        cart('public void add(int a) { x(a); }'),
        ['4 The public method `Cart.add(int, int)` no longer takes `b`: callers neither compile nor link until they are changed.'],
      ],
      [
        'finds parameters of several types in another order',
        cart('public void add(int a, String b) { x(a); }'),
        cart('public void add(String b, int a) { x(a); }'),
        [
          '4 The public method `Cart.add(int, String)` takes its parameters in another order: callers neither compile nor link until they are changed.',
        ],
      ],
      [
        'finds several added parameters',
        cart('public void add(int a) { x(a); }'),
        cart('public void add(int a, int b, int c) { x(a); }'),
        ['4 The public method `Cart.add(int)` takes more parameters, `b`, `c`: callers neither compile nor link until they are changed.'],
      ],
      [
        'finds an exception that overriders may no longer throw',
        cart('public void save() throws IOException { x(); }'),
        cart('public void save() { x(); }'),
        ['4 The public method `Cart.save()` no longer throws `IOException`: callers that catch it no longer compile.'],
      ],
      [
        'leaves a narrower exception of a static method alone',
        cart('public static void save() throws IOException { x(); }'),
        cart('public static void save() throws FileNotFoundException { x(); }'),
        [],
      ],
      [
        'leaves an exception alone that everybody may catch',
        cart('public static void save() throws Exception { x(); }'),
        cart('public static void save() { x(); }'),
        [],
      ],
      [
        'finds a method that is final now',
        cart('public void save() { x(); }'),
        cart('public final void save() { x(); }'),
        ['4 The public method `Cart.save()` is final now: subclasses that override it fail to load.'],
      ],
      [
        'finds a method that is no longer static',
        cart('public static void save() { x(); }'),
        cart('public void save() { x(); }'),
        ['4 The public method `Cart.save()` is no longer static: compiled callers fail to link (`IncompatibleClassChangeError`).'],
      ],
      [
        'finds a field that is static now',
        cart('public int a;'),
        cart('public static int a;'),
        ['4 The public field `Cart.a` is static now: compiled code that uses it fails to link (`NoSuchFieldError`).'],
      ],
      [
        'finds a field that is no longer static',
        cart('public static int a;'),
        cart('public int a;'),
        ['4 The public field `Cart.a` is no longer static: compiled code that uses it fails to link (`NoSuchFieldError`).'],
      ],
      [
        'finds a field that is final now',
        cart('public int a;'),
        cart('public final int a = x();'),
        ['4 The public field `Cart.a` is final now: code that sets it breaks.'],
      ],
      [
        'finds type arguments of a field that code reads',
        cart('public List<String> a;'),
        cart('public List<Object> a;'),
        ['4 The public field `Cart.a` has the type `List<Object>` instead of `List<String>`: code that reads it no longer compiles.'],
      ],
      [
        'finds type arguments of a field that code sets',
        cart('public List<? extends Number> a;'),
        cart('public List<Integer> a;'),
        [
          '4 The public field `Cart.a` has the type `List<Integer>` instead of `List<? extends Number>`: code that sets it no longer compiles.',
        ],
      ],
      [
        'leaves narrower type arguments of a final field alone',
        cart('public final List<? extends Number> a = x();'),
        cart('public final List<Integer> a = x();'),
        [],
      ],
      [
        'finds more type parameters of a method',
        cart('public static <A> void add(List<A> a) { x(a); }'),
        cart('public static <A, B> void add(List<A> a) { x(a); }'),
        ['4 The public method `Cart.add(List<A>)` has more type parameters: code that names them no longer compiles.'],
      ],
      [
        'finds type parameters that overriders have',
        cart('public <A> void add(int a) { x(a); }'),
        cart('public void add(int a) { x(a); }'),
        ['4 The public method `Cart.add(int)` has no type parameters any more: methods outside that override it no longer compile.'],
      ],
      [
        'leaves type parameters of a static method alone that are gone',
        cart('public static <A> void add(int a) { x(a); }'),
        cart('public static void add(int a) { x(a); }'),
        [],
      ],
      [
        'finds fewer type parameters of a class',
        type('public class Cart<A, B>', 'int a;'),
        type('public class Cart<A>', 'int a;'),
        ['3 The public class `Cart` has fewer type parameters: code that names them no longer compiles.'],
      ],
      [
        'finds a component of a record that is gone',
        type('public record Cart(int a, int b)'),
        type('public record Cart(int a)'),
        [
          '3 The public record `Cart` no longer has `b`: code that creates it, or takes it apart in a pattern, no longer compiles, nor does code that reads it.',
        ],
      ],
      [
        'finds another component of a record',
        type('public record Cart(int a)'),
        type('public record Cart(int a, int b)'),
        ['3 The public record `Cart` has `b` too: code that creates it, or takes it apart in a pattern, no longer compiles.'],
      ],
      [
        'finds components in another order',
        type('public record Cart(int a, int b)'),
        type('public record Cart(int b, int a)'),
        [
          '3 The public record `Cart` has its components in another order: code that creates it, or takes it apart in a pattern, no longer compiles.',
        ],
      ],
      [
        'finds a component of another type',
        type('public record Cart(int a)'),
        type('public record Cart(long a)'),
        [
          '3 The public record `Cart` has `long a` instead of `int a`: code that creates it, or takes it apart in a pattern, no longer compiles.',
        ],
      ],
      ['leaves a private method alone', cart('private void add(int a) { x(a); }'), cart('private void add(long a) { x(a); }'), []],
    ],
    java,
  );
});

const ts = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' };
const declare = (signature: string): string => `export function total${signature} {\n  return sum(a);\n}\n`;

describe('compatibility/changed-signature where types come from another package', () => {
  const old = (...members: readonly string[]): string =>
    `package com.acme;\n\nimport javax.ws.rs.core.Response;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
  const now = (...members: readonly string[]): string => old(...members.map((each) => `@Operation ${each}`)).replace('javax.', 'jakarta.');
  const [jakarta, javax] = ['`jakarta.ws.rs.core.Response`', '`javax.ws.rs.core.Response`'];
  const list = 'public List<Response> save() { return x(); }';
  const methods = ['public Response a() { return x(); }', 'public Response b() { return x(); }', 'public Response c() { return x(); }'];
  fileCases(
    changedSignature,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'names the packages',
        old(list),
        now(list),
        [`6 The public method \`Cart.save()\` returns ${jakarta} instead of ${javax}: callers no longer compile.`],
      ],
      [
        'says it once of many declarations, and by itself what else differs',
        old(...methods, 'public Response d(int a) { return x(); }'),
        now(...methods, 'public Response d(long a) { return x(); }'),
        [
          `6 ${jakarta} stands for ${javax} in 3 public declarations, the first of them \`Cart.a()\`: callers neither compile nor link until they follow.`,
          `9 The public method \`Cart.d(int)\` takes \`long\` instead of \`int\` for \`a\` and returns ${jakarta} instead of ${javax}: ${links}; callers may no longer compile.`,
        ],
      ],
    ],
    java,
  );

  it('is not sure of constructors and beans that a container calls', async () => {
    const cart = (marks: string, parameter: string): string =>
      `package com.acme;\n\n${marks}public class Cart {\n  public Cart(${parameter}) { x(); }\n  @Bean public Tax tax(${parameter}) { return y(); }\n}\n`;
    const confidences = async (marks: string): Promise<readonly string[]> => {
      const path = 'src/main/java/com/acme/Cart.java';
      const result = await reviewExample(changedSignature, {
        base: { ...java, [path]: cart(marks, 'Orders orders') },
        head: { ...java, [path]: cart(marks, 'Orders orders, Rates rates') },
      });
      return newFindings(result).map(({ confidence }) => confidence);
    };
    assert.deepEqual(await confidences('@Service\n'), ['low', 'low']);
    assert.deepEqual(await confidences(''), ['high', 'low']);
  });

  it('leaves what follows a type alone that the change itself moves', async () => {
    const item = (name: string): string => `package com.acme.${name};\n\npublic class Item {\n  public int size() { return 1; }\n}\n`;
    const cart = (name: string, mark: string): string =>
      `package com.acme;\n\nimport com.acme.${name}.Item;\n\npublic class Cart {\n  ${mark}public Item first() { return x(); }\n}\n`;
    const base = { ...java, 'src/main/java/com/acme/a/Item.java': item('a'), 'src/main/java/com/acme/Cart.java': cart('a', '') };
    const head = { ...java, 'src/main/java/com/acme/b/Item.java': item('b'), 'src/main/java/com/acme/Cart.java': cart('b', '@Operation ') };
    await expectFindings(changedSignature, base, head, []);
  });
});

describe('compatibility/changed-signature in TypeScript', () => {
  it('is not sure where a type is an alias for something that only a compiler can work out', async () => {
    const types = (alias: string): string =>
      `import type { More, Watch } from 'other';\n\nexport type Both = ${alias};\n\nexport interface Options {\n  watch?: TYPE;\n}\n\nexport function start(a: TYPE): TYPE {\n  return x(a);\n}\n`;
    const confidences = async (alias: string): Promise<readonly string[]> => {
      const result = await reviewExample(changedSignature, {
        base: { ...ts, 'src/index.ts': types(alias).replaceAll('TYPE', 'Watch') },
        head: { ...ts, 'src/index.ts': types(alias).replaceAll('TYPE', 'Both') },
      });
      return newFindings(result).map(({ confidence }) => confidence);
    };
    assert.deepEqual(await confidences("Watch & Omit<More, 'a'>"), ['low', 'low']);
    assert.deepEqual(await confidences('More'), ['medium', 'medium']);
  });

  fileCases(
    changedSignature,
    'src/index.ts',
    [
      [
        'finds an accessor that can no longer be set',
        'export class Cart {\n  get size(): number {\n    return 1;\n  }\n  set size(a: number) {\n    x(a);\n  }\n}\n',
        'export class Cart {\n  get size(): number {\n    return 1;\n  }\n}\n',
        ['2 The public method `Cart.size` can no longer be set: code that sets it no longer compiles.'],
      ],
      [
        'leaves an accessor that is a field now alone',
        'export class Cart {\n  get size(): number {\n    return 1;\n  }\n  set size(a: number) {\n    x(a);\n  }\n}\n',
        'export class Cart {\n  size: number = 1;\n}\n',
        [],
      ],
      [
        'finds a parameter that must be given now',
        declare('(a: number[], tax?: number): number'),
        declare('(a: number[], tax: number): number'),
        ['1 The public function `total` needs `tax`, which could be left out: callers that leave it out break.'],
      ],
      [
        'finds a removed parameter',
        declare('(a: number[], tax: number): number'),
        declare('(a: number[]): number'),
        ['1 The public function `total` no longer takes `tax`: callers no longer compile, or hand over what is ignored.'],
      ],
      [
        'finds a narrower parameter type',
        declare('(a: number[] | string): number'),
        declare('(a: number[]): number'),
        [
          '1 The public function `total` takes `number[]` instead of `number[] | string` for `a`: callers that pass the rest no longer compile.',
        ],
      ],
      [
        'finds a result that may be missing now',
        declare('(a: number[]): number'),
        declare('(a: number[]): number | undefined'),
        [
          '1 The public function `total` returns `number | undefined` instead of `number`: callers that hold it for what it was no longer compile.',
        ],
      ],
      [
        'finds a function that is asynchronous now',
        declare('(a: number[]): number'),
        'export async function total(a: number[]): Promise<number> {\n  return sum(a);\n}\n',
        ['1 The public function `total` is asynchronous now: callers get a promise instead of the value.'],
      ],
      [
        'finds a property that must be there now',
        'export interface Options {\n  tax?: number;\n}\n',
        'export interface Options {\n  tax: number;\n}\n',
        ['2 The public field `Options.tax` must be there now: code outside that makes or implements one no longer compiles.'],
      ],
      [
        'leaves a wider parameter and a narrower result alone',
        declare('(a: number[]): number | undefined'),
        declare('(a: number[] | string): number'),
        [],
      ],
      [
        'leaves another way to write the same types alone',
        declare("(a: Array<number>, by: 'a' | 'b'): number"),
        declare('(a: number[], by: "b" | "a"): number'),
        [],
      ],
      [
        'finds a required parameter',
        declare('(a: string): void'),
        declare('(a: string, b: number, c: number): void'),
        ['1 The public function `total` needs `b`, `c` now: callers no longer compile.'],
      ],
      [
        'finds another type of a parameter',
        declare('(a: string): void'),
        declare('(a: number): void'),
        ['1 The public function `total` takes `number` instead of `string` for `a`: callers no longer compile.'],
      ],
      [
        'finds another type of a rest parameter',
        declare('(...a: string[]): void'),
        declare('(...a: number[]): void'),
        ['1 The public function `total` takes `...number[]` instead of `...string[]` for `a`: callers no longer compile.'],
      ],
      [
        'finds another result',
        declare('(a: string): string'),
        declare('(a: string): number'),
        ['1 The public function `total` returns `number` instead of `string`: callers no longer compile.'],
      ],
      [
        'finds a promise where a value was',
        declare('(a: string): string'),
        declare('(a: string): Promise<string>'),
        ['1 The public function `total` is asynchronous now: callers get a promise instead of the value.'],
      ],
      [
        'finds parameters in another order',
        declare('(width: number, height: number): void'),
        declare('(height: number, width: number): void'),
        ['1 The public function `total` takes its parameters in another order: callers hand over the wrong values.'],
      ],
      [
        'leaves a parameter alone that a rest parameter takes in',
        declare('(a: string, b: string): void'),
        declare('(...a: string[]): void'),
        [],
      ],
      ['leaves a type guard alone where a boolean was', declare('(a: unknown): boolean'), declare('(a: unknown): a is string'), []],
      [
        'finds a boolean where a type guard was',
        declare('(a: unknown): a is string'),
        declare('(a: unknown): boolean'),
        [
          '1 The public function `total` returns `boolean` instead of `a is string`: callers that hold it for what it was no longer compile.',
        ],
      ],
      ['leaves a rest of more alone', declare('(a: [string, ...string[]]): void'), declare('(a: [string, ...string[]] | null): void'), []],
      ['leaves a result alone where none was', declare('(a: string): void'), declare('(a: string): number'), []],
      ['leaves a type variable alone that takes what was given', declare('(a: string[]): void'), declare('<T>(a: T[]): void'), []],
      [
        'finds a type variable that is bound too close',
        declare('(a: string | number): void'),
        declare('<T extends string>(a: T): void'),
        ['1 The public function `total` takes `T` instead of `string | number` for `a`: callers that pass the rest no longer compile.'],
      ],
      [
        'leaves a result alone that is a promise still',
        declare('(a: string): Promise<string | null>'),
        declare('(a: string): Promise<string>'),
        [],
      ],
      ['leaves types that are written for the first time alone', declare('(a)'), declare('(a: number[]): number'), []],
      [
        'leaves a callback alone that is given more',
        'export interface Options {\n  seen: (cart: { size: number }) => void;\n}\nexport function open(options: Options): void {}\n',
        'export interface Options {\n  seen: (cart: { size: number; tax: number }) => void;\n}\nexport function open(options: Options): void {}\n',
        [],
      ],
      [
        'finds a callback that is given less',
        'export interface Options {\n  seen: (cart: { size: number; tax: number }) => void;\n}\nexport function open(options: Options): void {}\n',
        'export interface Options {\n  seen: (cart: { size: number }) => void;\n}\nexport function open(options: Options): void {}\n',
        [
          '2 The public field `Options.seen` has the type `(cart: { size: number }) => void` instead of `(cart: { size: number; tax: number }) => void`: code that sets it no longer compiles.',
        ],
      ],
      [
        'leaves a new optional property alone',
        'export interface Options {\n  tax: number;\n}\n',
        'export interface Options {\n  tax: number;\n  note?: string;\n}\n',
        [],
      ],
      [
        'leaves a renamed type parameter alone',
        'export interface Box<T> {\n  value: T;\n  map<U>(to: (value: T) => U): Box<U>;\n}\n',
        'export interface Box<Value> {\n  value: Value;\n  map<To>(to: (value: Value) => To): Box<To>;\n}\n',
        [],
      ],
      [
        'leaves an abstract member of a class that nobody outside can extend alone',
        'export abstract class Cart {\n  private constructor() {}\n}\n',
        'export abstract class Cart {\n  private constructor() {}\n  abstract total(): number;\n}\n',
        [],
      ],
      [
        'finds parameters of a constructor that is left to the language',
        'export class Cart {\n  constructor(items: number[]) { x(items); }\n}\n',
        'export class Cart {\n  items = [];\n}\n',
        ['1 The public constructor `Cart.constructor` no longer takes `items`: callers no longer compile, or hand over what is ignored.'],
      ],
      [
        'leaves a function that is not exported alone',
        'function total(a: number) {\n  return a;\n}\nexport const x = 1;\n',
        'function total(a: number, b: number) {\n  return a + b;\n}\nexport const x = 1;\n',
        [],
      ],
    ],
    ts,
  );
});

const js = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.js" }\n' };

describe('compatibility/changed-signature in JavaScript', () => {
  fileCases(
    changedSignature,
    'src/index.js',
    [
      [
        'is hardly sure of a parameter that is only handed on',
        'export class CartError extends Error {\n  constructor(message) {\n    super(message);\n  }\n}\n',
        'export class CartError extends Error {\n  constructor(message, options) {\n    super(message, options);\n  }\n}\n',
        ['2 The public constructor `CartError.constructor` needs `options` now: callers that do not pass it hand over `undefined`.'],
      ],
      [
        'leaves a comment alone that says by now what came back before',
        '/**\n * @return {string}\n */\nexport function total(items) {\n  if (!items) return null;\n  return sum(items);\n}\n',
        '/**\n * @return {string|null}\n */\nexport function total(items) {\n  if (!items) return null;\n  return add(items);\n}\n',
        [],
      ],
      [
        'finds another required parameter',
        'export function total(items) {\n  return sum(items);\n}\n',
        'export function total(items, tax) {\n  return sum(items) + tax;\n}\n',
        ['1 The public function `total` needs `tax` now: callers that do not pass it hand over `undefined`.'],
      ],
      [
        'finds a parameter put in front',
        'export function total(items, tax = 0) {\n  return sum(items) + tax;\n}\n',
        'export function total(by = 1, items, tax = 0) {\n  return sum(items) + tax + by;\n}\n',
        ['1 The public function `total` takes `by` in between: callers hand over the wrong values.'],
      ],
      [
        'finds a method that is static now',
        'export class Cart {\n  total() {\n    return 1;\n  }\n}\n',
        'export class Cart {\n  static total() {\n    return 1;\n  }\n}\n',
        ['2 The public method `Cart.total` is static now: callers break.'],
      ],
      [
        'leaves a parameter with a default alone',
        'export function total(items) {\n  return sum(items);\n}\n',
        'export function total(items, tax = 0) {\n  return sum(items) + tax;\n}\n',
        [],
      ],
      [
        'leaves a rest parameter alone',
        'export function total(items) {\n  return sum(items);\n}\n',
        'export function total(items, ...more) {\n  return sum(items, more);\n}\n',
        [],
      ],
      [
        'leaves a changed body alone',
        'export function total(items) {\n  return sum(items);\n}\n',
        'export function total(items) {\n  return sum(items) + 1;\n}\n',
        [],
      ],
    ],
    js,
  );
});

describe('compatibility/changed-signature makes what is new optional', () => {
  const around = { 'package.json': '{ "name": "acme", "exports": "./src/index.ts" }' };
  async function mended(base: string, head: string): Promise<string | undefined> {
    const path = 'src/index.ts';
    const texts = { base: { ...around, [path]: base }, head: { ...around, [path]: head } };
    const [fix] = newFindings(await reviewExample(changedSignature, texts))[0]?.fixes ?? [];
    if (!fix) return undefined;
    const after = applyFix(texts.head, fix);
    assert.deepEqual(found(await reviewExample(changedSignature, { ...texts, head: after })), []);
    return after[path];
  }
  const total = (parameters: string): string => `export function total(${parameters}): number {\n  return 1;\n}\n`;

  it('where it comes last', async () => {
    assert.equal(
      await mended(total('a: string'), total('a: string, by: number, to: number')),
      total('a: string, by?: number, to?: number'),
    );
    assert.equal(await mended(total('a: string, by?: number'), total('a: string, by: number')), total('a: string, by?: number'));
  });

  it('and puts it last where it stands in between', async () => {
    assert.equal(await mended(total('a: string'), total('by: number, a: string')), total('a: string, by?: number'));
    assert.equal(
      await mended(total('a: string, to = 1'), total('a: string, by: number, /* each */ sku: string, to = 1')),
      total('a: string, to = 1, by?: number, sku?: string'),
    );
  });

  it('not where it cannot be left out, or is taken apart', async () => {
    assert.equal(await mended(total('a: string'), total('a: string, { by }: { by: number }')), undefined);
  });
});
