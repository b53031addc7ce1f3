import { isQuiet, type Pair } from './java-pairs.ts';

const pairs: readonly Pair[] = [
  [
    'anon -> lambda',
    'Comparator<Item> run() { return new Comparator<Item>() { @Override public int compare(Item a, Item b) { return Integer.compare(a.price(), b.price()); } }; }',
    'Comparator<Item> run() { return (a, b) -> Integer.compare(a.price(), b.price()); }',
  ],
  [
    'anon -> lambda arg',
    'void run(final Item item) { executor.submit(new Runnable() { @Override public void run() { item.refresh(); } }); }',
    'void run(final Item item) { executor.submit(() -> item.refresh()); }',
  ],
  [
    'lambda -> mref',
    'void run(final Item item) { executor.submit(() -> item.refresh()); }',
    'void run(final Item item) { executor.submit(item::refresh); }',
  ],
  [
    'Comparator.comparing',
    'void run(List<Item> items) { Collections.sort(items, (a, b) -> a.getName().compareTo(b.getName())); }',
    'void run(List<Item> items) { items.sort(Comparator.comparing(Item::getName)); }',
  ],
  [
    'sb -> concat',
    'String run(String name, int n) { StringBuilder sb = new StringBuilder(); sb.append("Hello "); sb.append(name); sb.append(n); return sb.toString(); }',
    'String run(String name, int n) { return "Hello " + name + n; }',
  ],
  [
    'concat -> sb chained',
    'String run(String name, int n) { return "[" + name + "=" + n + "]"; }',
    'String run(String name, int n) { return new StringBuilder().append("[").append(name).append("=").append(n).append("]").toString(); }',
  ],
  [
    'concat -> format',
    'String run(String name, int n) { return "item " + name + " has " + n; }',
    'String run(String name, int n) { return String.format("item %s has %d", name, n); }',
  ],
  [
    'format -> formatted',
    'String run(String name, int n) { return String.format("item %s has %d", name, n); }',
    'String run(String name, int n) { return "item %s has %d".formatted(name, n); }',
  ],
  [
    'exception message format',
    'void run(String name) { if (name.isEmpty()) { throw new IllegalArgumentException("The name " + name + " is empty"); } store(name); }',
    'void run(String name) { if (name.isEmpty()) { throw new IllegalArgumentException(String.format("The name %s is empty", name)); } store(name); }',
  ],
  [
    'diamond, size',
    'Map<String, Item> run(List<Item> items) { Map<String, Item> found = new HashMap<String, Item>(); for (Item item : items) found.put(item.getName(), item); return found; }',
    'Map<String, Item> run(List<Item> items) { Map<String, Item> found = new HashMap<>(items.size()); for (Item item : items) found.put(item.getName(), item); return found; }',
  ],
  [
    'new ArrayList(n)',
    'List<Item> run(int n) { List<Item> found = new ArrayList<>(); fill(found, n); return found; }',
    'List<Item> run(int n) { List<Item> found = new ArrayList<>(n); fill(found, n); return found; }',
  ],
  [
    'sb capacity',
    'String run(List<Item> items) { StringBuilder sb = new StringBuilder(); for (Item item : items) sb.append(item); return sb.toString(); }',
    'String run(List<Item> items) { StringBuilder sb = new StringBuilder(items.size() * 16); for (Item item : items) sb.append(item); return sb.toString(); }',
  ],
  [
    'Objects.equals',
    'boolean run(String a, String b) { return a == null ? b == null : a.equals(b); }',
    'boolean run(String a, String b) { return Objects.equals(a, b); }',
  ],
  [
    'requireNonNull',
    'Item run(Item item) { if (item == null) { throw new NullPointerException("item"); } this.item = item; return item; }',
    'Item run(Item item) { this.item = Objects.requireNonNull(item, "item"); return item; }',
  ],
  [
    'requireNonNullElse',
    'String run(String a) { return a != null ? a : "none"; }',
    'String run(String a) { return Objects.requireNonNullElse(a, "none"); }',
  ],
  [
    'Objects.isNull',
    'String run(String a) { if (a == null) { return "x"; } return a.trim(); }',
    'String run(String a) { if (Objects.isNull(a)) { return "x"; } return a.trim(); }',
  ],
  ['boxing', 'Integer run(String s) { return new Integer(s.length()); }', 'Integer run(String s) { return Integer.valueOf(s.length()); }'],
  [
    'valueOf->parse',
    'int run(String s) { int n = Integer.valueOf(s).intValue(); return n; }',
    'int run(String s) { int n = Integer.parseInt(s); return n; }',
  ],
  [
    'charset',
    'byte[] run(String s) throws UnsupportedEncodingException { return s.getBytes("UTF-8"); }',
    'byte[] run(String s) { return s.getBytes(StandardCharsets.UTF_8); }',
  ],
  [
    'isEmpty',
    'boolean run(String s, List<Item> l) { return s.length() == 0 || l.size() > 0; }',
    'boolean run(String s, List<Item> l) { return s.isEmpty() || !l.isEmpty(); }',
  ],
  [
    'newInstance',
    'Object run(Class<?> type) throws Exception { return type.newInstance(); }',
    'Object run(Class<?> type) throws Exception { return type.getDeclaredConstructor().newInstance(); }',
  ],
  [
    'log guard',
    'int run(int n) { log.debug("Loaded " + n); return compute(n); }',
    'int run(int n) { if (log.isDebugEnabled()) { log.debug("Loaded {}", n); } return compute(n); }',
  ],
  [
    'printStackTrace -> log',
    'int run(int n) { try { return compute(n); } catch (IOException e) { e.printStackTrace(); return 0; } }',
    'int run(int n) { try { return compute(n); } catch (IOException e) { LOGGER.error("failed", e); return 0; } }',
  ],
  [
    'logger in local',
    'void run() { Logger requestLogger = LoggerFactory.getLogger(RequestLogger.class); setup(requestLogger); }',
    'void run() { Logger requestLogger = LoggerFactory.getLogger(Cart.class); setup(requestLogger); }',
  ],
  [
    'extract method predicate',
    'String run(String source, Pos pos) { int start = pos.getIndex(); if (start > source.length()) { pos.setErrorIndex(start); return null; } return source.substring(start); }',
    'String run(String source, Pos pos) { if (!checkLength(source, pos)) { return null; } return source.substring(pos.getIndex()); } private boolean checkLength(String source, Pos pos) { int start = pos.getIndex(); if (start > source.length()) { pos.setErrorIndex(start); return false; } return true; }',
  ],
  [
    'extract method value',
    'int run(int n) { int a = n * 3 + 4; if (a > limit) { a = limit; } return a + tax(n); }',
    'int run(int n) { return capped(n) + tax(n); } private int capped(int n) { int a = n * 3 + 4; if (a > limit) { a = limit; } return a; }',
  ],
  [
    'extract method with params renamed',
    'void run(Order order) { if (order.total() > 100) { mailer.send(order.customer().email(), "big order"); } }',
    'void run(Order order) { notifyIfBig(order.total(), order.customer()); } private void notifyIfBig(int total, Customer customer) { if (total > 100) { mailer.send(customer.email(), "big order"); } }',
  ],
  [
    'inline method',
    'int run(int n) { return doubled(n) + 1; } private int doubled(int n) { return n * 2; }',
    'int run(int n) { return n * 2 + 1; }',
  ],
  [
    'inline method if',
    'int run(int n) { if (isBig(n)) { return big(n); } return n; } private boolean isBig(int n) { return n > 100 && n != limit; }',
    'int run(int n) { if (n > 100 && n != limit) { return big(n); } return n; }',
  ],
  [
    'use existing helper',
    'int run(Reader reader, Charset charset) { return read(reader, Charsets.toCharset(charset).newEncoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE), 10); } static Encoder newEncoder(Charset charset) { return Charsets.toCharset(charset).newEncoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE); }',
    'int run(Reader reader, Charset charset) { return read(reader, newEncoder(charset), 10); } static Encoder newEncoder(Charset charset) { return Charsets.toCharset(charset).newEncoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE); }',
  ],
  [
    'rename field and setter',
    'private String protocols = DEFAULT_PROTOCOLS; public String getProtocols() { return protocols; } public Cart setProtocols(String protocols) { this.protocols = protocols; this.pattern = compilePattern(protocols); return this; }',
    'private String protocolsRegex = DEFAULT_PROTOCOLS; public String getProtocolsRegex() { return protocolsRegex; } public Cart setProtocolsRegex(String protocolsRegex) { this.protocolsRegex = protocolsRegex; this.pattern = compilePattern(protocolsRegex); return this; }',
  ],
  [
    'rename field only',
    'private final Map<String, Item> items = new HashMap<>(); int run(String id) { if (items.containsKey(id)) { return items.get(id).price(); } items.put(id, load(id)); return 0; }',
    'private final Map<String, Item> itemsById = new HashMap<>(); int run(String id) { if (itemsById.containsKey(id)) { return itemsById.get(id).price(); } itemsById.put(id, load(id)); return 0; }',
  ],
  [
    'add this.',
    'int run(int n) { count = n + limit; return count; }',
    'int run(int n) { this.count = n + this.limit; return this.count; }',
  ],
  [
    'qualified to simple',
    'int run(java.util.List<Item> l) { java.util.List<Item> c = java.util.Collections.unmodifiableList(l); return total(c); }',
    'int run(List<Item> l) { List<Item> c = Collections.unmodifiableList(l); return total(c); }',
  ],
  [
    'unary',
    'int run(int n) { count = count + 1; total = total + n; return count; }',
    'int run(int n) { count++; total += n; return count; }',
  ],
  [
    'constant extracted',
    'int run(int n) { if (n > 100) { return 100; } return n; }',
    'private static final int MAX = 100; int run(int n) { if (n > MAX) { return MAX; } return n; }',
  ],
  [
    'constant to upper',
    'private static final String prefix = "item:"; String run(String n) { return prefix + n; }',
    'private static final String PREFIX = "item:"; String run(String n) { return PREFIX + n; }',
  ],
  [
    'local var type',
    'int run(int n) { final List<Item> items = load(n); return items.size() * n; }',
    'int run(int n) { var items = load(n); return items.size() * n; }',
  ],
  [
    'deprecated Character',
    'int run(String s) { URL url = new URL(s); return read(url); }',
    'int run(String s) { URL url = URI.create(s).toURL(); return read(url); }',
  ],
  [
    'Collections',
    'List<Item> run() { List<Item> none = Collections.emptyList(); return wrap(none, Collections.<Item>emptySet()); }',
    'List<Item> run() { List<Item> none = List.of(); return wrap(none, Set.of()); }',
  ],
  [
    'Paths.get',
    'Path run(String s) { Path p = Paths.get(s, "a"); return check(p); }',
    'Path run(String s) { Path p = Path.of(s, "a"); return check(p); }',
  ],
  [
    'string join',
    'String run(List<String> l) { return l.stream().collect(Collectors.joining(", ")); }',
    'String run(List<String> l) { return String.join(", ", l); }',
  ],
  [
    'spring utils',
    'int run(String s, Collection<Item> l) { if (l != null && l.size() > 0) { return parse(s); } return 0; }',
    'int run(String s, Collection<Item> l) { if (!CollectionUtils.isEmpty(l)) { return parse(s); } return 0; }',
  ],
  [
    'inner to diff lambda var',
    'List<Integer> run(List<Item> l) { return l.stream().map(x -> x.price() * 3).toList(); }',
    'List<Integer> run(List<Item> l) { return l.stream().map(item -> item.price() * 3).toList(); }',
  ],
  [
    'field injection -> constructor',
    '@Autowired private Store store; int run(int n) { return store.load(n) + 1; }',
    'private final Store store; public Cart(Store store) { this.store = store; } int run(int n) { return store.load(n) + 1; }',
  ],
  [
    'autowired ctor dropped',
    '@Autowired public Cart(Store store) { this.store = Objects.requireNonNull(store); this.store.open(); }',
    'public Cart(Store store) { this.store = Objects.requireNonNull(store); this.store.open(); }',
  ],
  [
    'RequestMapping -> GetMapping',
    '@RequestMapping(value = "/items", method = RequestMethod.GET) public List<Item> items() { return store.all(); }',
    '@GetMapping("/items") public List<Item> items() { return store.all(); }',
  ],
  [
    'unused local removed',
    'int run(int n) { int unused = compute(n); String name = "x"; return n + 3; }',
    'int run(int n) { return n + 3; }',
  ],
  [
    'var inlined',
    'int run(Order order) { Customer customer = order.getCustomer(); String email = customer.getEmail(); return send(email, order.total()); }',
    'int run(Order order) { return send(order.getCustomer().getEmail(), order.total()); }',
  ],
  [
    'var extracted',
    'int run(Order order) { if (order.getCustomer().getEmail() != null) { send(order.getCustomer().getEmail(), order.total()); } return 1; }',
    'int run(Order order) { String email = order.getCustomer().getEmail(); if (email != null) { send(email, order.total()); } return 1; }',
  ],
  [
    'char vs string append',
    'String run(StringBuilder sb, String s) { sb.append(","); sb.append(s); return sb.toString(); }',
    `String run(StringBuilder sb, String s) { sb.append(',').append(s); return sb.toString(); }`,
  ],
  [
    'indexOf',
    `boolean run(String s) { return s.indexOf("a") >= 0 && s.indexOf('b') != -1; }`,
    'boolean run(String s) { return s.contains("a") && s.contains("b"); }',
  ],
  ['number literal', 'long run(long n) { return n * 1000000l + 0xFF; }', 'long run(long n) { return n * 1_000_000L + 0xff; }'],
  ['Math.max', 'int run(int a, int b) { return a > b ? a : b; }', 'int run(int a, int b) { return Math.max(a, b); }'],
  [
    'suppress, cast',
    'int run(Object o) { List<Item> l = (List<Item>) o; return total(l); }',
    'int run(Object o) { @SuppressWarnings("unchecked") List<Item> l = (List<Item>) o; return total(l); }',
  ],
  [
    'prose text',
    'String run() { return "Note that this will also reject all updates containing NO_DATA, or all updates\\ncontaining SKIPPED stops"; }',
    'String run() { return "Note that this will also reject all updates containing `NO_DATA`, or all updates containing `SKIPPED` stops"; }',
  ],
];

describe('what is said in other words in Java', () => {
  for (const pair of pairs) it(`is no other behaviour: ${pair[0]}`, () => isQuiet(pair));
});
