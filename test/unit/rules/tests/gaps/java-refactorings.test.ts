import { isFound, isQuiet, type Pair } from './java-pairs.ts';

const refactorings: readonly Pair[] = [
  [
    'a method is extracted',
    'public int run(List<Item> all, String kind) { int sum = 0; for (Item each : all) { if (each.kind().equals(kind) && each.isOpen()) sum += each.price(); } return sum; }',
    'public int run(List<Item> all, String kind) { int sum = 0; for (Item each : all) { if (isMeant(each, kind)) sum += each.price(); } return sum; }\n  private static boolean isMeant(Item each, String kind) { return each.kind().equals(kind) && each.isOpen(); }',
  ],
  [
    'a method is inlined',
    'public int run(List<Item> all, String kind) { return first(all).price(); }\n  private Item first(List<Item> all) { return all.get(0); }',
    'public int run(List<Item> all, String kind) { return all.get(0).price(); }',
  ],
  [
    'a class is extracted',
    'public int run(List<Item> all, String kind) { if (all.size() > 9) return all.size() * rate; return 0; }\n  private int rate = 3;',
    'public int run(List<Item> all, String kind) { return rater.rate(all); }\n  private final Rater rater = new Rater();\n  static class Rater { int rate(List<Item> all) { if (all.size() > 9) return all.size() * rate; return 0; }\n  private int rate = 3; }',
  ],
  [
    'a constant is extracted',
    'public int run(List<Item> all, String kind) { if (all.size() > 100) return 100; return all.size(); }',
    'private static final int MOST = 100;\n  public int run(List<Item> all, String kind) { if (all.size() > MOST) return MOST; return all.size(); }',
  ],
  [
    'a constant is inlined',
    'private static final String DEFAULT = "none";\n  public String run(List<Item> all, String kind) { return kind == null ? DEFAULT : kind.trim(); }',
    'public String run(List<Item> all, String kind) { return kind == null ? "none" : kind.trim(); }',
  ],
  [
    'a variable is extracted',
    'public int run(List<Item> all, String kind) { return all.get(0).price() * rates.of(kind).factor(); }',
    'public int run(List<Item> all, String kind) { int price = all.get(0).price(); int factor = rates.of(kind).factor(); return price * factor; }',
  ],
  [
    'locals and parameters are renamed',
    'public int run(List<Item> all, String kind) { int n = 0; for (Item i : all) n += i.price(); return n; }',
    'public int run(List<Item> items, String type) { int sum = 0; for (Item item : items) sum += item.price(); return sum; }',
  ],
  [
    'a private method is renamed',
    'public int run(List<Item> all, String kind) { return sumOf(all) + 1; }\n  private int sumOf(List<Item> all) { int n = 0; for (Item i : all) n += i.price(); return n; }',
    'public int run(List<Item> all, String kind) { return total(all) + 1; }\n  private int total(List<Item> all) { int n = 0; for (Item i : all) n += i.price(); return n; }',
  ],
  [
    'a loop becomes a stream that filters and maps',
    'public List<String> run(List<Item> all, String kind) { List<String> names = new ArrayList<>(); for (Item each : all) { if (each.isOpen()) { names.add(each.name()); } } return names; }',
    'public List<String> run(List<Item> all, String kind) { return all.stream().filter(each -> each.isOpen()).map(each -> each.name()).collect(Collectors.toList()); }',
  ],
  [
    'a stream becomes a loop',
    'public boolean run(List<Item> all, String kind) { return all.stream().anyMatch(each -> each.isOpen()); }',
    'public boolean run(List<Item> all, String kind) { for (Item each : all) { if (each.isOpen()) { return true; } } return false; }',
  ],
  [
    'a loop becomes allMatch',
    'public boolean run(List<Item> all, String kind) { for (Item each : all) { if (!each.isOpen()) { return false; } } return true; }',
    'public boolean run(List<Item> all, String kind) { return all.stream().allMatch(Item::isOpen); }',
  ],
  [
    'a loop with an index becomes one without',
    'public int run(List<Item> all, String kind) { int sum = 0; for (int i = 0; i < all.size(); i++) { sum += all.get(i).price(); } return sum; }',
    'public int run(List<Item> all, String kind) { int sum = 0; for (Item each : all) { sum += each.price(); } return sum; }',
  ],
  [
    'an iterator becomes a loop over all',
    'public void run(List<Item> all, String kind) { for (Iterator<Item> it = all.iterator(); it.hasNext();) { Item each = it.next(); each.open(); } }',
    'public void run(List<Item> all, String kind) { for (Item each : all) { each.open(); } }',
  ],
  [
    'a check for null becomes an Optional',
    'public String run(List<Item> all, String kind) { Item found = find(kind); if (found == null) { return "none"; } return found.name(); }',
    'public String run(List<Item> all, String kind) { return Optional.ofNullable(find(kind)).map(Item::name).orElse("none"); }',
  ],
  [
    'isPresent and get become map and orElse',
    'public String run(List<Item> all, String kind) { Optional<Item> found = find(kind); if (found.isPresent()) { return found.get().name(); } return "none"; }',
    'public String run(List<Item> all, String kind) { return find(kind).map(Item::name).orElse("none"); }',
  ],
  [
    'ifs become a switch',
    'public int run(List<Item> all, String kind) { if (kind.equals("a")) { return 1; } else if (kind.equals("b")) { return 2; } else { return 3; } }',
    'public int run(List<Item> all, String kind) { switch (kind) { case "a": return 1; case "b": return 2; default: return 3; } }',
  ],
  [
    'a switch becomes a switch expression',
    'public int run(List<Item> all, String kind) { switch (kind) { case "a": return 1; case "b": return 2; default: return 3; } }',
    'public int run(List<Item> all, String kind) { return switch (kind) { case "a" -> 1; case "b" -> 2; default -> 3; }; }',
  ],
  [
    'a switch that sets a local becomes an expression',
    'public int run(List<Item> all, String kind) { int rate; switch (kind) { case "a": rate = 1; break; default: rate = 3; break; } return all.size() * rate; }',
    'public int run(List<Item> all, String kind) { int rate = switch (kind) { case "a" -> 1; default -> 3; }; return all.size() * rate; }',
  ],
  [
    'nested ifs become early returns',
    'public int run(List<Item> all, String kind) { int sum = 0; if (all != null) { if (!kind.isEmpty()) { sum = all.size(); } } return sum; }',
    'public int run(List<Item> all, String kind) { if (all == null) { return 0; } if (kind.isEmpty()) { return 0; } return all.size(); }',
  ],
  [
    'an else goes after a return',
    'public int run(List<Item> all, String kind) { if (kind.isEmpty()) { return 0; } else { return all.size(); } }',
    'public int run(List<Item> all, String kind) { if (kind.isEmpty()) { return 0; } return all.size(); }',
  ],
  [
    'an if becomes a conditional',
    'public int run(List<Item> all, String kind) { int most; if (kind.isEmpty()) { most = 1; } else { most = 2; } return most; }',
    'public int run(List<Item> all, String kind) { return kind.isEmpty() ? 1 : 2; }',
  ],
  [
    'nested ifs become one',
    'public int run(List<Item> all, String kind) { if (all.isEmpty()) { if (kind.isEmpty()) { return 1; } } return 2; }',
    'public int run(List<Item> all, String kind) { if (all.isEmpty() && kind.isEmpty()) { return 1; } return 2; }',
  ],
  [
    'a condition is turned by De Morgan',
    'public int run(List<Item> all, String kind) { if (!(all.isEmpty() || kind.isEmpty())) { return 1; } return 2; }',
    'public int run(List<Item> all, String kind) { if (!all.isEmpty() && !kind.isEmpty()) { return 1; } return 2; }',
  ],
  [
    'texts are joined by a builder',
    'public String run(List<Item> all, String kind) { return "kind " + kind + " of " + all.size(); }',
    'public String run(List<Item> all, String kind) { StringBuilder text = new StringBuilder(); text.append("kind ").append(kind).append(" of ").append(all.size()); return text.toString(); }',
  ],
  [
    'a builder becomes a joined text',
    'public String run(List<Item> all, String kind) { return new StringBuilder().append(kind).append(": ").append(all.size()).toString(); }',
    'public String run(List<Item> all, String kind) { return kind + ": " + all.size(); }',
  ],
  [
    'types are left to the compiler',
    'public int run(List<Item> all, String kind) { Map<String, Item> byName = new HashMap<String, Item>(); for (Item each : all) byName.put(each.name(), each); return byName.size(); }',
    'public int run(List<Item> all, String kind) { var byName = new HashMap<String, Item>(); for (var each : all) byName.put(each.name(), each); return byName.size(); }',
  ],
  [
    'a pattern takes the place of a cast',
    'public int run(Object all, String kind) { if (all instanceof Item) { Item item = (Item) all; return item.price(); } return 0; }',
    'public int run(Object all, String kind) { if (all instanceof Item item) { return item.price(); } return 0; }',
  ],
  [
    'finally becomes try with resources',
    'public String run(List<Item> all, String kind) throws IOException { Reader in = open(kind); try { return all(in); } finally { in.close(); } }',
    'public String run(List<Item> all, String kind) throws IOException { try (Reader in = open(kind)) { return all(in); } }',
  ],
  [
    'an anonymous class becomes a lambda',
    'public void run(List<Item> all, String kind) { queue.add(new Runnable() { @Override public void run() { all.clear(); } }); }',
    'public void run(List<Item> all, String kind) { queue.add(() -> all.clear()); }',
  ],
  [
    'an anonymous comparator becomes one of the library',
    'public void run(List<Item> all, String kind) { all.sort(new Comparator<Item>() { public int compare(Item a, Item b) { return a.name().compareTo(b.name()); } }); }',
    'public void run(List<Item> all, String kind) { all.sort(Comparator.comparing(Item::name)); }',
  ],
  [
    'a class becomes a record',
    'static class Pair { private final int a; private final String b; Pair(int a, String b) { this.a = a; this.b = b; } int a() { return a; } String b() { return b; } }\n  public Pair run(List<Item> all, String kind) { return new Pair(all.size(), kind); }',
    'record Pair(int a, String b) {}\n  public Pair run(List<Item> all, String kind) { return new Pair(all.size(), kind); }',
  ],
  [
    'catches become one',
    'public int run(List<Item> all, String kind) { try { return parse(kind); } catch (IOException e) { return 0; } catch (ParseException e) { return 0; } }',
    'public int run(List<Item> all, String kind) { try { return parse(kind); } catch (IOException | ParseException e) { return 0; } }',
  ],
  [
    'a check that null is not given is the library’s',
    'public int run(List<Item> all, String kind) { if (kind == null) { throw new NullPointerException("kind"); } return all.size(); }',
    'public int run(List<Item> all, String kind) { Objects.requireNonNull(kind, "kind"); return all.size(); }',
  ],
  [
    'boxes are made by valueOf',
    'public Integer run(List<Item> all, String kind) { return new Integer(all.size()); }',
    'public Integer run(List<Item> all, String kind) { return Integer.valueOf(all.size()); }',
  ],
  [
    'a field is set where it is declared',
    'private List<Item> kept; public Cart() { kept = new ArrayList<>(); }\n  public int run(List<Item> all, String kind) { kept.addAll(all); return kept.size(); }',
    'private final List<Item> kept = new ArrayList<>();\n  public int run(List<Item> all, String kind) { kept.addAll(all); return kept.size(); }',
  ],
];

