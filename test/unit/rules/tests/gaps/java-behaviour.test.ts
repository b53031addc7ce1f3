import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const code = 'src/main/java/a/Cart.java';
const test = 'src/test/java/a/CartTest.java';

const cart = (...members: readonly string[]): string =>
  `package a;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const testsOf = (...cases: readonly string[]): string => `package a;\n\nclass CartTest {\n${cases.join('\n')}\n}\n`;
const caseOf = (name: string, body: string): string => `  @Test\n  void ${name}() {\n    ${body}\n  }\n`;
const works = caseOf('works', 'assertEquals(3, new Cart().total("plain", 1));');

/** What is found after a change of the class alone. */
async function check(base: readonly string[], head: readonly string[], cases: readonly string[], finds: readonly string[]): Promise<void> {
  const tests = { [test]: testsOf(works, ...cases) };
  await expectFindings(
    untestedChange,
    { ...tests, [code]: cart(...base) },
    { ...tests, [code]: cart(...head) },
    finds.map((each) => `${code}:${each}`),
  );
}

const shows = (name: string, what: string): string => `\`${name}\` behaves differently now (${what}); no test shows it.`;

describe('what is behaviour in Java', () => {
  const pattern = (added: string): string =>
    `static final Pattern WORD;\n  static {\n    StringBuilder text = new StringBuilder();\n    text.append("[a-z${added}]+");\n    WORD = Pattern.compile(text.toString());\n  }`;
  it('is what a static initialiser does', () =>
    check([pattern('')], [pattern('*')], [], [`5 ${shows('static {} of Cart', '`text.append("[a-z*]+")`')}`]));

  const total = (body: string): string => `int total(String kind, int tax) {\n    ${body}\n    return sum() + tax;\n  }`;
  it('is that the same error says something else, told where it is thrown', () =>
    check(
      [total('if (tax < 0) throw new IllegalStateException("Broken old cart: tax below zero");')],
      [
        total(
          'if (kind == null) throw new IllegalStateException("Broken old cart: no kind");\n    if (tax < 0) throw new IllegalStateException("Broken old cart: tax below zero");',
        ),
      ],
      [],
      [
        `4 ${shows('Cart.total', '`if (kind == null) throw new IllegalStateException("Broken old cart: no kind");` and `throws IllegalStateException`')}`,
      ],
    ));
  it('is not what text is gathered in, or handed on through', () =>
    check(
      ['String told() {', '  StringWriter out = new StringWriter();', '  tell(out);', '  return out.toString();', '}'],
      [
        'String told() {',
        '  StringBuilder out = new StringBuilder();',
        '  tell(Streams.writerFor(out));',
        '  return out.toString();',
        '}',
      ].map((line) => line.replace('writerFor(', 'writerForAppendable(')),
      [],
      [],
    ));
  it('is not where more is to be read', () =>
    check(
      [total('warn("Read more at https://example.org/old/page.html today");')],
      [total('warn("Read more at https://example.org/new/page.html today");')],
      [],
      [],
    ));
  it('is the address that is asked', () =>
    check(
      [total('load("https://example.org/old");')],
      [total('load("https://example.org/new");')],
      [],
      [`4 ${shows('Cart.total', '`load("https://example.org/new")`')}`],
    ));
  it('is not whether a list is made at once or filled', () =>
    check(
      [
        'List<String> heads(boolean all) {',
        'return table(all ? Arrays.asList("Name", "Since", "Text") : Arrays.asList("Name", "Text"));',
        '}',
      ],
      [
        'private static final String NAME = "Name";',
        'List<String> heads(boolean all) {',
        'List<String> heads = new ArrayList<>();',
        'heads.add(NAME);',
        'if (all) {',
        'heads.add("Since");',
        '}',
        'heads.add("Text");',
        'return table(heads);',
        '}',
      ],
      [],
      [],
    ));
  it('is that a list is filled with something else', () =>
    check(
      ['List<String> heads() {', 'return table(Arrays.asList("Name", "Text"));', '}'],
      [
        'private static final String NAME = "Title";',
        'List<String> heads() {',
        'List<String> heads = new ArrayList<>();',
        'heads.add(NAME);',
        'heads.add("Text");',
        'return table(heads);',
        '}',
      ],
      [],
      [`5 ${shows('Cart.heads', '`List<String> heads = new ArrayList<>();`')}`],
    ));

  const equals = (more: string): string =>
    `private String name;\n  private String kind;\n  @Override\n  public boolean equals(Object other) {\n    if (!(other instanceof Cart)) return false;\n${more}    return name.equals(((Cart) other).name);\n  }`;
  const compared = equals('    if (!kind.equals(((Cart) other).kind)) return false;\n');
  it('is that things differ by what they had before', () =>
    check([equals('')], [compared], [], [`7 ${shows('Cart.equals', '`if (!kind.equals(((Cart) other).kind)) return false;`')}`]));
  it('is shown by a test of equality that names it', () =>
    check([equals('')], [compared], [caseOf('equalsKind', 'assertNotEquals(new Cart("a", Kind.OLD), new Cart("a", Kind.NEW));')], []));
  it('is not that things differ by what is new about them', () =>
    check([equals('').replace('  private String kind;\n', '')], [compared], [], []));

  const accessor = 'private Boolean open;\n  Boolean open() { return open; }';
  it('is that new data is asked for', () =>
    check(
      [total('')],
      [accessor, total('if (other.open() != null) close();')],
      [],
      [`6 ${shows('Cart.total', '`if (other.open() != null) close();`')}`],
    ));
});

