import type { SourceFile } from '../../code/code-change.ts';
import type { AnnotationFact, SymbolFact } from '../../code/facts.ts';
import { membersOf } from '../../code/indexed-facts.ts';
import { enclosing, simpleTypeName } from '../code-in-file.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';

const java = (call: string): string =>
  `@Service\nclass Orders {\n  void takeAll(List<Order> orders) {\n    for (Order order : orders) ${call};\n  }\n\n  @Transactional(propagation = Propagation.REQUIRES_NEW)\n  public void take(Order order) {\n    store.save(order);\n  }\n}\n`;

export const bypassedProxy = patternRule({
  id: 'robustness/bypassed-proxy',
  title: 'A method is called past the proxy that its annotation needs',
  reason:
    'Spring puts the transaction, the other thread, the cache or the retry around a bean, not into it. A call from within the same object, and a method that cannot be overridden, never meets it: the annotation is there and does nothing.',
  remedy: 'Put the method into a bean of its own, call it through the injected bean, or use `TransactionTemplate` and its kin.',
  severity: 'warning',
  confidence: 'high',
  category: 'transaction',
  languages: ['java'],
  cwe: [662],
  sources: [
    {
      title: 'Spring Framework: using @Transactional, self-invocation',
      url: 'https://docs.spring.io/spring-framework/reference/data-access/transaction/declarative/annotations.html',
    },
  ],
  limits:
    'Calls in the same file, and not in files of Quarkus, Micronaut, CDI and Guice, whose interceptors are subclasses. Where the one who calls has the same annotation a transaction is there already, and nothing is said. Weaving by AspectJ, where it is set up, makes such calls good.',
  examples: [
    edited('a method calls its neighbour', 'src/main/java/Orders.java', '', java('take(order)'), [
      '4 `takeAll` calls `take` past the proxy: its `@Transactional` does nothing here.',
    ]),
    edited('it asks the bean', 'src/main/java/Orders.java', '', java('self.take(order)')),
    edited(
      'nobody can get around a private method',
      'src/main/java/Orders.java',
      '',
      '@Service\nclass Orders {\n  @Async\n  private void send(Order order) {\n    mail.send(order);\n  }\n}\n',
      ['3 `send` is private, so that no proxy can stand around it: its `@Async` does nothing.'],
    ),
  ],
  *look(code) {
    if (isOfAnotherContainer(code.file)) return;
    yield* privateOnes(code);
    yield* ownCalls(code);
  },
});

/** Quarkus and Guice make subclasses, which calls from within meet as well. */
function isOfAnotherContainer({ facts }: SourceFile): boolean {
  const sources = facts?.imports.map(({ source }) => source) ?? [];
  return (
    sources.some((each) => /^(?:io\.quarkus|io\.micronaut|jakarta\.enterprise|javax\.enterprise|com\.google\.inject)\b/.test(each)) &&
    !sources.some((each) => each.startsWith('org.springframework'))
  );
}

const proxied = /^(?:Transactional|Async|Cacheable|CacheEvict|CachePut|Retryable|PreAuthorize|PostAuthorize|Secured|RolesAllowed)$/;

function* privateOnes(code: CodeInventory): Generator<Sighting> {
  for (const symbol of code.file.facts?.symbols ?? []) {
    if (!symbol.touched || symbol.kind !== 'method' || symbol.visibility !== 'private') continue;
    const mark = markOf(symbol);
    if (!mark) continue;
    yield {
      at: { file: code.file, symbol, code: [] },
      range: mark.range,
      message: `\`${symbol.name}\` is private, so that no proxy can stand around it: its \`@${simpleTypeName(mark.name)}\` does nothing.`,
    };
  }
}

function markOf({ annotations }: SymbolFact): AnnotationFact | undefined {
  return annotations.find(({ name }) => proxied.test(simpleTypeName(name)));
}

function* ownCalls(code: CodeInventory): Generator<Sighting> {
  const facts = code.file.facts;
  if (!facts?.symbols.some((symbol) => markOf(symbol))) return;
  for (const sight of code.of('call')) {
    const { receiver, name, arguments: given, nameRange } = sight.node;
    if (receiver && receiver.kind !== 'this') continue;
    const owner = enclosing(sight.symbol, facts)[0];
    const called =
      owner &&
      membersOf(owner, facts).filter((each) => each.kind === 'method' && each.name === name && each.parameters?.length === given.length);
    const [method, ...others] = called ?? [];
    const mark = method && others.length === 0 && method.visibility !== 'private' ? markOf(method) : undefined;
    if (!owner || !method || !mark || method === sight.symbol || isMeantAnyway(sight.symbol, owner, mark)) continue;
    yield {
      at: sight,
      range: nameRange,
      message: `\`${sight.symbol.name}\` calls \`${name}\` past the proxy: its \`@${simpleTypeName(mark.name)}\` does nothing here.`,
    };
  }
}

/** The one who calls has the same around it, unless a new one is asked for; a test calls as it likes. */
function isMeantAnyway(caller: SymbolFact, owner: SymbolFact, mark: AnnotationFact): boolean {
  const name = simpleTypeName(mark.name);
  if (name === 'Transactional' && /REQUIRES_NEW|NOT_SUPPORTED|NEVER|NESTED/.test(JSON.stringify(mark.arguments))) return false;
  const around = [...caller.annotations, ...owner.annotations].map((each) => simpleTypeName(each.name));
  return around.includes(name) || (name === 'Transactional' && caller.kind !== 'method');
}