const lookAlikes: readonly Pair[] = [
  [
    'a constant is inlined with another value',
    'private static final String DEFAULT = "none";\n  public String run(List<Item> all, String kind) { return kind == null ? DEFAULT : kind.trim(); }',
    'public String run(List<Item> all, String kind) { return kind == null ? "any" : kind.trim(); }',
  ],
  [
    'another way out gives what one gave before',
    'public int run(List<Item> all, String kind) { if (kind.isEmpty()) { return 0; } if (all.isEmpty()) { return 1; } return 2; }',
    'public int run(List<Item> all, String kind) { if (kind.isEmpty()) { return 0; } if (all.isEmpty()) { return 0; } return 2; }',
  ],
  [
    'a method is extracted, and asks the other way round',
    'public int run(List<Item> all, String kind) { int sum = 0; for (Item each : all) { if (each.isOpen()) sum += each.price(); } return sum; }',
    'public int run(List<Item> all, String kind) { int sum = 0; for (Item each : all) { if (isMeant(each)) sum += each.price(); } return sum; }\n  private static boolean isMeant(Item each) { return !each.isOpen() && each.isFree(); }',
  ],
  [
    'a constant is extracted with another value',
    'public int run(List<Item> all, String kind) { if (all.size() > 100) return all.size(); return 0; }',
    'private static final int MOST = 1000;\n  public int run(List<Item> all, String kind) { if (all.size() > MOST) return all.size(); return 0; }',
  ],
  [
    'a loop becomes a stream that leaves out others',
    'public List<String> run(List<Item> all, String kind) { List<String> names = new ArrayList<>(); for (Item each : all) { if (each.isOpen()) { names.add(each.name()); } } return names; }',
    'public List<String> run(List<Item> all, String kind) { return all.stream().filter(each -> each.isFree()).map(each -> each.name()).collect(Collectors.toList()); }',
  ],
  [
    'an Optional gives something else for nothing',
    'public String run(List<Item> all, String kind) { Item found = find(kind); if (found == null) { return "none"; } return found.name(); }',
    'public String run(List<Item> all, String kind) { return Optional.ofNullable(find(kind)).map(Item::name).orElse("nothing"); }',
  ],
  [
    'a switch has a case more',
    'public int run(List<Item> all, String kind) { if (kind.equals("a")) { return 1; } else { return 3; } }',
    'public int run(List<Item> all, String kind) { switch (kind) { case "a": return 1; case "b": return 2; default: return 3; } }',
  ],
  [
    'a switch expression gives another value',
    'public int run(List<Item> all, String kind) { switch (kind) { case "a": return 1; case "b": return 2; default: return 3; } }',
    'public int run(List<Item> all, String kind) { return switch (kind) { case "a" -> 1; case "b" -> 7; default -> 3; }; }',
  ],
  [
    'an early return asks another question',
    'public int run(List<Item> all, String kind) { int sum = 0; if (all != null) { sum = all.size(); } return sum; }',
    'public int run(List<Item> all, String kind) { if (all.isEmpty()) { return 0; } return all.size(); }',
  ],
  [
    'a condition is turned, but not by De Morgan',
    'public int run(List<Item> all, String kind) { if (!(all.isEmpty() || kind.isEmpty())) { return 1; } return 2; }',
    'public int run(List<Item> all, String kind) { if (!all.isEmpty() && !kind.isBlank()) { return 1; } return 2; }',
  ],
  [
    'a builder joins another text',
    'public String run(List<Item> all, String kind) { return "kind " + kind + " of " + all.size(); }',
    'public String run(List<Item> all, String kind) { StringBuilder text = new StringBuilder(); text.append("kind ").append(kind).append(" in ").append(all.size()); return text.toString(); }',
  ],
  [
    'a pattern asks for another type',
    'public int run(Object all, String kind) { if (all instanceof Item) { Item item = (Item) all; return item.price(); } return 0; }',
    'public int run(Object all, String kind) { if (all instanceof Order item) { return item.price(); } return 0; }',
  ],
  [
    'a lambda does more than the class did',
    'public void run(List<Item> all, String kind) { queue.add(new Runnable() { @Override public void run() { all.clear(); } }); }',
    'public void run(List<Item> all, String kind) { queue.add(() -> { all.clear(); names.remove(kind); }); }',
  ],
  [
    'a comparator orders by something else',
    'public void run(List<Item> all, String kind) { all.sort(new Comparator<Item>() { public int compare(Item a, Item b) { return a.name().compareTo(b.name()); } }); }',
    'public void run(List<Item> all, String kind) { all.sort(Comparator.comparing(Item::price)); }',
  ],
  [
    'catches become one that catches more',
    'public int run(List<Item> all, String kind) { try { return parse(kind); } catch (IOException e) { return 0; } }',
    'public int run(List<Item> all, String kind) { try { return parse(kind); } catch (IOException | IllegalStateException e) { return 0; } }',
  ],
  [
    'a default is another one',
    'public int run(List<Item> all, String kind) { return rates.getOrDefault(kind, 0); }',
    'public int run(List<Item> all, String kind) { return rates.getOrDefault(kind, 10); }',
  ],
  [
    'the index of a loop begins later',
    'public int run(List<Item> all, String kind) { int sum = 0; for (int i = 0; i < all.size(); i++) { sum += all.get(i).price(); } return sum; }',
    'public int run(List<Item> all, String kind) { int sum = 0; for (int i = 1; i < all.size(); i++) { sum += all.get(i).price(); } return sum; }',
  ],
];

describe('refactorings of Java are no behaviour', () => {
  for (const pair of refactorings) it(pair[0], () => isQuiet(pair));
});

describe('what looks like a refactoring of Java and is none', () => {
  for (const pair of lookAlikes) it(pair[0], () => isFound(pair));
});
