import type { Assignment, Expression } from '../../code/expression.ts';
import { bindingsOf } from '../../code/flow/bindings.ts';
import { constantsOf, heldBy } from '../../code/flow/constant.ts';
import { bodyOf, symbolsNamed, type Scope } from '../../code/flow/scope.ts';
import { bare, dottedName, visitsOf, type CodeNode } from '../../code/walk.ts';
import type { CodeInventory, Sight } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { textOf } from '../pattern/values.ts';

export const uncheckedMessageOrigin = patternRule({
  id: 'security/unchecked-message-origin',
  title: 'A message between windows goes to or comes from anyone',
  reason:
    'A window can send messages to any other, whatever site it shows. Sent to `*`, a message reaches whoever is there by then; taken without a look at its origin, it may come from any page that opened or framed this one.',
  remedy:
    'Name the origin of the window that a message is for. In the handler compare `event.origin` with the origins that may send, as a whole.',
  severity: 'warning',
  confidence: 'medium',
  category: 'cross-origin-message',
  languages: ['typescript', 'javascript'],
  cwe: [346, 201],
  sources: [
    {
      title: 'MDN: Window.postMessage, security concerns',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/postMessage#security_concerns',
    },
  ],
  limits: 'How well a handler compares the origin is not judged. Handlers of other files, of workers and of extensions are left out.',
  examples: [
    {
      name: 'a message goes to any origin',
      base: {},
      head: { 'src/frame.ts': "export const tell = (user: User) => window.parent.postMessage(user, '*');\n" },
      finds: ['src/frame.ts:1 The message goes to whatever page is in `window.parent` by then.'],
    },
    {
      name: 'a message goes to one origin',
      base: {},
      head: { 'src/frame.ts': "export const tell = (user: User) => window.parent.postMessage(user, 'https://shop.acme.com');\n" },
      finds: [],
    },
    {
      name: 'a handler takes what comes',
      base: {},
      head: { 'src/frame.js': "window.addEventListener('message', (event) => {\n  load(event.data.url);\n});\n" },
      finds: ['src/frame.js:1 The handler takes messages from any page: it does not look at their origin.'],
    },
    {
      name: 'a handler looks who sends',
      base: {},
      head: {
        'src/frame.js':
          "window.addEventListener('message', (event) => {\n  if (event.origin !== 'https://shop.acme.com') return;\n  load(event.data.url);\n});\n",
      },
      finds: [],
    },
  ],
  *look(code) {
    const isShared = mayBeWorker(code);
    for (const sight of code.calls('postMessage')) {
      const target = sight.node.receiver;
      if (!target || textOf(sight.node.arguments[1], sight) !== '*') continue;
      if (tellsNothing(sight.node.arguments[0], sight)) continue;
      const name = dottedName(bare(target));
      // What is told to oneself reaches nobody else.
      if (/^_?(?:global|globalThis|self)$/.test(name ?? '')) continue;
      yield {
        at: sight,
        range: sight.node.range,
        message: `The message goes to whatever page is in ${name === undefined ? 'the window' : `\`${name}\``} by then.`,
      };
    }
    for (const sight of code.calls('addEventListener')) {
      const { receiver, arguments: given } = sight.node;
      if (
        isShared ||
        textOf(given[0], sight) !== 'message' ||
        (receiver && !/^(?:window|globalThis)$/.test(dottedName(bare(receiver)) ?? ''))
      )
        continue;
      if (!receiver && !/\bwindow\b|\bdocument\b/.test(code.file.text)) continue;
      if (takesAny(given[1], sight))
        yield {
          at: sight,
          range: sight.node.range,
          message: 'The handler takes messages from any page: it does not look at their origin.',
        };
    }
    for (const sight of code.assignments('onmessage')) {
      if (isShared || !isWindow(sight)) continue;
      if (sight.node.operator === '=' && takesAny(sight.node.value, sight))
        yield {
          at: sight,
          range: sight.node.range,
          message: 'The handler takes messages from any page: it does not look at their origin.',
        };
    }
  },
});

/** `{ type: 'ready' }` has nothing in it that others must not read. */
function tellsNothing(message: Expression | undefined, scope: Scope): boolean {
  const held = message && bare(heldBy(message, scope) ?? message);
  return (
    held?.kind === 'object' &&
    held.properties.length > 0 &&
    held.properties.every(({ value }) => isNothing(value) || constantsOf(value, scope) !== undefined)
  );
}

function isNothing(value: Expression): boolean {
  return /^(?:null|undefined)$/.test(bare(value).kind);
}

function isWindow(sight: Sight<Assignment>): boolean {
  const target = dottedName(bare(sight.node.target));
  return target === 'window.onmessage' || (target === 'globalThis.onmessage' && bindingsOf('globalThis', sight).length === 0);
}

/** `window = self`: the code runs in a worker, where messages come from the page that started it. */
function mayBeWorker(code: CodeInventory): boolean {
  return code.assignments('window').some(({ node }) => /^(?:self|global)$/.test(dottedName(bare(node.value)) ?? ''));
}

/** Whether a handler, where it is in this file, uses the data of a message and says nothing of where it is from. */
function takesAny(handler: Expression | undefined, scope: Scope): boolean {
  const body = handler && bodyOfHandler(handler, scope);
  if (!body || body.length === 0) return false;
  const names = visitsOf(body, 'member').map(({ node }) => node.name);
  const texts = visitsOf(body, 'name', 'variable').map(({ node }) => node.name);
  if (names.some((each) => /^(?:origin|source|isTrusted|ports)$/.test(each)) || texts.some((each) => /\b(?:origin|source)\b/.test(each)))
    return false;
  return names.includes('data') || texts.some((each) => /\bdata\b/.test(each));
}

function bodyOfHandler(handler: Expression, scope: Scope): readonly CodeNode[] | undefined {
  const held = bare(heldBy(handler, scope) ?? handler);
  if (held.kind === 'function')
    return [...held.parameters.map((name) => ({ kind: 'name' as const, name, range: held.range })), ...held.body];
  const name = held.kind === 'name' ? held.name : undefined;
  const symbol =
    name === undefined || !scope.file.facts ? undefined : symbolsNamed(scope.file.facts, name).find((each) => each.kind === 'function');
  return symbol && bodyOf(symbol);
}
