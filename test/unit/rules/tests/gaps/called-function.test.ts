import assert from 'node:assert/strict';
import { isCallOf, type Certainty } from '../../../../../src/rules/tests/gaps/called-function.ts';
import { callSitesIn } from '../../../../../src/rules/tests/gaps/call-sites.ts';
import { seenInJava, seenInScript, type Seen } from '../../../code/flow/scopes.ts';

/** Whether the call of `name` beside the first `see` is one of the function that has the second. */
function certainty(name: string, { scope: test }: Seen, { scope: code }: Seen): Certainty {
  const [site] = callSitesIn(test).get(name) ?? [];
  assert.ok(site);
  const first = isCallOf(site, code);
  assert.equal(isCallOf(site, code), first);
  return first;
}

const cart = (parameters: string, others = ''): string =>
  `package a;\n\npublic class Cart extends Basket {\n  int half(${parameters}) { return see(1); }\n${others}\n}\n`;

async function inJava(call: string, parameters = 'int n', others = '', header = '', members = ''): Promise<Certainty> {
  const test = `package a;\n${header}\nclass CartTest {\n${members}\nvoid run() { see(1); ${call}; }\n}\n`;
  return certainty('half', await seenInJava(test), await seenInJava(cart(parameters, others)));
}

describe('a call of a test in Java', () => {
  const byReceiver: readonly (readonly [string, Certainty])[] = [
    ['new Cart().half(4)', 'yes'],
    ['Cart cart = new Cart(); cart.half(4)', 'yes'],
    ['Basket cart = open(); cart.half(4)', 'yes'],
    ['Order order = new Order(); order.half(4)', 'no'],
    ['Cart cart = open(); cart.with(3).half(4)', 'yes'],
    ['open().half(4)', 'maybe'],
    ['this.half(4)', 'maybe'],
    ['super.half(4)', 'maybe'],
    ['half(4)', 'maybe'],
    ['verify(cart).half(4)', 'no'],
  ];
  for (const [call, answer] of byReceiver)
    it(`${call} is ${answer}`, async () => {
      assert.equal(await inJava(call), answer);
    });

  const byArguments: readonly (readonly [string, string, Certainty])[] = [
    ['half(null)', 'int n', 'no'],
    ['half(null)', 'String n', 'yes'],
    ['half("a")', 'int n', 'no'],
    ['half("a")', 'String n', 'yes'],
    ['half("a")', 'CharSequence n', 'yes'],
    ['half(1)', 'String n', 'no'],
    ['half(1)', 'long n', 'yes'],
    ['half(1)', 'Number n', 'yes'],
    ['half(1)', 'Cart n', 'no'],
    ['half(true)', 'int n', 'no'],
    ['half(true)', 'boolean n', 'yes'],
    ['half()', 'int n', 'no'],
    ['half(1, 2)', 'int n', 'no'],
    ['half(1, 2)', 'int... n', 'yes'],
    ['half()', 'int... n', 'yes'],
    ['half()', 'String a, int... n', 'no'],
    ['half("a", 2, 3)', 'String a, int... n', 'yes'],
    ['half()', '', 'yes'],
  ];
  for (const [call, parameters, answer] of byArguments)
    it(`${call} is ${answer} for (${parameters})`, async () => {
      assert.equal(await inJava(`new Cart().${call}`, parameters), answer);
    });

  it('goes to the overload that has just the type', async () => {
    const given = 'Item item = open(); new Cart().half(item)';
    assert.equal(await inJava(given, 'Item n', 'int half(Order n) { return 1; }'), 'yes');
    assert.equal(await inJava(given, 'Thing n', 'int half(Item n) { return 1; }'), 'no');
    assert.equal(await inJava(given, 'Thing n', 'int half(Order n) { return 1; }'), 'yes');
  });
  it('goes to the overload of whose type it is said to be a kind', async () => {
    const other = '  int half(Selector s) { return 2; }';
    const call = 'FileReader file = open(); new Cart().half(file)';
    assert.equal(await inJava(call, 'Reader reader', other), 'yes');
    assert.equal(await inJava(call, 'Selector selector', '  int half(Reader r) { return 2; }'), 'no');
  });
  it('goes to neither of two overloads that both could be given nothing', async () => {
    const given = 'new Cart().half(null)';
    assert.equal(await inJava(given, 'String n', 'int half(Map<String, Item> n) { return 1; }'), 'no');
    assert.equal(await inJava(given, 'String n', 'int half(Object n) { return 1; }'), 'yes');
    assert.equal(await inJava(given, 'String n', 'int half(int n) { return 1; }'), 'yes');
    assert.equal(await inJava(given, 'String n', 'int half(Map<String, Item> n, int m) { return 1; }'), 'yes');
  });
  it('goes to the type that a static import names', async () => {
    assert.equal(await inJava('half(4)', 'int n', '', 'import static a.Cart.half;'), 'yes');
    assert.equal(await inJava('half(4)', 'int n', '', 'import static a.Order.half;'), 'no');
  });
  it('goes to the function of the test that has the name', async () => {
    assert.equal(await inJava('half(4)', 'int n', '', '', 'int half(int n) { return n; }'), 'no');
  });
  it('does not run what a stand-in stands for', async () => {
    assert.equal(await inJava('cart.half(4)', 'int n', '', '', '@Mock Cart cart;'), 'no');
    assert.equal(await inJava('this.cart.half(4)', 'int n', '', '', '@MockBean Cart cart;'), 'no');
    assert.equal(await inJava('cart.half(4)', 'int n', '', '', '@Autowired Cart cart;'), 'yes');
  });
  it('goes to what a subtype of the test inherits', async () => {
    assert.equal(await inJava('Small cart = new Small(); cart.half(4)', 'int n', '', '', 'static class Small extends Cart {}'), 'yes');
    assert.equal(await inJava('Small cart = new Small(); cart.half(4)', 'int n', '', '', 'static class Small extends Order {}'), 'no');
  });
  it('is one of the constructor where it makes the type', async () => {
    const code = await seenInJava('package a;\nclass Cart {\n  Cart(int n) { see(n); }\n}\n');
    const test = (call: string): Promise<Seen> => seenInJava(`class CartTest {\n  void run() { see(1); ${call}; }\n}\n`);
    assert.equal(certainty('Cart', await test('new Cart(1)'), code), 'yes');
    assert.equal(certainty('Cart', await test('new Cart()'), code), 'no');
  });
});

