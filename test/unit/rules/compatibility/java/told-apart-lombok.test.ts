import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\nimport lombok.*;\n\n',
};

const type = (annotations: string, ...members: readonly string[]): string =>
  `${annotations}\npublic class T {\n${members.map((each) => `  ${each}\n`).join('')}}`;
const [a, b] = ['private int a;', 'private String b;'] as const;
const plain = [a, b];
const written = ['public int getA() { return a; }', 'public String getB() { return b; }'];

describe('members that Lombok makes', () => {
  toldApart(library, [
    ['a field of @Data that goes', type('@Data', ...plain), type('@Data', 'private int a;'), ['method-removed']],
    ['a field of @Data that is renamed', type('@Data', ...plain), type('@Data', 'private int a;', 'private String c;'), ['method-removed']],
    ['a field of @Data of another type', type('@Data', ...plain), type('@Data', 'private long a;', b), ['method-return-type-changed']],
    ['a field of @Data that comes', type('@Data', 'private int a;'), type('@Data', ...plain), []],
    [
      '@Data that becomes @Value',
      type('@Data', ...plain),
      type('@Value', ...plain),
      ['class-now-final', 'method-parameter-added', 'method-removed'],
    ],
    ['getters that go', type('@Getter', ...plain), type('', ...plain), ['method-removed']],
    ['getters that are private', type('@Getter', ...plain), type('@Getter(AccessLevel.PRIVATE)', ...plain), ['method-removed']],
    ['a getter that is suppressed', type('@Getter', ...plain), type('@Getter', `@Getter(AccessLevel.NONE) ${a}`, b), ['method-removed']],
    ['setters that go', type('@Getter @Setter', ...plain), type('@Getter', ...plain), ['method-removed']],
    ['@Builder that goes', type('@Data @Builder', ...plain), type('@Data', ...plain), ['method-removed']],
    ['a field of @Builder that goes', type('@Builder', ...plain), type('@Builder', 'private int a;'), ['method-removed']],
    ['toBuilder that goes', type('@Builder(toBuilder = true)', ...plain), type('@Builder', ...plain), ['method-removed']],
    ['@Builder that takes the constructor of @Data', type('@Data', ...plain), type('@Data @Builder', ...plain), ['constructor-removed']],
    ['@Builder that takes the constructor of a class without one', type('', ...plain), type('@Builder', ...plain), ['constructor-removed']],
    ['@SuperBuilder that goes', type('@SuperBuilder', ...plain), type('', ...plain), ['method-removed']],
    [
      '@Singular that goes',
      type('@Builder', '@Singular private List<String> a;'),
      type('@Builder', 'private List<String> a;'),
      ['method-parameter-type-changed', 'method-removed'],
    ],
    ['@With that goes', type('@With @AllArgsConstructor', ...plain), type('@AllArgsConstructor', ...plain), ['method-removed']],
    [
      'another name of the static constructor',
      type('@Value(staticConstructor = "of")', ...plain),
      type('@Value(staticConstructor = "make")', ...plain),
      ['method-removed'],
    ],
    [
      'a constructor that goes',
      type('@NoArgsConstructor @AllArgsConstructor', ...plain),
      type('@AllArgsConstructor', ...plain),
      ['constructor-removed'],
    ],
    [
      'a field for @AllArgsConstructor',
      type('@AllArgsConstructor', ...plain),
      type('@AllArgsConstructor', ...plain, 'private int c;'),
      ['method-parameter-added'],
    ],
    [
      'fields of one type that change places',
      type('@AllArgsConstructor', 'private int a;', 'private int b;'),
      type('@AllArgsConstructor', 'private int b;', 'private int a;'),
      ['method-parameters-reordered'],
    ],
    [
      'a final field for @RequiredArgsConstructor',
      type('@RequiredArgsConstructor', 'private final int a;'),
      type('@RequiredArgsConstructor', 'private final int a;', 'private final int c;'),
      ['method-parameter-added'],
    ],
    ['accessors that are no longer fluent', type('@Data @Accessors(fluent = true)', ...plain), type('@Data', ...plain), ['method-removed']],
    [
      'setters that no longer chain',
      type('@Setter @Accessors(chain = true)', ...plain),
      type('@Setter', ...plain),
      ['method-return-type-changed'],
    ],
    ['getters that become the accessors of a record', type('@Value', ...plain), 'public record T(int a, String b) {}', ['method-removed']],
  ]);

  const builder =
    'public static TBuilder builder() { return new TBuilder(); }\n  public static class TBuilder {\n    private int a;\n    TBuilder() {}\n    public TBuilder a(int a) { this.a = a; return this; }\n    public T build() { return new T(a); }\n  }';
  toldApart(library, [
    ['getters that are written now', type('@Getter', ...plain), type('', ...plain, ...written), []],
    ['getters that are made now', type('', ...plain, ...written), type('@Getter', ...plain), []],
    ['a getter whose annotation moves to the class', type('', '@Getter private int a;'), type('@Getter', 'private int a;'), []],
    [
      'a flag whose getter is written now',
      type('@Getter', 'private boolean isOpen;'),
      type('', 'private boolean isOpen;', 'public boolean isOpen() { return isOpen; }'),
      [],
    ],
    [
      '@Data in its parts',
      type('@Data', ...plain),
      type('@Getter @Setter @ToString @EqualsAndHashCode @RequiredArgsConstructor', ...plain),
      [],
    ],
    [
      'a builder that is written now',
      type('@Builder', 'private int a;'),
      type('@AllArgsConstructor(access = AccessLevel.PACKAGE)', 'private int a;', builder),
      [],
    ],
    [
      'a builder that is made now',
      type('@AllArgsConstructor(access = AccessLevel.PACKAGE)', 'private int a;', builder),
      type('@Builder', 'private int a;'),
      [],
    ],
    [
      'a field of @RequiredArgsConstructor that may change',
      type('@RequiredArgsConstructor', 'private final int a;'),
      type('@RequiredArgsConstructor', 'private final int a;', 'private int c;'),
      [],
    ],
    [
      'a field of a component',
      type('@Service @RequiredArgsConstructor', 'private final int a;'),
      type('@Service @RequiredArgsConstructor', 'private final int a;', 'private final int c;'),
      [],
    ],
    ['a logger', type('@Slf4j', ...plain), type('', ...plain), []],
    [
      'a class that only its package sees',
      type('@Data', ...plain).replace('public ', ''),
      type('@Data', 'private int a;').replace('public ', ''),
      [],
    ],
    ['static fields', type('@Data', 'private static int n;', 'private int a;'), type('@Data', 'private int a;'), []],
    [
      'fluent accessors that become those of a record',
      type('@Value @Accessors(fluent = true)', ...plain),
      'public record T(int a, String b) {}',
      [],
    ],
    [
      '@UtilityClass in place of what it says',
      'public final class T {\n  private T() {}\n  public static int a() { return 1; }\n}',
      '@UtilityClass\npublic class T {\n  public int a() { return 1; }\n}',
      [],
    ],
    [
      '@StandardException in place of its constructors',
      'public class T extends Exception {\n  public T() {}\n  public T(String message) { super(message); }\n}',
      '@StandardException\npublic class T extends Exception {\n}',
      [],
    ],
    [
      'fields that move to a superclass',
      { 'src/main/java/com/acme/T.java': `package com.acme;\n\nimport lombok.*;\n\n${type('@Getter', ...plain)}\n` },
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\nimport lombok.*;\n\npublic class T extends Base {\n}\n',
        'src/main/java/com/acme/Base.java':
          'package com.acme;\n\nimport lombok.*;\n\n@Getter\npublic class Base {\n  private int a;\n  private String b;\n}\n',
      },
      [],
    ],
    ['a getter that another object may give now', type('@Getter', 'private int a;'), type('', '@Delegate private Inner inner;'), []],
    ['text that cannot be read', type('@Data', ...plain), type('@Data', 'private int a;', 'private String b; }}} (('), []],
  ]);
});
