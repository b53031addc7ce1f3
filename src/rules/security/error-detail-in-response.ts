import type { Call, Expression } from '../../code/expression.ts';
import { bare, visitsOf, type CodeNode } from '../../code/walk.ts';
import { bindingsOf } from '../../code/flow/bindings.ts';
import type { Sight } from '../pattern/code-inventory.ts';
import { lastName } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { isResponse } from './web/response.ts';

const senders = ['send', 'json', 'end', 'write', 'jsonp', 'render', 'status', 'body', 'print', 'println', 'entity'] as const;

export const errorDetailInResponse = patternRule({
  id: 'security/error-detail-in-response',
  title: 'A stack trace is sent to the caller',
  reason:
    'A stack trace names files, versions, queries and hosts. To the caller it is of no use; to an attacker it is the plan of the building.',
  remedy: 'Log the error with an id, and answer with a plain text and that id.',
  severity: 'warning',
  confidence: 'medium',
  category: 'info-exposure',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [209, 497],
  sources: [
    { title: 'OWASP Error Handling Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html' },
  ],
  limits: 'What frameworks add to their own error pages is not seen. The message of an error alone is left out.',
  examples: [
    {
      name: 'the trace is printed into the answer',
      base: {},
      head: {
        'src/main/java/Pay.java':
          'class Pay {\n  void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {\n    try {\n      pay(request);\n    } catch (PaymentException e) {\n      e.printStackTrace(response.getWriter());\n    }\n  }\n}\n',
      },
      finds: ['src/main/java/Pay.java:6 The stack trace of `e` is sent to the caller.'],
    },
    {
      name: 'the trace is logged',
      base: {},
      head: {
        'src/main/java/Pay.java':
          'class Pay {\n  void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {\n    try {\n      pay(request);\n    } catch (PaymentException e) {\n      log.error("payment failed", e);\n      response.sendError(500);\n    }\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the stack is sent',
      base: {},
      head: {
        'src/pay.ts': 'export const failed: ErrorRequestHandler = (err, req, res, next) => {\n  res.status(500).send(err.stack);\n};\n',
      },
      finds: ['src/pay.ts:2 The stack trace of `err` is sent to the caller.'],
    },
    {
      name: 'a text is sent',
      base: {},
      head: {
        'src/pay.ts':
          "export const failed: ErrorRequestHandler = (err, req, res, next) => {\n  res.status(500).send('payment failed');\n};\n",
      },
      finds: [],
    },
    {
      name: 'the whole error is sent',
      base: {},
      head: { 'src/pay.js': 'function pay(req, res) {\n  try {\n    run(req);\n  } catch (error) {\n    res.end(error);\n  }\n}\n' },
      finds: ['src/pay.js:5 The whole of `error` is sent to the caller, with what is in it besides the message.'],
    },
    {
      name: 'the message is sent',
      base: {},
      head: {
        'src/pay.js': 'function pay(req, res) {\n  try {\n    run(req);\n  } catch (error) {\n    res.end(error.message);\n  }\n}\n',
      },
      finds: [],
    },
  ],
  *look(code) {
    const java = code.file.facts?.language === 'java';
    for (const sight of code.calls(...senders)) {
      if (!isResponse(sight.node.receiver) && !(java && (isAnswer(sight.node.receiver) || isWriter(sight.node.receiver, sight)))) continue;
      const stack = stackIn(sight.node.arguments) ?? (java ? printedIn(sight.node.arguments, sight) : undefined);
      if (stack !== undefined)
        yield { at: sight, range: sight.node.range, message: `The stack trace of \`${stack}\` is sent to the caller.` };
      else if (!java) {
        const whole = sight.node.arguments.map((each) => wholeError(each, sight)).find((each) => each !== undefined);
        if (whole !== undefined)
          yield {
            at: sight,
            range: sight.node.range,
            message: `The whole of \`${whole}\` is sent to the caller, with what is in it besides the message.`,
          };
      }
    }
    for (const sight of java ? [] : code.assignments('body')) {
      const stack = isResponse(answered(sight.node.target)) ? stackIn([sight.node.value]) : undefined;
      if (stack !== undefined)
        yield { at: sight, range: sight.node.range, message: `The stack trace of \`${stack}\` is sent to the caller.` };
    }
    for (const sight of code.calls('printStackTrace')) {
      const [target] = sight.node.arguments;
      if (target && isWriter(target, sight))
        yield {
          at: sight,
          range: sight.node.range,
          message: `The stack trace of \`${(sight.node.receiver && lastName(sight.node.receiver)) ?? 'the error'}\` is sent to the caller.`,
        };
    }
  },
});

/** `ctx` of `ctx.body`. */
function answered(target: Expression): Expression | undefined {
  return target.kind === 'member' ? target.object : undefined;
}

/** `ResponseEntity.status(500)`, `Response.serverError()`. */
function isAnswer(expression: Expression | undefined): boolean {
  let at = expression && bare(expression);
  while (at?.kind === 'call' && at.receiver) at = bare(at.receiver);
  return at?.kind === 'name' && /^(?:ResponseEntity|Response|ServerResponse)$/.test(at.name);
}

/** The error whose trace was printed into what is sent: `e.printStackTrace(new PrintWriter(out))`, `out.toString()`. */
function printedIn(given: readonly Expression[], { code }: Sight<Call>): string | undefined {
  const names = new Set(visitsOf(given, 'name').map(({ node }) => node.name));
  const printing = visitsOf(code, 'call').find(
    ({ node }) => node.name === 'printStackTrace' && visitsOf(node.arguments, 'name').some((each) => targets(each.node.name, names, code)),
  );
  return printing && ((printing.node.receiver && lastName(printing.node.receiver)) ?? 'the error');
}

/** The buffer itself, or what writes into it: `PrintWriter writer = new PrintWriter(out)`. */
function targets(name: string, names: ReadonlySet<string>, code: Sight['code']): boolean {
  if (names.has(name)) return true;
  const made = visitsOf(code, 'variable').find(({ node }) => node.name === name)?.node.value;
  return made?.kind === 'new' && visitsOf(made.arguments, 'name').some(({ node }) => names.has(node.name));
}

/** `response.getWriter()`, or a variable that holds it. */
function isWriter(expression: Expression | undefined, scope: Sight<Call>): boolean {
  const value = expression && bare(expression);
  if (value?.kind === 'new') return value.arguments.some((each) => isWriter(each, scope));
  if (value?.kind === 'call') return /^get(Writer|OutputStream)$/.test(value.name) && isResponse(value.receiver);
  return value?.kind === 'name' && bindingsOf(value.name, scope).some(({ value: held }) => held?.kind === 'call' && isWriter(held, scope));
}

/** `err.stack`, `e.getStackTrace()`, `ExceptionUtils.getStackTrace(e)`. */
function stackIn(given: readonly Expression[]): string | undefined {
  for (const { node } of visitsOf(given, 'member')) if (node.name === 'stack' && isError(node.object)) return lastName(node.object);
  for (const { node } of visitsOf(given, 'call')) {
    if (!/^get(StackTrace|FullStackTrace|StackTraceAsString)$/.test(node.name)) continue;
    return lastName(node.arguments[0] ?? node.receiver ?? node);
  }
  return undefined;
}

function isError(expression: Expression): boolean {
  return /^(?:e|ex|err|error|exception|reason|cause|failure|\w*[eE]rr(?:or)?|\w*Exception)$/.test(lastName(expression) ?? '');
}

/** The error that is caught around, as it is or as a property. */
function wholeError(expression: Expression, sight: Sight<Call>): string | undefined {
  const value = bare(expression);
  if (value.kind === 'object') {
    return value.properties.map((property) => wholeError(property.value, sight)).find((each) => each !== undefined);
  }
  if (value.kind !== 'name' || !isError(value)) return undefined;
  const caught = around(sight).some(
    (node) =>
      node.kind === 'try' &&
      node.handlers.some(
        (handler) => handler.name === value.name && handler.range.start <= value.range.start && handler.range.end >= value.range.end,
      ),
  );
  return caught ? value.name : undefined;
}

function around({ parent }: Sight): readonly CodeNode[] {
  const nodes: CodeNode[] = [];
  for (let at = parent; at; at = at.parent) nodes.push(at.node);
  return nodes;
}
