import assert from 'node:assert/strict';
import { factsOf, outline, shape, symbolIn } from './reading-java.ts';

describe('Java declarations', () => {
  it('reads classes, members and what is implied', async () => {
    const facts = await factsOf(`package a.b;
public abstract sealed class A<T extends Comparable<T> & Foo, U> extends B<T, String> implements C, D<U> permits X, a.Y {
  static { run(); }
  { run(); }
  protected static final int one = 1, two[] = {1};
  public <R> R m(A<T, U> this, final int x, String... rest) throws IOException, a.Q { return null; }
  int f()[] { return null; }
  A() {}
  static class Nested {}
  enum Inner { P }
  interface Api { int K = 1; void f(); default void g() {} static void h() {} private void i() {} class In {} }
}
class Plain {}
`);
    assert.deepEqual(outline(facts), [
      'public abstract sealed class a.b.A',
      'private static initializer a.b.A.static',
      'private initializer a.b.A.initializer',
      'protected static final field a.b.A.one: int',
      'protected static final field a.b.A.two: int[]',
      'public method a.b.A.m(int x, String... rest): R',
      'package method a.b.A.f(): int[]',
      'package constructor a.b.A.A()',
      'package static class a.b.A.Nested',
      'package implicit constructor a.b.A.Nested.Nested()',
      'package static enum a.b.A.Inner',
      'public static final enum-constant a.b.A.Inner.P: Inner',
      'package static interface a.b.A.Api',
      'public static final field a.b.A.Api.K: int',
      'public abstract method a.b.A.Api.f(): void',
      'public default method a.b.A.Api.g(): void',
      'public static method a.b.A.Api.h(): void',
      'private method a.b.A.Api.i(): void',
      'public static class a.b.A.Api.In',
      'public implicit constructor a.b.A.Api.In.In()',
      'package class a.b.Plain',
      'package implicit constructor a.b.Plain.Plain()',
    ]);
    const type = symbolIn(facts, 'a.b.A');
    assert.deepEqual(type.typeParameters, [{ name: 'T', bound: 'Comparable<T>&Foo' }, { name: 'U' }]);
    assert.deepEqual(type.supertypes, [
      { relation: 'extends', type: 'B<T,String>' },
      { relation: 'implements', type: 'C' },
      { relation: 'implements', type: 'D<U>' },
    ]);
    assert.deepEqual(type.permits, ['X', 'a.Y']);
    assert.deepEqual(symbolIn(facts, 'a.b.A.m').throws, ['IOException', 'a.Q']);
  });

  it('reads enums with bodies, records and annotation types', async () => {
    const facts = await factsOf(`package p;
public enum E implements S { A(1) { public void f() {} }, @Deprecated B; private final int q; E(int q) { this.q = q; } }
public record P(@N int x, String... y) implements S { public P { check(x); } public int x() { return x; } static int z; P(int x) { this(x, ""); } }
record Q(long id) {}
public @interface N { int value() default 1; String[] names(); int K = 1; }
`);
    assert.deepEqual(outline(facts), [
      'public enum p.E',
      'public static final enum-constant p.E.A: E',
      'private method p.E.A.f(): void',
      'public static final enum-constant p.E.B: E',
      'private final field p.E.q: int',
      'private constructor p.E.E(int q)',
      'public record p.P(int x, String... y)',
      'public constructor p.P.P(int x, String... y)',
      'public method p.P.x(): int',
      'package static field p.P.z: int',
      'package constructor p.P.P(int x)',
      'public implicit method p.P.y(): String[]',
      'package record p.Q(long id)',
      'package implicit constructor p.Q.Q(long id)',
      'public implicit method p.Q.id(): long',
      'public annotation p.N',
      'public default method p.N.value(): int',
      'public abstract method p.N.names(): String[]',
      'public static final field p.N.K: int',
    ]);
    assert.equal(symbolIn(facts, 'p.E.B').deprecated, true);
    assert.deepEqual(shape(symbolIn(facts, 'p.E.A').value), { kind: 'array', elements: [{ kind: 'number', text: '1' }] });
    assert.deepEqual(shape(symbolIn(facts, 'p.P').parameters?.[0]?.annotations), [{ name: 'N', arguments: [] }]);
  });

  it('knows what Lombok makes', async () => {
    const facts = await factsOf(`package p;
import lombok.*;
@Data class A { private final long id; private String name = "a", nick; private boolean open, isNew; static int count; @Setter(AccessLevel.NONE) int most; @NonNull Long at; String getNick() { return nick; } }
@Value @Accessors(fluent = true) class B { int x; @Getter(AccessLevel.PRIVATE) int y; }
@Getter @AllArgsConstructor @NoArgsConstructor(access = AccessLevel.PROTECTED) public class C { final int a = 1; @Setter int b; }
@Getter enum D { E; private int code; D(int code) {} }
@Builder class F { String a; }
`);
    assert.deepEqual(
      outline(facts).filter((line) => line.includes('implicit')),
      [
        'public implicit generated method p.A.getId(): long',
        'public implicit generated method p.A.getName(): String',
        'public implicit generated method p.A.setName(String name): void',
        'public implicit generated method p.A.setNick(String nick): void',
        'public implicit generated method p.A.isOpen(): boolean',
        'public implicit generated method p.A.setOpen(boolean open): void',
        'public implicit generated method p.A.isNew(): boolean',
        'public implicit generated method p.A.setNew(boolean isNew): void',
        'public implicit generated method p.A.getMost(): int',
        'public implicit generated method p.A.getAt(): Long',
        'public implicit generated method p.A.setAt(Long at): void',
        'public implicit generated constructor p.A.A(long id, Long at)',
        'public implicit generated method p.B.x(): int',
        'private implicit generated method p.B.y(): int',
        'public implicit generated constructor p.B.B(int x, int y)',
        'public implicit generated method p.C.getA(): int',
        'public implicit generated method p.C.getB(): int',
        'public implicit generated method p.C.setB(int b): void',
        'protected implicit generated constructor p.C.C()',
        'public implicit generated constructor p.C.C(int b)',
        'public implicit generated method p.D.getCode(): int',
        'package implicit generated constructor p.F.F(String a)',
        'public static implicit generated method p.F.builder(): FBuilder',
        'public static implicit generated class p.F.FBuilder',
        'package implicit generated constructor p.F.FBuilder.FBuilder()',
        'public implicit generated method p.F.FBuilder.build(): F',
        'public implicit generated method p.F.FBuilder.a(String a): FBuilder',
      ],
    );
    const others = await factsOf('package p;\nimport a.Data;\n@Data class A { int id; }\n');
    assert.deepEqual(outline(others), ['package class p.A', 'package field p.A.id: int', 'package implicit constructor p.A.A()']);
  });

  it('knows what Lombok makes of builders, copies, static constructors and classes without objects', async () => {
    const facts = await factsOf(`package p;
import lombok.*;
@SuperBuilder(toBuilder = true, setterPrefix = "with") class A<T> { @Singular List<T> names; @Builder.Default final int most = 3; final int least = 1; public static class ABuilder { ABuilder withMost(int most) { return this; } } }
@Value(staticConstructor = "of") class B { @With int x; @NonFinal int y; }
@Builder @With record C(int a) {}
class D { @Builder(builderMethodName = "make", buildMethodName = "finish") D(String a) {} }
@UtilityClass class E { int most; void f() {} }
@StandardException class F extends Exception {}
@Accessors(prefix = "m", chain = true) @Setter class G { int mAge; int most; @Deprecated int mOld; }
`);
    assert.deepEqual(
      outline(facts).filter((line) => line.includes('generated') || line.includes('final class') || line.includes('p.E.')),
      [
        'public static implicit generated method p.A.builder(): ABuilder<?, ?>',
        'public implicit generated method p.A.toBuilder(): ABuilder<?, ?>',
        'protected implicit generated constructor p.A.A(ABuilder<?, ?> b)',
        'public implicit generated method p.A.ABuilder.build(): C',
        'public implicit generated method p.A.ABuilder.withNames(Collection<? extends T> names): B',
        'public implicit generated method p.A.ABuilder.clearNames(): B',
        'package final class p.B',
        'public implicit generated method p.B.getX(): int',
        'public implicit generated method p.B.withX(int x): B',
        'public implicit generated method p.B.getY(): int',
        'private implicit generated constructor p.B.B(int x, int y)',
        'public static implicit generated method p.B.of(int x, int y): B',
        'public implicit generated method p.C.withA(int a): C',
        'public static implicit generated method p.C.builder(): CBuilder',
        'public static implicit generated class p.C.CBuilder',
        'package implicit generated constructor p.C.CBuilder.CBuilder()',
        'public implicit generated method p.C.CBuilder.build(): C',
        'public implicit generated method p.C.CBuilder.a(int a): CBuilder',
        'public static implicit generated method p.D.make(): DBuilder',
        'public static implicit generated class p.D.DBuilder',
        'package implicit generated constructor p.D.DBuilder.DBuilder()',
        'public implicit generated method p.D.DBuilder.finish(): D',
        'public implicit generated method p.D.DBuilder.a(String a): DBuilder',
        'package final class p.E',
        'package static field p.E.most: int',
        'package static method p.E.f(): void',
        'private implicit generated constructor p.E.E()',
        'public implicit generated constructor p.F.F()',
        'public implicit generated constructor p.F.F(String message)',
        'public implicit generated constructor p.F.F(Throwable cause)',
        'public implicit generated constructor p.F.F(String message, Throwable cause)',
        'public implicit generated method p.G.setAge(int mAge): G',
        'public implicit generated method p.G.setOld(int mOld): G',
      ],
    );
  });

  it('reads annotations with their arguments', async () => {
    const facts = await factsOf(
      'class A { @B @c.D("x") @E(a = 1, b = {F.class, "y"}) @G(@H(i = 2)) public <T> @Nullable T f() { return null; } }',
      { touched: [] },
    );
    assert.deepEqual(shape(symbolIn(facts, 'A.f').annotations), [
      { name: 'B', arguments: [] },
      { name: 'c.D', arguments: [{ name: 'value', value: { kind: 'string', value: 'x' } }] },
      {
        name: 'E',
        arguments: [
          { name: 'a', value: { kind: 'number', text: '1' } },
          {
            name: 'b',
            value: {
              kind: 'array',
              elements: [
                { kind: 'member', object: { kind: 'name', name: 'F' }, name: 'class' },
                { kind: 'string', value: 'y' },
              ],
            },
          },
        ],
      },
      {
        name: 'G',
        arguments: [
          {
            name: 'value',
            value: {
              kind: 'new',
              type: '@H',
              arguments: [{ kind: 'assignment', operator: '=', target: { kind: 'name', name: 'i' }, value: { kind: 'number', text: '2' } }],
            },
          },
        ],
      },
      { name: 'Nullable', arguments: [] },
    ]);
  });

  it('gives the ranges of a declaration and its documentation', async () => {
    const text = `/* licence */
package a;

/**
 * Adds.
 * @deprecated use more
 */
// really
@B
public class A {
  /** One. */ int one = 1,
    two = 2;
  void f(int x) { }
}
`;
    const facts = await factsOf(text);
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const type = symbolIn(facts, 'a.A');
    assert.equal(type.deprecated, true);
    assert.ok(type.documentation && type.bodyRange);
    assert.deepEqual(
      [
        slice(type.documentation),
        slice(type.range).slice(0, 9),
        slice(type.nameRange),
        slice(type.signatureRange),
        slice(type.bodyRange).slice(0, 3),
      ],
      ['/**\n * Adds.\n * @deprecated use more\n */', '@B\npublic', 'A', '', '{\n '],
    );
    assert.deepEqual(
      ['a.A.one', 'a.A.two', 'a.A.f']
        .map((name) => symbolIn(facts, name))
        .map(({ range, signatureRange }) => [slice(range), slice(signatureRange)]),
      [
        ['int one = 1', ''],
        ['two = 2', ''],
        ['void f(int x) { }', '(int x)'],
      ],
    );
    assert.deepEqual(
      facts.comments.map(({ form, text: words }) => [form, words]),
      [
        ['block', ' licence '],
        ['line', ' really'],
      ],
    );
  });

  it('reads imports, exports and the file itself', async () => {
    const facts = await factsOf('package a.b;\nimport c.D;\nimport c.e.*;\nimport static c.D.of;\nimport static c.D.*;\n', {
      path: 'x/B.java',
    });
    assert.deepEqual(
      facts.imports.map(({ source, name, local }) => [source, name, local]),
      [
        ['c', 'D', 'D'],
        ['c.e', '*', '*'],
        ['c.D', 'of', 'of'],
        ['c.D', '*', '*'],
      ],
    );
    assert.deepEqual(
      facts.symbols.map(({ kind, name, qualifiedName }) => [kind, name, qualifiedName]),
      [['module', 'B', 'a.b']],
    );
    const module = await factsOf(
      '/** Doc. */\n@Deprecated open module com.acme { requires x; exports com.acme.api; exports com.acme.spi to q, r; opens com.acme.z; }',
      { path: 'module-info.java' },
    );
    assert.deepEqual(
      module.exports.map(({ name, exported }) => [name, exported]),
      [['com.acme.api', 'com.acme.api']],
    );
    const [symbol] = module.symbols;
    assert.deepEqual(
      [symbol?.qualifiedName, symbol?.modifiers, symbol?.deprecated, symbol?.documentation],
      ['com.acme', ['open'], true, { start: 0, end: 11 }],
    );
  });

  it('reads bodies of what is touched only', async () => {
    const text =
      'class A {\n  int a = 1;\n  int b = 2;\n  void f() {\n    x();\n  }\n  // said\n  void g() {\n    y();\n  }\n  // kept\n}\n';
    const line = (words: string): { start: number; end: number } => ({
      start: text.indexOf(words),
      end: text.indexOf('\n', text.indexOf(words)) + 1,
    });
    const facts = await factsOf(text, { touched: [line('  int b'), line('    x();'), line('  // said')] });
    assert.deepEqual(
      facts.symbols.map((symbol) => [symbol.name, symbol.touched, symbol.value !== undefined, symbol.body !== undefined]),
      [
        ['A', true, false, false],
        ['A', true, false, false],
        ['a', false, false, false],
        ['b', true, true, false],
        ['f', true, false, true],
        ['g', false, false, false],
        ['A', false, false, false],
      ],
    );
    assert.deepEqual(
      facts.comments.map((comment) => comment.text),
      [' said'],
    );
  });

  it('reads comments of texts with any line ends and any number of touched places', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `  // ${index}\r\n`);
    const text = `class A {\r\n${lines.join('')}}\r\n`;
    const touched = lines.flatMap((line, index) =>
      index % 2 === 0 ? [{ start: text.indexOf(line), end: text.indexOf(line) + line.length }] : [],
    );
    const facts = await factsOf(text, { touched });
    assert.deepEqual(
      facts.comments.map((comment) => comment.text),
      [' 0', ' 2', ' 4', ' 6', ' 8', ' 10', ' 12', ' 14', ' 16', ' 18'],
    );
    assert.deepEqual(
      (await factsOf(text, { touched: touched.slice(0, 2) })).comments.map((comment) => comment.text),
      [' 0', ' 2'],
    );
  });

  it('reads what is left of broken text', async () => {
    const facts = await factsOf('package a;\npublic class A {\n  int x\n  int y;\n  void f() { foo(; }\n  void g() {}\n}\n');
    assert.deepEqual(
      facts.symbols.map((symbol) => symbol.qualifiedName),
      ['a', 'a.A', 'a.A.x', 'a.A.y', 'a.A.f', 'a.A.g', 'a.A.A'],
    );
    assert.deepEqual(facts.errors.length > 0, true);
    for (const text of [
      '',
      '}',
      'class',
      'class {',
      'class A { void f( }',
      'enum E { A(',
      '@',
      'record R(int',
      '/*',
      '"',
      'package',
      'import ;',
    ])
      await factsOf(text);
  });

  it('knows varargs whose type is annotated', async () => {
    const facts = await factsOf('class A { void m(Object @Nullable ... args) {} void n(a.B @C(1) @D... args) {} }');
    assert.deepEqual(facts.errors, []);
    assert.deepEqual(outline(facts).slice(1, 3), ['package method A.m(Object... args): void', 'package method A.n(a.B... args): void']);
  });
});
