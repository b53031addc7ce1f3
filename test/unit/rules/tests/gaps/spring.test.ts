import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { untestedEdgeCase } from '../../../../../src/rules/tests/untested-edge-case.ts';
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

const expects = (request: string, status: string): string => `mvc.perform(${request}).andExpect(status().${status});`;

async function checkErrors(handler: string, added: readonly string[], finds: readonly string[]): Promise<void> {
  const old = [asksFor('get("/orders/1")')];
  await expectFindings(
    untestedEdgeCase,
    { [controller]: controllerOf(show), [test]: mockMvcTest(...old) },
    { [controller]: controllerOf(handler), [test]: mockMvcTest(...old, ...added) },
    finds.map((each) => `${controller}:${each}`),
  );
}

describe('errors of Spring applications', () => {
  const missing = show.replace('orElseThrow()', 'orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))');
  const works = asksFor('get("/orders/2")');
  it('are edge cases where a lookup ends in a status that no test expects', () =>
    checkErrors(missing, [works], ['9 `OrderController.show` now throws ResponseStatusException; no test expects it.']));
  it('are shown by a test that expects the status', () => checkErrors(missing, [works, expects('get("/orders/3")', 'isNotFound()')], []));
  it('are shown by a test that expects the kind of status', () =>
    checkErrors(missing, [works, expects('get("/orders/3")', 'is4xxClientError()')], []));
  it('are not shown by a test that expects another status', () =>
    checkErrors(
      missing,
      [works, expects('get("/orders/x")', 'isBadRequest()')],
      ['9 `OrderController.show` now throws ResponseStatusException; no test expects it.'],
    ));

  const answering =
    '@GetMapping("/{id}")\n  ResponseEntity<Order> show(@PathVariable long id) {\n    Order order = orders.find(id).orElse(null);\n    if (order == null) return ResponseEntity.notFound().build();\n    return ResponseEntity.ok(order);\n  }';
  it('are edge cases where a handler answers a status that no test expects', () =>
    checkErrors(answering, [works], ['11 `OrderController.show` now answers 404; no test expects it.']));
  it('are shown by a test of the answer', () => checkErrors(answering, [works, expects('get("/orders/3")', 'isNotFound()')], []));
  it('are shown by a test that has the number', () =>
    checkErrors(answering, [works, 'assertEquals(404, rest.getForEntity("/orders/3", Order.class).getStatusCode().value());'], []));
});

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
  const shop = '@ModelAttribute("shop")\n  Shop shop() { return orders.shop().orElse(Shop.DEFAULT); }';
  it('take what runs with every request now for shown by none that was there before', () =>
    check([show], [show, shop], [asksFor('get("/orders/1")')], ['12 `OrderController.shop` is new and no test shows it.']));
  it('take it for shown by one of the change', () =>
    expectFindings(
      untestedChange,
      { [controller]: controllerOf(show), [test]: mockMvcTest(asksFor('get("/orders/1")')) },
      {
        [controller]: controllerOf(show, shop),
        [test]: mockMvcTest('mvc.perform(get("/orders/1")).andExpect(model().attributeExists("shop"));'),
      },
      [],
    ));

  const repository = (query: string): Record<string, string> => ({
    'src/main/java/shop/OrderRepository.java': `package shop;\n\ninterface OrderRepository extends JpaRepository<Order, Long> {\n  ${query}\n  List<Order> findOpen();\n}\n`,
    'src/test/java/shop/OrderRepositoryTests.java':
      'package shop;\n\n@DataJpaTest\nclass OrderRepositoryTests {\n  @Autowired OrderRepository orders;\n\n  @Test\n  void open() {\n    assertThat(orders.findOpen()).hasSize(2);\n  }\n}\n',
  });
  it('see another query of a repository', () =>
    expectFindings(
      untestedChange,
      repository('@Query("select o from Order o")'),
      repository('@Query("select o from Order o where o.paid = false")'),
      [
        'src/main/java/shop/OrderRepository.java:5 `OrderRepository.findOpen` behaves differently now (`@Query("select o from Order o where o.paid = false")`); no test shows it.',
      ],
    ));

  const service = 'src/main/java/shop/OrderService.java';
  const serviceOf = (body: string): string =>
    `package shop;\n\n@Service\nclass OrderService {\n  private final OrderRepository orders;\n\n  @Transactional\n  public Order place(Order order) {\n    ${body}\n    return orders.save(order);\n  }\n}\n`;
  const serviceTest = (...bodies: readonly string[]): Record<string, string> => ({
    'src/test/java/shop/OrderServiceTests.java': `package shop;\n\n@ExtendWith(MockitoExtension.class)\nclass OrderServiceTests {\n  @Mock OrderRepository orders;\n  @InjectMocks OrderService service;\n\n${bodies.map((body, index) => `  @Test\n  void places${index}() {\n    ${body}\n  }\n`).join('\n')}}\n`,
  });
  const places = 'assertThat(service.place(new Order(3))).isNotNull();';
  const limit = 'if (order.items() > 100) throw new IllegalArgumentException("too many items");';
  it('see a new rule of a service behind mocks', () =>
    expectFindings(
      untestedChange,
      { [service]: serviceOf(''), ...serviceTest(places) },
      { [service]: serviceOf(limit), ...serviceTest(places) },
      [
        `${service}:8 \`OrderService.place\` behaves differently now (\`if (order.items() > 100) throw new IllegalArgumentException("too many items");\` and \`throws IllegalArgumentException\`); no test shows it.`,
      ],
    ));
  it('take a test of a service that expects its new error', () =>
    expectFindings(
      untestedChange,
      { [service]: serviceOf(''), ...serviceTest(places) },
      {
        [service]: serviceOf(limit),
        ...serviceTest(places, 'assertThatThrownBy(() -> service.place(new Order(101))).hasMessage("too many items");'),
      },
      [],
    ));
  it('take an older test of a service that expects its new error', async () => {
    const tests = serviceTest(places, 'assertThatThrownBy(() -> service.place(new Order(101))).hasMessage("too many items");');
    await expectFindings(untestedChange, { [service]: serviceOf(''), ...tests }, { [service]: serviceOf(limit), ...tests }, []);
  });

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
