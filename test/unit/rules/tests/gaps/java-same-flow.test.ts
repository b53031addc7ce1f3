import { isQuiet, type Pair } from './java-pairs.ts';

const pairs: readonly Pair[] = [
  [
    'streams->loop',
    'int run(List<Item> items) { return items.stream().filter(i -> i.isActive()).mapToInt(Item::price).sum(); }',
    'int run(List<Item> items) { int sum = 0; for (Item i : items) { if (i.isActive()) { sum += i.price(); } } return sum; }',
  ],
  [
    'loop->stream collect',
    'List<String> run(List<Item> items) { List<String> names = new ArrayList<>(); for (Item item : items) { if (item.getName() != null) { names.add(item.getName()); } } return names; }',
    'List<String> run(List<Item> items) { return items.stream().map(Item::getName).filter(Objects::nonNull).collect(Collectors.toList()); }',
  ],
  [
    'index loop -> foreach',
    'int run(String[] parts) { int n = 0; for (int i = 0; i < parts.length; i++) { n += parts[i].length(); } return n; }',
    'int run(String[] parts) { int n = 0; for (String part : parts) { n += part.length(); } return n; }',
  ],
  [
    'iterator -> foreach',
    'void run(List<Item> items) { Iterator<Item> it = items.iterator(); while (it.hasNext()) { Item item = it.next(); item.close(); } }',
    'void run(List<Item> items) { for (Item item : items) { item.close(); } }',
  ],
  [
    'foreach -> forEach ref',
    'void run() { for (ConfigOverride configOverride : configOverrides) { configOverride.addToSystemProperties(); } }',
    'void run() { configOverrides.forEach(ConfigOverride::addToSystemProperties); }',
  ],
  [
    'foreach -> forEach lambda',
    'void run(Map<String, Item> items) { for (Map.Entry<String, Item> e : items.entrySet()) { store.put(e.getKey(), e.getValue()); } }',
    'void run(Map<String, Item> items) { items.forEach((key, value) -> store.put(key, value)); }',
  ],
  [
    'keySet -> entrySet',
    'void run(Map<String, Item> items) { for (String key : items.keySet()) { store.put(key, items.get(key)); } }',
    'void run(Map<String, Item> items) { for (Map.Entry<String, Item> entry : items.entrySet()) { store.put(entry.getKey(), entry.getValue()); } }',
  ],
  [
    'lambda block -> mref in return',
    'List<String> run(List<Item> items) { return items.stream().map(item -> item.getName()).filter(name -> name.isEmpty()).toList(); }',
    'List<String> run(List<Item> items) { return items.stream().map(Item::getName).filter(String::isEmpty).toList(); }',
  ],
  [
    'instanceof pattern',
    'int run(Object o) { if (o instanceof Item) { Item item = (Item) o; return item.price(); } return 0; }',
    'int run(Object o) { if (o instanceof Item item) { return item.price(); } return 0; }',
  ],
  [
    'instanceof pattern and',
    'boolean run(Object o) { if (!(o instanceof Item)) { return false; } Item other = (Item) o; return price == other.price && name.equals(other.name); }',
    'boolean run(Object o) { return o instanceof Item other && price == other.price && name.equals(other.name); }',
  ],
  [
    'switch expr',
    'int run(Kind kind) { switch (kind) { case SMALL: return 1; case LARGE: return 10; default: throw new IllegalArgumentException("Unknown kind " + kind); } }',
    'int run(Kind kind) { return switch (kind) { case SMALL -> 1; case LARGE -> 10; default -> throw new IllegalArgumentException("Unknown kind " + kind); }; }',
  ],
  [
    'switch expr assign',
    'String run(Kind kind) { String text; switch (kind) { case SMALL: text = "small"; break; case LARGE: text = "large"; break; default: text = "other"; } return text; }',
    'String run(Kind kind) { String text = switch (kind) { case SMALL -> "small"; case LARGE -> "large"; default -> "other"; }; return text; }',
  ],
  [
    'if chain -> switch',
    'int run(String kind) { if (kind.equals("a")) { return 1; } else if (kind.equals("b")) { return 2; } return 0; }',
    'int run(String kind) { switch (kind) { case "a": return 1; case "b": return 2; default: return 0; } }',
  ],
  [
    'if chain -> switch arrow',
    'int run(Kind kind) { if (kind == Kind.SMALL) { return 1; } else if (kind == Kind.LARGE) { return 2; } else { return 0; } }',
    'int run(Kind kind) { return switch (kind) { case SMALL -> 1; case LARGE -> 2; default -> 0; }; }',
  ],
  [
    'text block',
    'String run() { return "{\\n" + "  \\"a\\": 1\\n" + "}\\n"; }',
    'String run() {\n    return """\n        {\n          "a": 1\n        }\n        """;\n  }',
  ],
  ['ternary bool', 'void run(Boolean dry) { start(dry == null ? false : dry); }', 'void run(Boolean dry) { start(dry != null && dry); }'],
  [
    'ternary bool var',
    'void run(Boolean dry) { boolean d = dry == null ? false : dry; start(d); }',
    'void run(Boolean dry) { boolean d = dry != null && dry; start(d); }',
  ],
  ['return bool', 'boolean run(int n) { if (n > 3) { return true; } return false; }', 'boolean run(int n) { return n > 3; }'],
  [
    'ternary into arg',
    'Spec run(String text) { if ("off".equalsIgnoreCase(text) || "disabled".equalsIgnoreCase(text)) { return Spec.parse("initialCapacity=0"); } return Spec.parse(text); }',
    'Spec run(String text) { final boolean disabled = "off".equalsIgnoreCase(text) || "disabled".equalsIgnoreCase(text); return Spec.parse(disabled ? "initialCapacity=0" : text); }',
  ],
  [
    'Optional chain',
    'String run(Item item) { if (item == null) { return "none"; } return item.getName(); }',
    'String run(Item item) { return Optional.ofNullable(item).map(Item::getName).orElse("none"); }',
  ],
  [
    'Optional isPresent -> ifPresent',
    'void run(String id) { Optional<Item> item = store.find(id); if (item.isPresent()) { item.get().refresh(); } }',
    'void run(String id) { store.find(id).ifPresent(Item::refresh); }',
  ],
  [
    'Optional isPresent -> orElseThrow',
    'Item run(String id) { Optional<Item> item = store.find(id); if (!item.isPresent()) { throw new NotFound("no item " + id); } return item.get(); }',
    'Item run(String id) { return store.find(id).orElseThrow(() -> new NotFound("no item " + id)); }',
  ],
  [
    'early return',
    'int run(int n) { int r; if (n > 0) { r = compute(n); } else { r = -1; } return r; }',
    'int run(int n) { if (n <= 0) { return -1; } return compute(n); }',
  ],
  [
    'de morgan',
    'boolean run(int n, String s) { return !(n > 3 || s.isEmpty()); }',
    'boolean run(int n, String s) { return n <= 3 && !s.isEmpty(); }',
  ],
  [
    'try resources',
    'String run(Path p) throws IOException { Reader in = open(p); try { return read(in); } finally { in.close(); } }',
    'String run(Path p) throws IOException { try (Reader in = open(p)) { return read(in); } }',
  ],
  [
    'try resources quietly',
    'String run(Path p) throws IOException { InputStream in = null; try { in = Files.newInputStream(p); return read(in); } finally { if (in != null) { in.close(); } } }',
    'String run(Path p) throws IOException { try (InputStream in = Files.newInputStream(p)) { return read(in); } }',
  ],
  [
    'merge if',
    'int run(int n, boolean b) { if (b) { if (n > 3) { return 7; } } return 0; }',
    'int run(int n, boolean b) { if (b && n > 3) { return 7; } return 0; }',
  ],
  [
    'multi catch',
    'int run(int n) { try { return compute(n); } catch (IOException e) { return -1; } catch (SQLException e) { return -1; } }',
    'int run(int n) { try { return compute(n); } catch (IOException | SQLException e) { return -1; } }',
  ],
  [
    'while->for',
    'int run(int n) { int i = 0; int sum = 0; while (i < n) { sum += weigh(i); i++; } return sum; }',
    'int run(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += weigh(i); } return sum; }',
  ],
  [
    'getOrDefault',
    'int run(String id) { Integer n = counts.get(id); if (n == null) { n = 0; } counts.put(id, n + 1); return n; }',
    'int run(String id) { int n = counts.getOrDefault(id, 0); counts.put(id, n + 1); return n; }',
  ],
  [
    'computeIfAbsent',
    'void run(String id, Item item) { List<Item> items = byId.get(id); if (items == null) { items = new ArrayList<>(); byId.put(id, items); } items.add(item); }',
    'void run(String id, Item item) { byId.computeIfAbsent(id, k -> new ArrayList<>()).add(item); }',
  ],
  [
    'toList',
    'List<String> run(List<Item> items) { return items.stream().map(Item::getName).collect(Collectors.toList()); }',
    'List<String> run(List<Item> items) { return items.stream().map(Item::getName).toList(); }',
  ],
  [
    'negate condition swap',
    'int run(String s) { if (s != null && !s.isEmpty()) { return parse(s); } return 0; }',
    'int run(String s) { if (s == null || s.isEmpty()) { return 0; } return parse(s); }',
  ],
  [
    'synchronized -> lock',
    'synchronized int run(int n) { count += n; return count; }',
    'int run(int n) { lock.lock(); try { count += n; return count; } finally { lock.unlock(); } }',
  ],
  [
    'Arrays.asList foreach',
    'void run() { for (String s : Arrays.asList("a", "b")) add(s); }',
    'void run() { for (String s : List.of("a", "b")) add(s); }',
  ],
  [
    'nested else if unwrap',
    'int run(int n) { if (n < 0) { return -1; } else { if (n == 0) { return 0; } else { return 1; } } }',
    'int run(int n) { if (n < 0) { return -1; } if (n == 0) { return 0; } return 1; }',
  ],
  [
    'Boolean.TRUE.equals',
    'int run(Boolean b) { if (b != null && b) { return 1; } return 0; }',
    'int run(Boolean b) { if (Boolean.TRUE.equals(b)) { return 1; } return 0; }',
  ],
];

describe('what is gone through, asked and left otherwise in Java', () => {
  for (const pair of pairs) it(`is no other behaviour: ${pair[0]}`, () => isQuiet(pair));
});
