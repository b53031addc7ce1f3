import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

/** One change of a Spring application with what was tested before, and the test that belongs to it. */
interface Scenario {
  readonly name: string;
  /** Name of the class, in the package `shop`. */
  readonly type: string;
  readonly code: (part: 'base' | 'head' | 'refactored') => string;
  /** Annotations of the test class and its fields. */
  readonly slice: string;
  readonly fields?: string;
  readonly old: string;
  readonly added: string;
  /** What is found where the added test is missing, after the path. */
  readonly finds: string;
}

const pick = (part: 'base' | 'head' | 'refactored', base: string, head: string, refactored: string): string =>
  ({ base, head, refactored })[part];

const mockMvc = '@Autowired MockMvc mvc;';

const scenarios: readonly Scenario[] = [
  {
    name: 'a controller that refuses',
    type: 'OrderController',
    slice: '@WebMvcTest(OrderController.class)',
    fields: mockMvc,
    code: (part) =>
      `@RestController\n@RequestMapping("/orders")\nclass OrderController {\n  @GetMapping("/{id}")\n  ResponseEntity<Order> show(@PathVariable long id) {\n${pick(
        part,
        '    return ResponseEntity.ok(orders.get(id));',
        '    if (!orders.has(id)) return ResponseEntity.notFound().build();\n    return ResponseEntity.ok(orders.get(id));',
        '    Order found = orders.get(id);\n    return ResponseEntity.ok(found);',
      )}\n  }\n}\n`,
    old: 'mvc.perform(get("/orders/1")).andExpect(status().isOk());',
    added: 'mvc.perform(get("/orders/9")).andExpect(status().isNotFound());',
    finds:
      '7 `OrderController.show` behaves differently now (`if (!orders.has(id)) return ResponseEntity.notFound().build();` and `answers 404`); no test shows it.',
  },
  {
    name: 'who may call a handler',
    type: 'RefundController',
    slice: '@WebMvcTest(RefundController.class)',
    fields: mockMvc,
    code: (part) =>
      `@RestController\nclass RefundController {\n${pick(part, '', '  @PreAuthorize("hasRole(\'CLERK\')")\n', '')}  @PostMapping("${pick(part, '/refunds', '/refunds', 'refunds')}")\n  Refund refund(@RequestBody Refund asked) {\n    return refunds.save(asked);\n  }\n}\n`,
    old: 'mvc.perform(post("/refunds")).andExpect(status().isOk());',
    added: 'mvc.perform(post("/refunds").with(user("guest"))).andExpect(status().isForbidden());',
    finds: '7 `RefundController.refund` behaves differently now (`@PreAuthorize("hasRole(\'CLERK\')")`); no test shows it.',
  },
  {
    name: 'a chain of security filters',
    type: 'TokenFilter',
    slice: '@SpringBootTest',
    fields: '@Autowired TokenFilter filter;',
    code: (part) =>
      `@Component\nclass TokenFilter extends OncePerRequestFilter {\n  @Override\n  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {\n${pick(
        part,
        '    String token = request.getHeader("Authorization");\n    users.login(token);\n    chain.doFilter(request, response);',
        '    String token = request.getHeader("Authorization");\n    if (users.isExpired(token)) {\n      response.sendError(401);\n      return;\n    }\n    users.login(token);\n    chain.doFilter(request, response);',
        '    final String token = request.getHeader("Authorization");\n    this.users.login(token);\n    chain.doFilter(request, response);',
      )}\n  }\n}\n`,
    old: 'filter.doFilterInternal(request, response, chain); verify(chain).doFilter(request, response);',
    added: 'filter.doFilterInternal(expired, response, chain); assertThat(response.getStatus()).isEqualTo(401);',
    finds: '6 `TokenFilter.doFilterInternal` behaves differently now (`if (users.isExpired(token))` and `answers 401`); no test shows it.',
  },
  {
    name: 'who may ask for what',
    type: 'ShopSecurity',
    slice: '@WebMvcTest\n@Import(ShopSecurity.class)',
    fields: mockMvc,
    code: (part) =>
      `@Configuration\n@EnableWebSecurity\nclass ShopSecurity {\n  @Bean\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(requests -> requests.requestMatchers(${pick(
        part,
        '"/", "/shop"',
        '"/", "/shop", "/offers"',
        '"/", "/shop"',
      )}).permitAll().anyRequest().authenticated());\n${pick(part, '    return http.build();', '    return http.build();', '    SecurityFilterChain built = http.build();\n    return built;')}\n  }\n}\n`,
    old: 'mvc.perform(get("/shop")).andExpect(status().isOk());',
    added: 'mvc.perform(get("/offers")).andExpect(status().isOk());',
    finds:
      '7 `ShopSecurity.chain` behaves differently now (`requests.requestMatchers("/", "/shop", "/offers").permitAll().anyRequest().au…`); no test shows it.',
  },
  {
    name: 'a limit of a service',
    type: 'Discounts',
    slice: '@ExtendWith(MockitoExtension.class)',
    fields: 'Discounts discounts = new Discounts();',
    code: (part) =>
      `@Service\nclass Discounts {\n  private static final int MOST = ${pick(part, '30', '45', '30')};\n\n  int capped(int percent) {\n    return ${pick(part, 'Math.min(percent, MOST)', 'Math.min(percent, MOST)', '(Math.min(percent, MOST))')};\n  }\n}\n`,
    old: 'assertThat(discounts.capped(10)).isEqualTo(10);',
    added: 'assertThat(discounts.capped(50)).isEqualTo(45);',
    finds: '5 `Discounts.MOST` behaves differently now (`MOST = 45`); no test shows it.',
  },
  {
    name: 'a query of a repository',
    type: 'OrderRepository',
    slice: '@DataJpaTest',
    fields: '@Autowired OrderRepository orders;',
    code: (part) =>
      `interface OrderRepository extends JpaRepository<Order, Long> {\n  @Query(${pick(part, '"select o from Order o"', '"select o from Order o where o.paid = false"', 'value = "select o from Order o"')})\n  List<Order> findOpen();\n}\n`,
    old: 'assertThat(orders.findOpen()).hasSize(2);',
    added: 'orders.save(paid); assertThat(orders.findOpen()).doesNotContain(paid);',
    finds:
      '5 `OrderRepository.findOpen` behaves differently now (`@Query("select o from Order o where o.paid = false")`); no test shows it.',
  },
  {
    name: 'when a job runs',
    type: 'Cleanup',
    slice: '@SpringBootTest',
    fields: '@Autowired Cleanup cleanup;',
    code: (part) =>
      `@Component\nclass Cleanup {\n  @Scheduled(cron = "0 0 3 * * *")\n  void run() {\n${pick(
        part,
        '    orders.deleteAll(orders.expired());',
        '    if (orders.isLocked()) return;\n    orders.deleteAll(orders.expired());',
        '    List<Order> expired = orders.expired();\n    orders.deleteAll(expired);',
      )}\n  }\n}\n`,
    old: 'cleanup.run(); assertThat(orders.all()).isEmpty();',
    added: 'when(orders.isLocked()).thenReturn(true); cleanup.run(); assertThat(orders.all()).isNotEmpty();',
    finds: '6 `Cleanup.run` behaves differently now (`if (orders.isLocked()) return;`); no test shows it.',
  },
  {
    name: 'what properties may be',
    type: 'ShopProperties',
    slice: '@SpringBootTest',
    fields: '@Autowired ShopProperties properties;',
    code: (part) =>
      `@ConfigurationProperties("shop")\nclass ShopProperties {\n  private int items;\n\n  void setItems(int items) {\n${pick(
        part,
        '    this.items = items;',
        '    if (items < 1) throw new IllegalArgumentException("items");\n    this.items = items;',
        '    this.items = (items);',
      )}\n  }\n}\n`,
    old: 'properties.setItems(3); assertThat(properties.getItems()).isEqualTo(3);',
    added: 'assertThatThrownBy(() -> properties.setItems(0)).isInstanceOf(IllegalArgumentException.class);',
    finds:
      '7 `ShopProperties.setItems` behaves differently now (`if (items < 1) throw new IllegalArgumentException("items");` and `throws IllegalArgumentException`); no test shows it.',
  },
  {
    name: 'what a handler of errors answers',
    type: 'ErrorAdvice',
    slice: '@WebMvcTest',
    fields: `${mockMvc}\n  ErrorAdvice advice = new ErrorAdvice();`,
    code: (part) =>
      `@RestControllerAdvice\nclass ErrorAdvice {\n  @ExceptionHandler(OrderException.class)\n  ProblemDetail handle(OrderException error) {\n${pick(
        part,
        '    return ProblemDetail.forStatus(400);',
        '    if (error.isConflict()) return ProblemDetail.forStatus(409);\n    return ProblemDetail.forStatus(400);',
        '    int status = 400;\n    return ProblemDetail.forStatus(status);',
      )}\n  }\n}\n`,
    old: 'assertThat(advice.handle(new OrderException()).getStatus()).isEqualTo(400);',
    added: 'assertThat(advice.handle(conflict()).getStatus()).isEqualTo(409);',
    finds:
      '6 `ErrorAdvice.handle` behaves differently now (`if (error.isConflict()) return ProblemDetail.forStatus(409);`); no test shows it.',
  },
  {
    name: 'a reactive handler',
    type: 'StockController',
    slice: '@WebFluxTest(StockController.class)',
    fields: '@Autowired WebTestClient client;',
    code: (part) =>
      `@RestController\nclass StockController {\n  @GetMapping("/stock/{id}")\n  Mono<Stock> stock(@PathVariable long id) {\n${pick(
        part,
        '    return stocks.findById(id);',
        '    return stocks.findById(id).switchIfEmpty(Mono.just(Stock.NONE));',
        '    Mono<Stock> found = stocks.findById(id);\n    return found;',
      )}\n  }\n}\n`,
    old: 'client.get().uri("/stock/1").exchange().expectStatus().isOk();',
    added:
      'when(stocks.findById(9L)).thenReturn(Mono.empty()); client.get().uri("/stock/9").exchange().expectBody().jsonPath("$.items").isEqualTo(0);',
    finds:
      '6 `StockController.stock` behaves differently now (`return stocks.findById(id).switchIfEmpty(Mono.just(Stock.NONE));`); no test shows it.',
  },
  {
    name: 'a transaction of a service',
    type: 'OrderService',
    slice: '@ExtendWith(MockitoExtension.class)',
    fields: '@Mock OrderRepository orders;\n  @InjectMocks OrderService service;',
    code: (part) =>
      `@Service\nclass OrderService {\n  @Transactional\n  public Order place(Order order) {\n${pick(
        part,
        '    return orders.save(order);',
        '    order.items().forEach(item -> stock.take(item.id(), item.amount()));\n    return orders.save(order);',
        '    Order saved = orders.save(order);\n    return saved;',
      )}\n  }\n}\n`,
    old: 'assertThat(service.place(order)).isNotNull();',
    added: 'service.place(order); verify(stock).take(1L, 2);',
    finds:
      '6 `OrderService.place` behaves differently now (`order.items().forEach(item -> stock.take(item.id(), item.amount()))`); no test shows it.',
  },
  {
    name: 'who hears of an event',
    type: 'MailListener',
    slice: '@SpringBootTest',
    fields: '@Autowired MailListener listener;',
    code: (part) =>
      `@Component\nclass MailListener {\n  @EventListener\n  void placed(OrderPlaced event) {\n${pick(
        part,
        '    mails.send(event.order());',
        '    if (event.order().isTest()) return;\n    mails.send(event.order());',
        '    Order order = event.order();\n    mails.send(order);',
      )}\n  }\n}\n`,
    old: 'listener.placed(new OrderPlaced(order)); verify(mails).send(order);',
    added: 'listener.placed(new OrderPlaced(trial)); verifyNoInteractions(mails);',
    finds: '6 `MailListener.placed` behaves differently now (`if (event.order().isTest()) return;`); no test shows it.',
  },
];