describe('what is only logged in Java', () => {
  const done = (given: string): readonly string[] => [`Mono<Void> drop(Item item) { return store.drop(item).doOnSuccess(${given}); }`];
  it('is no behaviour in a lambda that does nothing else', () =>
    check(done('gone -> log.info("{} is gone", item)'), done('gone -> log.info("{} is gone", item.name())'), [], []));
});

describe('what functions go by in Java', () => {
  const bounded = (limit: string, more = ''): readonly string[] => [
    `private static final ${limit};`,
    `int capped(int tax) { return tax > LIMIT ? 0 : tax; }${more}`,
  ];
  const rules: readonly (readonly [name: string, before: string, now: string])[] = [
    ['a limit', 'int LIMIT = 100', 'int LIMIT = 50'],
    ['a time', 'Duration LIMIT = Duration.ofSeconds(30)', 'Duration LIMIT = Duration.ofSeconds(60)'],
    ['a format', 'String LIMIT = "yyyy"', 'String LIMIT = "yyyy-MM"'],
    ['a table', 'Map<String, Integer> LIMIT = Map.of("a", 1)', 'Map<String, Integer> LIMIT = Map.of("a", 1, "b", 2)'],
    ['a list', 'String[] LIMIT = { "a" }', 'String[] LIMIT = { "a", "b" }'],
    ['a pattern', 'Pattern LIMIT = Pattern.compile("a+")', 'Pattern LIMIT = Pattern.compile("a*")'],
  ];
  for (const [name, before, now] of rules)
    it(`is ${name}`, () =>
      check(bounded(before), bounded(now), [], [`4 ${shows('Cart.LIMIT', `\`${now.slice(now.indexOf('LIMIT'))}\``)}`]));
  it('is how a field begins', () =>
    check(['private boolean strict = true;'], ['private boolean strict = false;'], [], [`4 ${shows('Cart.strict', '`strict = false`')}`]));
  it('is shown by a test that says it', () =>
    check(bounded('int LIMIT = 100'), bounded('int LIMIT = 50'), [caseOf('caps', 'assertEquals(50, new Cart().capped(50));')], []));
  it('is no number of a release, and no name for what was there', async () => {
    await check(['private static final long serialVersionUID = 1L;'], ['private static final long serialVersionUID = 2L;'], [], []);
    await check(['int capped(int tax) { return tax > 100 ? 0 : tax; }'], bounded('int LIMIT = 100'), [], []);
  });
  it('is no text for people', () =>
    check(bounded('String LIMIT = "That is too much"'), bounded('String LIMIT = "That is a bit too much"'), [], []));
});

describe('what older tests show in Java', () => {
  const refusing = (body: string): string =>
    `void name(String name) {\n    if (done) throw new IllegalArgumentException("done");\n${body}    this.name = read(name);\n  }`;
  const changed = [refusing('    Objects.requireNonNull(name, "name");\n')];
  const found = [`4 ${shows('Cart.name', '`Objects.requireNonNull(name, "name")`')}`];
  it('is not that null is refused where an empty text is refused with another error', () =>
    check([refusing('')], changed, [caseOf('refuses', 'assertThrows(IllegalArgumentException.class, () -> new Cart().name(""));')], found));
  it('is that null is refused where it is given', () =>
    check([refusing('')], changed, [caseOf('refuses', 'assertThrows(NullPointerException.class, () -> new Cart().name(null));')], []));
  it('is not what every message says that refuses something', () =>
    check(
      ['void kind(Kind kind) {', 'this.kind = known(kind);', '}'],
      ['void kind(Kind kind) {', 'Assert.notNull(kind, "kind cannot be null");', 'this.kind = known(kind);', '}'],
      [caseOf('refuses', 'assertThatThrownBy(() -> new Cart().name(null)).hasMessage("name cannot be null");')],
      [`4 ${shows('Cart.kind', '`Assert.notNull(kind, "kind cannot be null")`')}`],
    ));
  it('is an error that a test is called after', () =>
    check(
      ['void load(Source source) {', 'this.read(source.head());', '}'],
      [
        'void load(Source source) {',
        'Head head = source.head();',
        'if (head.last() < 0) throw new BrokenCart("missing main header");',
        'this.read(head);',
        '}',
      ],
      [caseOf('missingMainHeader', 'assertThrows(BrokenCart.class, () -> Cart.of(new byte[0]));')],
      [],
    ));
  it('is no error that a type of tests is called after', async () => {
    const styles = (name: string): Record<string, string> => ({
      'src/test/java/a/StyleTest.java': `package a;\n\nclass StyleTest {\n  @Test\n  void ${name}() {\n    new Cart();\n    assertThrows(IllegalArgumentException.class, () -> new Style(9));\n  }\n}\n`,
    });
    const dressed = (body: string): string => cart(`void dress(int style) {\n    ${body}\n    this.look = looks.get(style);\n  }`);
    const [base, head] = [dressed(''), dressed('if (style > 3) throw new IllegalArgumentException("Invalid: " + style);')];
    await expectFindings(untestedChange, { [code]: base, ...styles('validates') }, { [code]: head, ...styles('validates') }, [
      `${code}:4 ${shows('Cart.dress', '`if (style > 3) throw new IllegalArgumentException("Invalid: " + style);` and `throws IllegalArgumentException`')}`,
    ]);
  });
  it('is not what any program uses', () =>
    check(
      [total2('return sum();')],
      [total2('return System.identityHashCode(this) + sum();')],
      [caseOf('tells', 'System.out.println(new Cart().total2()); assertEquals(1, new Cart().hashCode());')],
      [`4 ${shows('Cart.total2', '`return System.identityHashCode(this) + sum();`')}`],
    ));
});

function total2(body: string): string {
  return `int total2() {\n    ${body}\n  }`;
}