describe('a call of a test in TypeScript', () => {
  const inScript = async (imports: string, call = 'half(4)', path = 'src/cart.ts'): Promise<Certainty> => {
    const code = await seenInScript('export function half(n: number) { return see(n); }\n', path);
    return certainty('half', await seenInScript(`${imports}\nsee(1);\n${call};\n`, 'test/cart.test.ts'), code);
  };
  const cases: readonly (readonly [string, Certainty])[] = [
    ["import { half } from '../src/cart';", 'yes'],
    ["import { half } from '../src/cart.ts';", 'yes'],
    ["import { half } from '../src/cart.js';", 'yes'],
    ["import { half } from './../src/cart';", 'yes'],
    ["import { half } from '../lib/cart';", 'no'],
    ["import { half } from '../src/all';", 'maybe'],
    ["import { half } from '@shop/cart';", 'maybe'],
    ['', 'maybe'],
    ['function half(n: number) { return n; }', 'no'],
  ];
  for (const [imports, answer] of cases)
    it(`is ${answer} with ${imports || 'no import'}`, async () => {
      assert.equal(await inScript(imports), answer);
    });
  it('is one of the index where its folder is imported', async () => {
    assert.equal(await inScript("import { half } from '../src/cart';", 'half(4)', 'src/cart/index.ts'), 'yes');
  });
  it('is one where a module gives the type a name of its own', async () => {
    const code = await seenInScript('export class Cart {\n  half(n: number) { return see(n); }\n}\n', 'src/cart.ts');
    const test = (text: string): Promise<Seen> => seenInScript(`${text}\nsee(1);\n`, 'test/cart.test.ts');
    assert.equal(certainty('half', await test("import { Cart as Basket } from '../src/cart';\nnew Basket().half(4);"), code), 'yes');
    assert.equal(certainty('half', await test("import { Order } from '../src/order';\nnew Order().half(4);"), code), 'no');
    assert.equal(certainty('half', await test("import { Cart } from '../src/cart';\nnew Cart().half(4);"), code), 'yes');
  });
});
