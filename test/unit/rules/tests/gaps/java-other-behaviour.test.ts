import { isFound, type Pair } from './java-pairs.ts';

const pairs: readonly Pair[] = [
  ['operator', 'int run(int n) { if (n > 3) return 1; return 0; }', 'int run(int n) { if (n >= 3) return 1; return 0; }'],
  [
    'null check added',
    'int run(String s) { return s.length() + 2; }',
    'int run(String s) { if (s == null) return 0; return s.length() + 2; }',
  ],
  [
    'Boolean.TRUE.equals fix',
    'int run(Boolean b) { if (b) return 1; return 0; }',
    'int run(Boolean b) { if (Boolean.TRUE.equals(b)) return 1; return 0; }',
  ],
  ['Objects.equals literal', 'boolean run(String a) { return a.equals("x"); }', 'boolean run(String a) { return a.equals("y"); }'],
  [
    'format text',
    'String run(String a) { return String.format("item %s", a); }',
    'String run(String a) { return String.format("item: %s", a); }',
  ],
  [
    'sb text',
    'String run(String name) { StringBuilder sb = new StringBuilder(); sb.append("Hello "); sb.append(name); return sb.toString(); }',
    'String run(String name) { StringBuilder sb = new StringBuilder(); sb.append("Hallo "); sb.append(name); return sb.toString(); }',
  ],
  [
    'filter added',
    'List<String> run(List<Item> l) { return l.stream().map(Item::getName).toList(); }',
    'List<String> run(List<Item> l) { return l.stream().filter(i -> i.isActive()).map(Item::getName).toList(); }',
  ],
  [
    'mref other',
    'List<String> run(List<Item> l) { return l.stream().map(Item::getName).toList(); }',
    'List<String> run(List<Item> l) { return l.stream().map(Item::getTitle).toList(); }',
  ],
  [
    'ternary fallback',
    'String run(Item i) { return i != null ? i.getName() : "none"; }',
    'String run(Item i) { return i != null ? i.getName() : ""; }',
  ],
  [
    'default bool',
    'void run(Boolean dry) { start(dry == null ? false : dry); }',
    'void run(Boolean dry) { start(dry == null ? true : dry); }',
  ],
  ['arith', 'int run(int n) { return n * 2 + 1; }', 'int run(int n) { return n * 2 - 1; }'],
  [
    'loop bound',
    'int run(String[] p) { int n = 0; for (int i = 0; i < p.length; i++) { n += p[i].length(); } return n; }',
    'int run(String[] p) { int n = 0; for (int i = 1; i < p.length; i++) { n += p[i].length(); } return n; }',
  ],
  ['args swapped', 'int run(int a, int b) { return sub(a, b); }', 'int run(int a, int b) { return sub(b, a); }'],
  [
    'catch added',
    'int run(int n) { return compute(n); }',
    'int run(int n) { try { return compute(n); } catch (ArithmeticException e) { return -1; } }',
  ],
  [
    'multi catch added',
    'int run(int n) { try { return compute(n); } catch (IOException e) { return -1; } }',
    'int run(int n) { try { return compute(n); } catch (IOException | SQLException e) { return -1; } }',
  ],
  ['call added', 'void run(Item i) { store.save(i); }', 'void run(Item i) { store.save(i); mailer.send(i); }'],
  ['locale', 'String run(String s) { return s.toLowerCase(); }', 'String run(String s) { return s.toLowerCase(Locale.ROOT); }'],
  [
    'sort order',
    'void run(List<Item> l) { l.sort(Comparator.comparing(Item::getName)); }',
    'void run(List<Item> l) { l.sort(Comparator.comparing(Item::getPrice)); }',
  ],
  [
    'sort reversed',
    'void run(List<Item> l) { l.sort(Comparator.comparing(Item::getName)); }',
    'void run(List<Item> l) { l.sort(Comparator.comparing(Item::getName).reversed()); }',
  ],
  [
    'map type',
    'Map<String, Item> run(List<Item> l) { Map<String, Item> m = new HashMap<>(); for (Item i : l) m.put(i.getName(), i); return m; }',
    'Map<String, Item> run(List<Item> l) { Map<String, Item> m = new LinkedHashMap<>(); for (Item i : l) m.put(i.getName(), i); return m; }',
  ],
  ['copy', 'List<Item> run(List<Item> l) { return new ArrayList<>(); }', 'List<Item> run(List<Item> l) { return new ArrayList<>(l); }'],
  ['compound', 'int run(int n) { total += n; return total; }', 'int run(int n) { total -= n; return total; }'],
  [
    'throw type',
    'int run(int n) { if (n < 0) throw new IllegalStateException("negative"); return n; }',
    'int run(int n) { if (n < 0) throw new IllegalArgumentException("negative"); return n; }',
  ],
  [
    'npe added',
    'int run(String s) { return s.length() * 2; }',
    'int run(String s) { if (s == null) throw new NullPointerException("s"); return s.length() * 2; }',
  ],
  [
    'optional default',
    'String run(Optional<Item> o) { return o.map(Item::getName).orElse("a"); }',
    'String run(Optional<Item> o) { return o.map(Item::getName).orElse("b"); }',
  ],
  [
    'switch case',
    'int run(Kind k) { return switch (k) { case A -> 1; default -> 0; }; }',
    'int run(Kind k) { return switch (k) { case A -> 1; case B -> 2; default -> 0; }; }',
  ],
  [
    'new predicate',
    'int run(int n) { return n + 1; }',
    'int run(int n) { return n + 1; } public boolean isEverything() { return names.isEmpty(); }',
  ],
  [
    'stream limit',
    'List<Item> run(List<Item> l) { return l.stream().filter(Item::isActive).toList(); }',
    'List<Item> run(List<Item> l) { return l.stream().filter(Item::isActive).limit(10).toList(); }',
  ],
  [
    'condition in loop swap',
    'int run(List<Item> l) { int s = 0; for (Item i : l) { if (i.isActive()) s += i.price(); } return s; }',
    'int run(List<Item> l) { return l.stream().mapToInt(Item::price).sum(); }',
  ],
  ['math', 'int run(int a, int b) { return Math.max(a, b); }', 'int run(int a, int b) { return Math.min(a, b); }'],
  [
    'charset',
    'byte[] run(String s) { return s.getBytes("UTF-8"); }',
    'byte[] run(String s) { return s.getBytes(StandardCharsets.UTF_16); }',
  ],
  [
    'lock and',
    'int run(int n) { count += n; return count; }',
    'int run(int n) { lock.lock(); try { count += n * 2; return count; } finally { lock.unlock(); } }',
  ],
];

describe('what only looks like the same in Java', () => {
  for (const pair of pairs) it(`is other behaviour: ${pair[0]}`, () => isFound(pair));
  it('is other behaviour: what a method is given, of which another class has one of the same name', () =>
    isFound(
      [
        'a method of two classes',
        'int run(int n, int m) { return fee(n); } int fee(int n) { if (n > 3) return cost(n); return n; }',
        'int run(int n, int m) { return fee(m); } int fee(int n) { if (n > 3) return cost(n); return n; }',
      ],
      {
        base: { 'src/main/java/a/Tax.java': 'package a;\n\nclass Tax {\n  int fee(int n) { return rates.first(); }\n}\n' },
        head: { 'src/main/java/a/Tax.java': 'package a;\n\nclass Tax {\n  int fee(int n) {\n    return rates.first();\n  }\n}\n' },
      },
    ));
});