function testOf({ type, slice, fields = '' }: Scenario, cases: readonly string[]): Record<string, string> {
  const text = `package shop;\n\n${slice}\nclass ${type}Tests {\n  ${fields}\n\n${cases.join('\n')}}\n`;
  return { [`src/test/java/shop/${type}Tests.java`]: text };
}

function caseOf(name: string, body: string, marks = ''): string {
  return `  @Test\n${marks}  void ${name}() throws Exception {\n    ${body}\n  }\n`;
}

describe('changes of Spring applications', () => {
  for (const scenario of scenarios) {
    const { name, type, code, old, added, finds } = scenario;
    const path = `src/main/java/shop/${type}.java`;
    const works = caseOf('works', old);
    const check = async (part: 'head' | 'refactored', cases: readonly string[], expected: readonly string[]): Promise<void> => {
      const files = (of: 'base' | 'head' | 'refactored'): Record<string, string> => ({ [path]: `package shop;\n\n${code(of)}` });
      await expectFindings(
        untestedChange,
        { ...files('base'), ...testOf(scenario, [works]) },
        { ...files(part), ...testOf(scenario, cases) },
        expected.map((each) => `${path}:${each}`),
      );
    };
    it(`${name}: shown by its test`, () => check('head', [works, caseOf('knowsMore', added)], []));
    it(`${name}: found where the test is left out`, () => check('head', [works], [finds]));
    it(`${name}: found where the test is skipped`, () =>
      check('head', [works, caseOf('knowsMore', added, '  @Disabled("later")\n')], [finds]));
    it(`${name}: found where an old test is only copied`, () => check('head', [works, caseOf('knowsMore', old)], [finds]));
    it(`${name}: shown by a test that was there before`, () =>
      expectFindings(
        untestedChange,
        { [path]: `package shop;\n\n${code('base')}`, ...testOf(scenario, [works, caseOf('knowsMore', added)]) },
        { [path]: `package shop;\n\n${code('head')}`, ...testOf(scenario, [works, caseOf('knowsMore', added)]) },
        [],
      ));
    it(`${name}: nothing where it is only written otherwise`, () => check('refactored', [works], []));
  }
});
