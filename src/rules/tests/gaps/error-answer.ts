import type { Call, Expression } from '../../../code/expression.ts';
import { statusNamed } from '../../../code/http-status.ts';
import { bare, type CodeNode } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';

/** The status of a refusal (4xx, 5xx) that a piece of code gives as its answer: `res.status(404)`, `ResponseEntity.notFound()`, `ctx.status = 404`; undefined for anything else. */
export function refusedStatus(node: CodeNode): string | undefined {
  if (node.kind === 'call') return inCall(node);
  if (node.kind === 'assignment')
    return node.target.kind === 'member' && /^status(?:Code)?$/.test(node.target.name) ? refusal(node.value) : undefined;
  return node.kind === 'new' && /^(?:ResponseEntity|Response|NextResponse)$/.test(simpleTypeName(node.type))
    ? firstRefusal(node.arguments.flatMap(withProperties))
    : undefined;
}

/** The status of an error that is made to be thrown: `new ResponseStatusException(HttpStatus.CONFLICT)`, `new HttpException('…', 404)`, `new NotFoundException()`. */
export function statusOfError(thrown: Expression): string | undefined {
  const value = bare(thrown);
  if (value.kind === 'call') return errorMakers.test(value.name) ? firstRefusal(value.arguments) : undefined;
  if (value.kind !== 'new') return undefined;
  const type = simpleTypeName(value.type);
  const named = statusNamed(type.replace(/(?:Http)?(?:Exception|Error)$/, ''));
  if (named !== undefined && named !== type && isRefusal(named)) return named;
  return /(?:Status|Http|HTTP|Web)\w*(?:Exception|Error)$/.test(type) ? firstRefusal(value.arguments) : undefined;
}

const errorMakers = /^(?:createError|httpError|createHttpError|boomify)$/;
/** What frameworks call the answer, or the context that has it. */
const answers = /^(?:res|response|reply|ctx|context|c|h|resp|rsp)$/;
const setters = /^(?:status|code|sendStatus|sendError|setStatus|setStatusCode|setResponseStatus|writeHead|throw|rawStatusCode)$/;
const entities = /^(?:ResponseEntity|ServerResponse|Response|NextResponse|RestResponse|HttpResponse)$/;
/** Hono gives the status after the content. */
const contents = /^(?:json|text|html|body)$/;

function inCall({ name, receiver, arguments: given }: Call): string | undefined {
  const on = receiver && bare(receiver);
  const owner = on?.kind === 'name' || on?.kind === 'member' ? on.name : on?.kind === 'this' ? 'this' : undefined;
  if (owner === undefined) return undefined;
  if (entities.test(owner)) return name === 'status' || name === 'json' ? firstRefusal(given.flatMap(withProperties)) : named(name);
  if (!answers.test(owner)) return undefined;
  if (setters.test(name)) return refusal(given[0]);
  return contents.test(name) ? refusal(given[1]) : undefined;
}

function named(name: string): string | undefined {
  const status = statusNamed(name);
  return status !== undefined && isRefusal(status) ? status : undefined;
}

function withProperties(value: Expression): readonly Expression[] {
  return value.kind === 'object' ? value.properties.flatMap((each) => (each.key === 'status' ? [each.value] : [])) : [value];
}

function firstRefusal(values: readonly Expression[]): string | undefined {
  return values.map(refusal).find((status) => status !== undefined);
}

function refusal(written: Expression | undefined): string | undefined {
  const value = written && bare(written);
  if (value?.kind === 'number') return isRefusal(value.text) ? value.text : undefined;
  // `HttpStatus.NOT_FOUND.value()`
  const constant = value?.kind === 'call' && value.receiver && value.arguments.length === 0 ? bare(value.receiver) : value;
  return constant?.kind === 'member' || (constant?.kind === 'name' && /^[A-Z][A-Z_]+$/.test(constant.name))
    ? named(constant.name)
    : undefined;
}

function isRefusal(status: string): boolean {
  return /^[45]\d\d$/.test(status);
}
