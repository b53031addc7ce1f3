import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\n',
};

describe('changes of Java types around which others stand', () => {
  toldApart(library, [
    [
      'new supertype in unchanged file asks',
      'public interface T { int a(); }',
      'public interface T extends Named { int a(); }',
      ['method-abstract-added-in-supertype'],
      { 'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  String name();\n}\n' },
    ],
    [
      'new supertype in unchanged file default only',
      'public interface T { int a(); }',
      'public interface T extends Named { int a(); }',
      [],
      { 'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  default String name() { return ""; }\n}\n' },
    ],
    [
      'new supertype in unchanged file given',
      'public abstract class T { public String name() { return x(); } }',
      'public abstract class T implements Named { public String name() { return x(); } }',
      [],
      { 'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  String name();\n}\n' },
    ],
    [
      'abstract class new supertype in unchanged file',
      'public abstract class T { public int a() { return 1; } }',
      'public abstract class T implements Named { public int a() { return 1; } }',
      ['method-abstract-added-in-supertype'],
      { 'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  String name();\n}\n' },
    ],
    [
      'new supertype two levels',
      'public interface T { int a(); }',
      'public interface T extends Sub { int a(); }',
      ['method-abstract-added-in-supertype'],
      {
        'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  String name();\n}\n',
        'src/main/java/com/acme/Sub.java': 'package com.acme;\n\npublic interface Sub extends Named {\n}\n',
      },
    ],
    [
      'new supertype imported',
      'public interface T { int a(); }',
      'import com.acme.x.Named;\npublic interface T extends Named { int a(); }',
      ['method-abstract-added-in-supertype'],
      { 'src/main/java/com/acme/x/Named.java': 'package com.acme.x;\n\npublic interface Named {\n  String name();\n}\n' },
    ],
    [
      'supertype swapped to sub of old',
      'public class T extends Base { }',
      'public class T extends Middle { }',
      [],
      {
        'src/main/java/com/acme/Base.java': 'package com.acme;\n\npublic class Base {\n  public int size() { return 1; }\n}\n',
        'src/main/java/com/acme/Middle.java': 'package com.acme;\n\npublic class Middle extends Base {\n}\n',
      },
    ],
    [
      'supertype removed that is unchanged',
      'public class T extends Base implements Runnable { public void run() { x(); } }',
      'public class T implements Runnable { public void run() { x(); } }',
      ['type-supertype-removed'],
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\npublic class Base {\n  public int size() { return 1; }\n}\n' },
    ],
    [
      'supertype removed pkg private unchanged',
      'public class T extends Base { }',
      'public class T { }',
      [],
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nclass Base {\n  int size() { return 1; }\n}\n' },
    ],
    [
      'supertype removed pkg private w public members',
      'public class T extends Base { }',
      'public class T { }',
      ['type-supertype-removed'],
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nabstract class Base {\n  public int size() { return 1; }\n}\n' },
    ],
    [
      'method pulled to unchanged superclass',
      'public class T extends Base { public int size() { return 1; } }',
      'public class T extends Base { }',
      [],
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\npublic class Base {\n  public int size() { return 1; }\n}\n' },
    ],
    [
      'pkg superclass method removed',
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n  int z;\n}\n',
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nabstract class Base {\n  public int size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n  int y;\n}\n',
        'src/main/java/com/acme/Base.java': 'package com.acme;\n\nabstract class Base {\n  public int other() { return 3; }\n}\n',
      },
      ['method-removed'],
    ],
    [
      'pkg superclass method removed heir unchanged',
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nabstract class Base {\n  public int size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nabstract class Base {\n  public int other() { return 3; }\n}\n' },
      ['method-removed'],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n}\n' },
    ],
    [
      'pkg superclass method retyped heir unchanged',
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nabstract class Base {\n  public int size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nabstract class Base {\n  public long size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      ['method-return-type-changed'],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n}\n' },
    ],
    [
      'pkg superclass method param heir unchanged generic',
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nabstract class Base<X> {\n  public void set(X x) { this.x = x; }\n}\n' },
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nabstract class Base<X> {\n  public void set(X x, int y) { this.x = x; }\n}\n',
      },
      ['method-parameter-added'],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic final class T extends Base<String> {\n}\n' },
    ],
    [
      'pkg superclass method removed no heirs',
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nclass Base {\n  public int size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nclass Base {\n  public int other() { return 3; }\n}\n' },
      [],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T {\n private Base b; }\n' },
    ],
    [
      'pkg superclass method removed heir pkg',
      {
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nclass Base {\n  public int size() { return 1; }\n  public int other() { return 3; }\n}\n',
      },
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\nclass Base {\n  public int other() { return 3; }\n}\n' },
      [],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\nclass T extends Base {\n }\n' },
    ],
    [
      'pkg interface method removed heir unchanged',
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\ninterface Base {\n  int size();\n  int other();\n}\n' },
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\ninterface Base {\n  int other();\n}\n' },
      ['method-removed'],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic interface T extends Base {\n }\n' },
    ],
    [
      'pkg superclass method added abstract heir unchanged',
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\ninterface Base {\n  int size();\n}\n' },
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\ninterface Base {\n  int size();\n  int b();\n}\n' },
      ['method-added-to-interface'],
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic interface T extends Base {\n }\n' },
    ],
    [
      'a redeclaration of what an interface of the JDK asks for is removed',
      'public interface T extends Runnable { void run(); int a(); }',
      'public interface T extends Runnable { int a(); }',
      [],
    ],
    [
      'method less accessible in sub',
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T {\n  public int size() { return 1; }\n}\n' },
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n  protected int size() { return 1; }\n}\n' },
      ['visibility-reduced'],
    ],
    [
      'static field hides static',
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n}\n' },
      { 'src/main/java/com/acme/T.java': 'package com.acme;\n\npublic class T extends Base {\n  public static int a;\n}\n' },
      [],
      { 'src/main/java/com/acme/Base.java': 'package com.acme;\n\npublic class Base {\n  public static int a;\n}\n' },
    ],
    [
      'exception hierarchy',
      'public class T extends IllegalArgumentException { }',
      'public class T extends IllegalStateException { }',
      ['type-supertype-removed'],
    ],
    [
      'internal pkg',
      {
        'src/main/java/com/acme/internal/A.java':
          'package com.acme.internal;\n\npublic class A {\n  public int a() { return 1; }\n  public int b() { return 1; }\n}\n',
      },
      { 'src/main/java/com/acme/internal/A.java': 'package com.acme.internal;\n\npublic class A {\n  public int b() { return 1; }\n}\n' },
      [],
    ],
    [
      '@Internal',
      '@Internal public class T { public int a() { return 1; } public int b() { return 2; } }',
      '@Internal public class T { public int b() { return 2; } }',
      [],
    ],
    [
      '@VisibleForTesting',
      'public class T { @VisibleForTesting public int a() { return 1; } public int b() { return 2; } }',
      'public class T { public int b() { return 2; } }',
      [],
    ],
    [
      'unexported',
      {
        'src/main/java/com/acme/x/A.java':
          'package com.acme.x;\n\npublic class A {\n  public int a() { return 1; }\n  public int b() { return 1; }\n}\n',
      },
      { 'src/main/java/com/acme/x/A.java': 'package com.acme.x;\n\npublic class A {\n  public int b() { return 1; }\n}\n' },
      [],
      { 'src/main/java/module-info.java': 'module acme { exports com.acme; }\n' },
    ],
  ]);
});
