import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const code = 'src/main/java/shop/Checkout.java';
const test = 'src/test/java/shop/CheckoutTests.java';

const checkout = (body: string): string =>
  `package shop;\n\nclass Checkout {\n  private Mails mails;\n  private Stock stock;\n\n  Receipt pay(Order order) {\n    ${body}\n  }\n}\n`;
const tests = (body: string): string =>
  `package shop;\n\n@ExtendWith(MockitoExtension.class)\nclass CheckoutTests {\n  @Mock Mails mails;\n  @Mock Stock stock;\n  @InjectMocks Checkout checkout;\n\n  @Test\n  void pays() {\n    ${body} assertThat(checkout.pay(order)).isNotNull();\n  }\n}\n`;

async function check(base: string, head: string, body: string, finds: readonly string[]): Promise<void> {
  await expectFindings(
    untestedChange,
    { [code]: checkout(base), [test]: tests(body) },
    { [code]: checkout(head), [test]: tests(body) },
    finds.map((each) => `${code}:7 \`Checkout.pay\` behaves differently now (${each}); no test shows it.`),
  );
}

describe('older tests with stand-ins', () => {
  const pays = 'mails.send(order); return stock.receipt(order);';
  const reserves = 'stock.reserveAll(order); mails.send(order); return stock.receipt(order);';
  const reserving = ['`stock.reserveAll(order)`'];
  it('show a call that they verify and nothing made before', () =>
    check(pays, reserves, 'verify(stock, timeout(9)).reserveAll(any());', []));
  it('show a call for which they have an answer and that nothing made before', () =>
    check(pays, reserves, 'when(stock.reserveAll(order)).thenReturn(true);', []));
  it('show one by what a stand-in does', () => check(pays, reserves, 'doNothing().when(stock).reserveAll(order);', []));
  it('show no call that they themselves make', () => check(pays, reserves, 'stock.reserveAll(order);', reserving));
  it('show no call that the file made before', () =>
    check(
      'stock.prepare(order); return stock.receipt(order);',
      'stock.prepare(order); if (order.isLarge()) stock.prepare(order); return stock.receipt(order);',
      'verify(stock).prepare(order);',
      ['`if (order.isLarge()) stock.prepare(order);`'],
    ));

  const found = 'Receipt receipt = stock.receipt(order); return receipt;';
  const asked = 'Receipt receipt = stock.receipt(order); if (receipt == null) return Receipt.NONE; return receipt;';
  const asking = ['`if (receipt == null) return Receipt.NONE;`'];
  it('show what is asked for nothing where they have nothing be given', () =>
    check(found, asked, 'when(stock.receipt(order)).thenReturn(null);', []));
  it('do not show it where they have something be given', () =>
    check(found, asked, 'when(stock.receipt(order)).thenReturn(mock());', asking));
  it('do not show it where they have nothing be given for something else', () =>
    check(found, asked, 'when(stock.price(order)).thenReturn(null);', asking));

  const skips = `if (order.quiet()) return null; ${pays}`;
  const skipping = ['`if (order.quiet()) return null;`'];
  it('show that what was always called is left alone', () => check(pays, skips, 'verifyNoInteractions(mails);', []));
  it('show that a call that was always made is not made', () => check(pays, skips, 'verify(mails, never()).send(any());', []));
  it('show it in the words of behaviour', () => check(pays, skips, 'then(mails).should(never()).send(any());', []));
  it('do not show it where another call was never made', () => check(pays, skips, 'verify(mails, never()).delete(any());', skipping));
  it('do not show it where it was not always made before', () =>
    check(
      'if (order.paid()) mails.send(order); return stock.receipt(order);',
      'if (order.paid()) mails.send(order); if (order.quiet()) return null; return stock.receipt(order);',
      'verify(mails, never()).send(any());',
      skipping,
    ));
});
