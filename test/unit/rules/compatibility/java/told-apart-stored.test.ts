import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\n',
};

const enumWith = (member: string): string =>
  `public enum T {\n  A("a"), B("b");\n  private final String v;\n  T(String v) { this.v = v; }\n  ${member}\n}`;
const creator = (mark: string, ...names: readonly string[]): string =>
  `class T {\n  private final int v;\n  ${mark}\n  T(${names.map((name, place) => `@JsonProperty("${name}") Integer p${place}`).join(', ')}) { v = p0; }\n}`;

describe('changes of what Java code stores and sends', () => {
  toldApart(library, [
    [
      'one value of an enum that is none any more',
      enumWith('@JsonValue public String v() { return v; }'),
      enumWith('public String v() { return v; }'),
      ['serialised-format-changed'],
    ],
    [
      'one value of an enum that comes',
      enumWith('public String v() { return v; }'),
      enumWith('@JsonValue public String v() { return v; }'),
      ['serialised-format-changed'],
    ],
    [
      'another value of a constant',
      enumWith('@JsonValue public String v() { return v; }'),
      enumWith('@JsonValue public String v() { return v; }').replace('"a"', '"x"'),
      ['serialised-name-changed'],
    ],
    [
      'another argument of a constant that is not written',
      enumWith('@JsonValue public int n() { return n; }')
        .replace('String v) {', 'String v, int n) {')
        .replace('("a")', '("a", 1)')
        .replace('("b")', '("b", 2)'),
      enumWith('@JsonValue public int n() { return n; }')
        .replace('String v) {', 'String v, int n) {')
        .replace('("a")', '("x", 1)')
        .replace('("b")', '("b", 2)'),
      [],
    ],
    [
      'a constant of a hidden enum that goes',
      enumWith('@JsonValue public String v() { return v; }').replace('public enum', 'enum'),
      enumWith('@JsonValue public String v() { return v; }').replace('public enum', 'enum').replace('A("a"), ', ''),
      ['serialised-member-removed'],
    ],
    [
      'a constant of a public enum that goes',
      enumWith('@JsonValue public String v() { return v; }'),
      enumWith('@JsonValue public String v() { return v; }').replace('A("a"), ', ''),
      ['enum-constant-removed'],
    ],
    [
      'a constant of a hidden enum that is called otherwise',
      enumWith('@JsonValue public String v() { return v; }').replace('public enum', 'enum'),
      enumWith('@JsonValue public String v() { return v; }').replace('public enum', 'enum').replace('A("a")', 'AA("a")'),
      [],
    ],
    [
      'the constant for what is not known',
      'public enum T { A, @JsonEnumDefaultValue B }',
      'public enum T { A, B }',
      ['serialised-unknown-refused'],
    ],
    [
      'a creator that takes a whole',
      creator('@JsonCreator', 'a'),
      creator('@JsonCreator(mode = JsonCreator.Mode.DELEGATING)', 'a'),
      ['serialised-format-changed'],
    ],
    ['a creator that says how it was', creator('@JsonCreator', 'a'), creator('@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)', 'a'), []],
    ['a creator that reads another name', creator('@JsonCreator', 'a'), creator('@JsonCreator', 'b'), ['serialised-name-changed']],
    [
      'a creator that reads an old name too',
      creator('@JsonCreator', 'a'),
      creator('@JsonCreator', 'b').replace('@JsonProperty', '@JsonAlias("a") @JsonProperty'),
      [],
    ],
    ['a creator that reads one name less', creator('@JsonCreator', 'a', 'c'), creator('@JsonCreator', 'a'), ['serialised-member-removed']],
    [
      'a name that a setter takes now',
      creator('@JsonCreator', 'a', 'c'),
      creator('@JsonCreator', 'a').replace('int v;', 'int v;\n  public void setC(int c) { x(c); }'),
      [],
    ],
    ['a creator that reads one name more', creator('@JsonCreator', 'a'), creator('@JsonCreator', 'a', 'c'), []],
    [
      'a creator that has to be given a name',
      creator('@JsonCreator', 'a'),
      creator('@JsonCreator', 'a').replace('("a")', '(value = "a", required = true)'),
      ['serialised-member-required'],
    ],
    [
      'an old name that is no longer read',
      'public class T { @JsonAlias("c") private String x; }',
      'public class T { private String x; }',
      ['serialised-name-changed'],
    ],
    [
      'names that are both read, and change places',
      'class T { @JsonAlias("c") @JsonProperty("d") String x; }',
      'class T { @JsonProperty("c") @JsonAlias("d") String x; }',
      [],
    ],
    [
      'another class that writes a member',
      'class T { @JsonSerialize(using = A.class) String x; }',
      'class T { @JsonSerialize(using = B.class) String x; }',
      ['serialised-format-changed'],
    ],
    [
      'a class that reads a member',
      'class T { @JsonProperty String x; }',
      'class T { @JsonProperty @JsonDeserialize(using = A.class) String x; }',
      [],
    ],
    [
      'a member whose old name is read by another one',
      'class T { @JsonProperty("a") public int a() { return 1; } }',
      'class T { T(@JsonProperty("b") @JsonAlias("a") int b) {} @JsonProperty("b") public int b() { return 1; } }',
      [],
    ],
    [
      'another class that writes a type',
      '@JsonAdapter(A.class) class T { String x; }',
      '@JsonAdapter(B.class) class T { String x; }',
      ['serialised-format-changed'],
    ],
    [
      'the same class by its whole name',
      'class T { @JsonSerialize(using = A.class) String x; }',
      'class T { @a.JsonSerialize(using = b.A.class) String x; }',
      [],
    ],
    [
      'text that is not quoted',
      'class T { @JsonProperty String x; }',
      'class T { @JsonProperty @JsonRawValue String x; }',
      ['serialised-format-changed'],
    ],
    [
      'a field that is transient',
      'class T { @JsonProperty("a") int a; String x; }',
      'class T { @JsonProperty("a") int a; transient String x; }',
      ['serialised-member-ignored'],
    ],
    [
      'a transient field with a getter',
      'class T { @JsonProperty("a") int a; String x; public String getX() { return x; } }',
      'class T { @JsonProperty("a") int a; transient String x; public String getX() { return x; } }',
      [],
    ],
    ['a transient field of a type that nobody writes', 'class T { int a; String x; }', 'class T { int a; transient String x; }', []],
    [
      'jackson prop',
      'public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty("b") private String x; }',
      ['serialised-name-changed'],
    ],
    [
      'jackson prop removed',
      'public class T { @JsonProperty("a_b") private String x; }',
      'public class T { private String x; }',
      ['serialised-name-changed'],
    ],
    [
      'jackson prop added differing',
      'public class T { private String x; public String getX() { return x; } }',
      'public class T { @JsonProperty("y") private String x; public String getX() { return x; } }',
      ['serialised-name-changed'],
    ],
    [
      'jackson record',
      'public record T(@JsonProperty("a") String x) { }',
      'public record T(@JsonProperty("b") String x) { }',
      ['serialised-name-changed'],
    ],
    [
      'jackson record name',
      'public record T(@JsonProperty("a") String x) { }',
      'public record T(@JsonProperty("a") String y) { }',
      ['record-component-added', 'record-component-removed'],
    ],
    [
      'jackson naming',
      '@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) public class T { private String firstName; }',
      'public class T { private String firstName; }',
      ['serialised-naming-changed'],
    ],
    [
      'jackson alias kept',
      'public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty("b") @JsonAlias("a") private String x; }',
      [],
    ],
    [
      'jackson ignore added',
      'public class T { private String x; public String getX() { return x; } }',
      'public class T { @JsonIgnore private String x; public String getX() { return x; } }',
      ['serialised-member-ignored'],
    ],
    [
      'jackson ignore properties',
      '@JsonIgnoreProperties(ignoreUnknown = true) public class T { @JsonProperty("a") private String x; }',
      '@JsonIgnoreProperties({"a"}) public class T { @JsonProperty("a") private String x; }',
      ['serialised-member-ignored', 'serialised-unknown-refused'],
    ],
    [
      'jackson ignoreUnknown off',
      '@JsonIgnoreProperties(ignoreUnknown = true) public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty("a") private String x; }',
      ['serialised-unknown-refused'],
    ],
    [
      'jackson typename',
      '@JsonTypeName("card") public class T { }',
      '@JsonTypeName("creditCard") public class T { }',
      ['serialised-type-mark-changed'],
    ],
    [
      'jackson subtypes',
      '@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "a"), @JsonSubTypes.Type(value = B.class, name = "b")}) public interface T { }',
      '@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "a")}) public interface T { }',
      ['serialised-subtype-changed'],
    ],
    [
      'jackson subtype name',
      '@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "a")}) public interface T { }',
      '@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "z")}) public interface T { }',
      ['serialised-subtype-changed'],
    ],
    [
      'jackson typeinfo',
      '@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") public interface T { }',
      '@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind") public interface T { }',
      ['serialised-type-mark-changed'],
    ],
    [
      'jackson format',
      'public class T { @JsonProperty("at") @JsonFormat(pattern = "yyyy-MM-dd") private Date x; }',
      'public class T { @JsonProperty("at") @JsonFormat(pattern = "dd.MM.yyyy") private Date x; }',
      ['serialised-format-changed'],
    ],
    [
      'jackson include',
      '@JsonInclude(JsonInclude.Include.ALWAYS) public class T { @JsonProperty("at") private Date x; }',
      '@JsonInclude(JsonInclude.Include.NON_NULL) public class T { @JsonProperty("at") private Date x; }',
      ['serialised-inclusion-changed'],
    ],
    [
      'jackson enum value',
      'public enum T { @JsonProperty("a") X, @JsonProperty("b") Y }',
      'public enum T { @JsonProperty("aa") X, @JsonProperty("b") Y }',
      ['serialised-name-changed'],
    ],
    [
      'jackson getter',
      'public class T { @JsonProperty("a") public String getX() { return x; } }',
      'public class T { @JsonProperty("b") public String getX() { return x; } }',
      ['serialised-name-changed'],
    ],
    [
      'jackson required',
      'public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty(value = "a", required = true) private String x; }',
      ['serialised-member-required'],
    ],
    [
      'jackson dto field renamed',
      'public class T { @JsonProperty private String x; }',
      'public class T { @JsonProperty private String y; }',
      ['serialised-member-removed'],
    ],
    [
      'jackson access',
      'public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty(value = "a", access = JsonProperty.Access.WRITE_ONLY) private String x; }',
      ['serialised-member-ignored'],
    ],
    [
      'jackson unwrapped',
      'public class T { @JsonProperty("a") private Addr x; }',
      'public class T { @JsonUnwrapped private Addr x; }',
      ['serialised-member-unwrapped', 'serialised-name-changed'],
    ],
    [
      'gson',
      'public class T { @SerializedName("a") private String x; }',
      'public class T { @SerializedName("b") private String x; }',
      ['serialised-name-changed'],
    ],
    [
      'gson alternate',
      'public class T { @SerializedName("a") private String x; }',
      'public class T { @SerializedName(value = "b", alternate = {"a"}) private String x; }',
      [],
    ],
    [
      'jaxb',
      '@XmlRootElement(name = "order") public class T { @XmlElement(name = "a") private String x; }',
      '@XmlRootElement(name = "purchase") public class T { @XmlElement(name = "a") private String x; }',
      ['serialised-name-changed'],
    ],
    [
      'uid changed',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; }',
      'public class T implements Serializable { private static final long serialVersionUID = 2L; }',
      ['serial-version-uid-changed'],
    ],
    [
      'uid removed',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; int a; }',
      'public class T implements Serializable { int a; }',
      ['serial-version-uid-removed'],
    ],
    [
      'uid same other form',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; }',
      'public class T implements Serializable { private static final long serialVersionUID = 1l; }',
      [],
    ],
    [
      'uid same underscores',
      'public class T implements Serializable { private static final long serialVersionUID = 1000L; }',
      'public class T implements Serializable { private static final long serialVersionUID = 1_000L; }',
      [],
    ],
    [
      'serial field retyped',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private int a; }',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private String a; }',
      ['serial-field-type-changed'],
    ],
    [
      'serial field removed',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private int a; private int b; }',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private int a; }',
      [],
    ],
    [
      'serial field transient',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private int a; }',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private transient int a; }',
      ['serial-field-dropped'],
    ],
    [
      'no longer serializable',
      'public class T implements Serializable { private static final long serialVersionUID = 1L; private int a; }',
      'public class T { private int a; }',
      ['type-supertype-removed'],
    ],
    [
      'externalizable',
      'public class T implements Serializable { private int a; }',
      'public class T implements Externalizable { private int a; public void writeExternal(ObjectOutput o) { x(); } public void readExternal(ObjectInput o) { x(); } }',
      ['serial-form-changed'],
    ],
    [
      'jackson private member removed',
      'public class T { @JsonProperty("a") private String x; @JsonProperty("b") private String y; }',
      'public class T { @JsonProperty("b") private String y; }',
      ['serialised-member-removed'],
    ],
    [
      'jackson two private members removed',
      'public class T { @JsonProperty("a") private String x; @JsonProperty("b") private String y; @JsonProperty("c") private String z; }',
      'public class T { @JsonProperty("b") private String y; }',
      ['serialised-member-removed'],
    ],
    [
      'jackson private member to getter',
      'public class T { @JsonProperty("a") private String x; @JsonProperty("b") private String y; }',
      'public class T { private String x; @JsonProperty("a") public String getX() { return x; } @JsonProperty("b") private String y; }',
      [],
    ],
    [
      'jackson private member to super',
      'public class T { @JsonProperty("a") private String x; @JsonProperty("b") private String y; }',
      'public class T extends Base { @JsonProperty("b") private String y; }',
      [],
    ],
    [
      'jackson field renamed w same name',
      'public class T { @JsonProperty("a") private String x; }',
      'public class T { @JsonProperty("a") private String why; }',
      [],
    ],
    [
      'jackson ignore of unannotated internal',
      'class T { private String x; String getX() { return x; } }',
      'class T { private String z; String getZ() { return z; } }',
      [],
    ],
  ]);
});
