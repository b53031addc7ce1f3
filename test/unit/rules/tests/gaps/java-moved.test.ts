import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings, type Texts } from '../../rule-cases.ts';

const tests = 'package a;\n\nclass CartTest {\n  @Test\n  void works() {\n    assertEquals(3, new Cart().run(1));\n  }\n}\n';
const cases: readonly (readonly [what: string, base: Texts, head: Texts])[] = [
  [
    'static import',
    {
      'src/main/java/a/Cart.java':
        'package a;\nimport java.util.List;\nclass Cart {\n  int run(int n) {\n    return Math.max(n, Limits.LIMIT) + 1;\n  }\n}\n',
    },
    {
      'src/main/java/a/Cart.java':
        'package a;\nimport static java.lang.Math.max;\nimport static a.Limits.LIMIT;\nclass Cart {\n  int run(int n) {\n    return max(n, LIMIT) + 1;\n  }\n}\n',
    },
  ],
  [
    'move method',
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart {\n  int run(int n) {\n    return tax(n) + 1;\n  }\n  private int tax(int n) {\n    if (n > 100) {\n      return n * 3;\n    }\n    return compute(n, 7);\n  }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nclass Other {\n  int x;\n}\n',
    },
    {
      'src/main/java/a/Cart.java': 'package a;\nclass Cart {\n  int run(int n) {\n    return Other.tax(n) + 1;\n  }\n}\n',
      'src/main/java/a/Other.java':
        'package a;\nclass Other {\n  int x;\n  static int tax(int amount) {\n    if (amount > 100) {\n      return amount * 3;\n    }\n    return compute(amount, 7);\n  }\n}\n',
    },
  ],
  [
    'class -> record',
    {
      'src/main/java/a/Cart.java':
        'package a;\npublic final class Cart {\n  private final String name;\n  private final int n;\n  public Cart(String name, int n) {\n    this.name = name;\n    this.n = n;\n  }\n  public String getName() {\n    return name;\n  }\n  public int getN() {\n    return n;\n  }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nclass Other {\n  String run(Cart c) {\n    return c.getName() + c.getN();\n  }\n}\n',
    },
    {
      'src/main/java/a/Cart.java': 'package a;\npublic record Cart(String name, int n) {}\n',
      'src/main/java/a/Other.java': 'package a;\nclass Other {\n  String run(Cart c) {\n    return c.name() + c.n();\n  }\n}\n',
    },
  ],
  [
    'lombok',
    {
      'src/main/java/a/Cart.java':
        'package a;\npublic class Cart {\n  private final Store store;\n  public Cart(Store store) {\n    this.store = Objects.requireNonNull(store, "store");\n  }\n  int run() {\n    return store.size() + 1;\n  }\n}\n',
    },
    {
      'src/main/java/a/Cart.java':
        'package a;\n@RequiredArgsConstructor\npublic class Cart {\n  private final Store store;\n  int run() {\n    return store.size() + 1;\n  }\n}\n',
    },
  ],
  [
    'split class',
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart {\n  int run(int n) {\n    if (n > 3) {\n      log(n);\n      return tax.of(n) * 2;\n    }\n    return 0;\n  }\n  String text(int n) {\n    StringBuilder b = new StringBuilder();\n    for (int i = 0; i < n; i++) {\n      b.append(names.get(i)).append(", ");\n    }\n    return b.toString();\n  }\n}\n',
    },
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart {\n  private final CartText text = new CartText(names);\n  int run(int n) {\n    if (n > 3) {\n      log(n);\n      return tax.of(n) * 2;\n    }\n    return 0;\n  }\n  String text(int n) {\n    return text.of(n);\n  }\n}\n',
      'src/main/java/a/CartText.java':
        'package a;\nclass CartText {\n  private final List<String> names;\n  CartText(List<String> names) {\n    this.names = names;\n  }\n  String of(int n) {\n    StringBuilder b = new StringBuilder();\n    for (int i = 0; i < n; i++) {\n      b.append(names.get(i)).append(", ");\n    }\n    return b.toString();\n  }\n}\n',
    },
  ],
  [
    'interface extracted',
    { 'src/main/java/a/Cart.java': 'package a;\nclass Cart {\n  public int run(int n) {\n    return load(n) + 3;\n  }\n}\n' },
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart implements Runs {\n  @Override\n  public int run(int n) {\n    return load(n) + 3;\n  }\n}\n',
      'src/main/java/a/Runs.java': 'package a;\npublic interface Runs {\n  int run(int n);\n}\n',
    },
  ],
  [
    'pull up',
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart extends Base {\n  public int run(int n) {\n    return total(n) + 3;\n  }\n  int total(int n) {\n    int t = 0;\n    for (Item i : items) t += i.price() * n;\n    return t;\n  }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nabstract class Base {\n}\n',
    },
    {
      'src/main/java/a/Cart.java': 'package a;\nclass Cart extends Base {\n  public int run(int n) {\n    return total(n) + 3;\n  }\n}\n',
      'src/main/java/a/Other.java':
        'package a;\nabstract class Base {\n  int total(int n) {\n    int t = 0;\n    for (Item i : items) t += i.price() * n;\n    return t;\n  }\n}\n',
    },
  ],
  [
    'constant moved',
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart {\n  static final String KEY = "cart.key";\n  String run(Map<String, String> m) {\n    return m.get(KEY) + 1;\n  }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nfinal class Keys {\n}\n',
    },
    {
      'src/main/java/a/Cart.java':
        'package a;\nclass Cart {\n  String run(Map<String, String> m) {\n    return m.get(Keys.CART_KEY) + 1;\n  }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nfinal class Keys {\n  static final String CART_KEY = "cart.key";\n}\n',
    },
  ],
];

describe('what has another place in Java', () => {
  for (const [what, base, head] of cases)
    it(`is no other behaviour: ${what}`, () => {
      const beside = { 'src/test/java/a/CartTest.java': tests };
      return expectFindings(untestedChange, { ...beside, ...base }, { ...beside, ...head }, []);
    });
});
