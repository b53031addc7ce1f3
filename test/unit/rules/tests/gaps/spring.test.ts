import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const controller = 'src/main/java/shop/OrderController.java';
const test = 'src/test/java/shop/OrderControllerTests.java';

const controllerOf = (...members: readonly string[]): string =>
  `package shop;\n\n@RestController\n@RequestMapping("/orders")\nclass OrderController {\n  private OrderRepository orders;\n\n${members.map((each) => `  ${each}\n`).join('\n')}}\n`;
const show = '@GetMapping("/{id}")\n  Order show(@PathVariable long id) { return orders.find(id).orElseThrow(); }';
const cancel =
  '@DeleteMapping("/{id}")\n  void cancel(@PathVariable long id) { orders.find(id).ifPresent(Order::cancel); orders.flush(); }';

const mockMvcTest = (...requests: readonly string[]): string =>
  `package shop;\n\n@WebMvcTest(OrderController.class)\nclass OrderControllerTests {\n  @Autowired MockMvc mvc;\n  @MockBean OrderRepository orders;\n\n${requests
    .map((request, index) => `  @Test\n  void request${index}() throws Exception {\n    ${request}\n  }\n`)
    .join('\n')}}\n`;
const asksFor = (request: string): string => `mvc.perform(${request}).andExpect(status().isOk());`;

async function check(
  base: readonly string[],
  head: readonly string[],
  requests: readonly string[],
  finds: readonly string[],
): Promise<void> {
  await expectFindings(
    untestedChange,
    { [controller]: controllerOf(...base), [test]: mockMvcTest(...requests) },
    { [controller]: controllerOf(...head), [test]: mockMvcTest(...requests) },
    finds.map((each) => `${controller}:${each}`),
  );
}

describe('test gaps of Spring applications', () => {
  it('take a request to its route for a call of a new handler', () =>
    check([show], [show, cancel], [asksFor('get("/orders/1")'), asksFor('delete("/orders/{id}", 7)')], []));
  it('see that another verb is another handler', () =>
    check([show], [show, cancel], [asksFor('get("/orders/1")')], ['12 `OrderController.cancel` is new and no test calls it.']));
  it('take a request of WebTestClient for a call', () =>
    check([show], [show, cancel], ['client.delete().uri("/orders/7").exchange().expectStatus().isOk();'], []));
  it('take no call on a mock for one', () =>
    check(
      [show],
      [show, 'List<Order> open() { return orders.findAll().stream().filter(Order::isOpen).toList(); }'],
      [`when(orders.open()).thenReturn(List.of()); ${asksFor('get("/orders/1")')}`],
      ['11 `OrderController.open` is new and no test calls it.'],
    ));
  it('see another route', () =>
    check(
      [show],
      [show.replace('/{id}', '/by-id/{id}')],
      [asksFor('get("/orders/1")')],
      ['9 `OrderController.show` behaves differently now (`show`); no test shows it.'],
    ));
  it('leave another way to write the same route alone', () =>
    check([show], [show.replace('@GetMapping("/{id}")', '@RequestMapping(path = "/{id}", method = RequestMethod.GET)')], [], []));
  it('see who may call a handler', () =>
    check(
      [show],
      [`@PreAuthorize("hasRole('CLERK')")\n  ${show}`],
      [asksFor('get("/orders/1")')],
      ['10 `OrderController.show` behaves differently now (`@PreAuthorize("hasRole(\'CLERK\')")`); no test shows it.'],
    ));
  it('take what runs with every request for called by each', () =>
    check(
      [show],
      [show, '@ModelAttribute("shop")\n  Shop shop() { return orders.shop().orElse(Shop.DEFAULT); }'],
      [asksFor('get("/orders/1")')],
      [],
    ));

  it('leave configuration alone', async () => {
    const path = 'src/main/java/shop/ShopConfiguration.java';
    const config = (body: string): string =>
      `package shop;\n\n@Configuration\nclass ShopConfiguration {\n  @Bean\n  Clock clock() { ${body} }\n}\n`;
    await expectFindings(
      untestedChange,
      { [path]: config('return Clock.systemUTC();'), [test]: mockMvcTest() },
      { [path]: config('return Clock.offset(Clock.systemUTC(), Duration.ofHours(1));'), [test]: mockMvcTest() },
      [],
    );
  });

  it('see another query and another schedule', async () => {
    const path = 'src/main/java/shop/Cleanup.java';
    const job = (cron: string): string =>
      `package shop;\n\nclass Cleanup {\n  @Scheduled(cron = "${cron}")\n  void run() { orders.deleteAll(orders.expired()); }\n}\n`;
    const jobTest =
      'package shop;\n\nclass CleanupTests {\n  @Test\n  void cleans() {\n    new Cleanup().run();\n    assertThat(orders.all()).isEmpty();\n  }\n}\n';
    const testPath = 'src/test/java/shop/CleanupTests.java';
    await expectFindings(
      untestedChange,
      { [path]: job('0 0 3 * * *'), [testPath]: jobTest },
      { [path]: job('0 0 4 * * *'), [testPath]: jobTest },
      [`${path}:5 \`Cleanup.run\` behaves differently now (\`@Scheduled(cron = "0 0 4 * * *")\`); no test shows it.`],
    );
  });
});
