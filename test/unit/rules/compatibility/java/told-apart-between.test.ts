import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\n',
};

/** Files of the package beside the one that changes. */
const beside = (types: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(types).map(([name, text]) => [`src/main/java/com/acme/${name}.java`, `package com.acme;\n\n${text}\n`]),
  );

const exceptions = beside({
  Late: 'public class Late extends Exception {}',
  Lost: 'public class Lost extends Exception {}',
  VeryLate: 'public class VeryLate extends Late {}',
  Odd: 'public class Odd extends IllegalStateException {}',
});
const heirs = beside({ Shape: 'public interface Shape {}', Circle: 'public class Circle extends T {}' });
const permitted = beside({ B: 'non-sealed class B extends T {}' });
const between = beside({ B: 'sealed class B extends T permits C {}', C: 'public non-sealed class C extends B {}' });
const sealedRoot = 'public sealed class T permits B { public void m() {} }';

describe('changes of a Java API that depend on the types around', () => {
  toldApart(library, [
    [
      'one of two exceptions of other files is no longer thrown',
      'public class T { public int m() throws Late, Lost { return 1; } }',
      'public class T { public int m() throws Late { return 1; } }',
      ['method-no-longer-throws-checked-exception'],
      exceptions,
    ],
    [
      'a subclass of an exception in its place, where nobody overrides',
      'public final class T { public int m() throws Late { return 1; } }',
      'public final class T { public int m() throws VeryLate { return 1; } }',
      [],
      exceptions,
    ],
    [
      'an unchecked exception of another file comes and goes',
      'public class T { public int m() { return 1; }\n public int n() throws Odd { return 1; } }',
      'public class T { public int m() throws Odd { return 1; }\n public int n() { return 1; } }',
      [],
      exceptions,
    ],
    [
      'a variable exception is no longer thrown',
      'import java.io.IOException;\n\npublic class T<E extends IOException> { public void m() throws E {} }',
      'import java.io.IOException;\n\npublic class T<E extends IOException> { public void m() {} }',
      ['method-no-longer-throws-checked-exception'],
    ],
    [
      'an unchecked variable exception is no longer thrown',
      'public class T<E extends RuntimeException> { public void m() throws E {} }',
      'public class T<E extends RuntimeException> { public void m() {} }',
      [],
    ],
    [
      'a type of the package between is no longer an interface',
      'abstract class T implements Shape {}',
      'abstract class T {}',
      ['type-supertype-removed'],
      heirs,
    ],
    [
      'a type of the package between, whose heir has the interface itself',
      'abstract class T implements Shape {}',
      'abstract class T {}',
      [],
      { ...heirs, ...beside({ Circle: 'public class Circle extends T implements Shape {}' }) },
    ],
    [
      'a type of the package between, without public heirs',
      'abstract class T implements Shape {}',
      'abstract class T {}',
      [],
      { ...heirs, ...beside({ Circle: 'class Circle extends T {}' }) },
    ],
    ['a final method of a sealed class whose heir nobody sees', sealedRoot, sealedRoot.replace('void', 'final void'), [], permitted],
    [
      'a final method of a sealed class with a visible heir below',
      sealedRoot,
      sealedRoot.replace('void', 'final void'),
      ['method-now-final'],
      between,
    ],
    [
      'a protected constructor of a sealed class',
      'public sealed class T permits B { protected T(int a) {} }',
      'public sealed class T permits B { protected T() {} }',
      [],
      beside({ B: 'public non-sealed class B extends T { public B() { super(); } }' }),
    ],
    [
      'a default that goes as the interface is unsealed',
      'public sealed interface T permits X { default void m() {} }\nfinal class X implements T { public void m() {} }',
      'public interface T { void m(); }\nfinal class X implements T { public void m() {} }',
      [],
    ],
    [
      'a method that only the package has from above now',
      {
        ...beside({ A: 'abstract class A { abstract void m(); }' }),
        ...beside({ T: 'public abstract class T extends A { public void m() {} }' }),
      },
      { ...beside({ A: 'abstract class A { abstract void m(); }' }), ...beside({ T: 'public abstract class T extends A { }' }) },
      ['method-removed'],
    ],
    [
      'a result of another variable, which overriding methods do not give',
      'public class T<A, B extends A> { public A m() { return null; } }',
      'public class T<A, B extends A> { public B m() { return null; } }',
      ['method-return-type-generics-changed'],
    ],
    [
      'a result of another variable where nobody overrides',
      'public final class T<A, B extends A> { public A m() { return null; } }',
      'public final class T<A, B extends A> { public B m() { return null; } }',
      [],
    ],
    [
      'an abstract class that only its package can finish becomes final',
      'public abstract class T { public abstract void m(); abstract void n(); }',
      'public final class T { public void m() {} }',
      ['class-now-final'],
    ],
    [
      'a final class with the same members becomes a record',
      'public final class T {\n  private final int x;\n  public T(int x) { this.x = x; }\n  public int x() { return x; }\n}',
      'public record T(int x) {}',
      [],
    ],
    [
      'a final class that is made of nothing becomes a record',
      'public final class T {\n  public int x() { return 1; }\n}',
      'public record T(int x) {}',
      ['type-kind-changed'],
    ],
    [
      'a class that others extend becomes a record',
      'public class T {\n  private final int x;\n  public T(int x) { this.x = x; }\n  public int x() { return x; }\n}',
      'public record T(int x) {}',
      ['type-kind-changed'],
    ],
    [
      'a record becomes a class',
      'public record T(int x) {}',
      'public final class T {\n  private final int x;\n  public T(int x) { this.x = x; }\n  public int x() { return x; }\n}',
      ['type-kind-changed'],
    ],
  ]);
});
