import type { Expression } from '../../../code/expression.ts';
import { bare } from '../../../code/walk.ts';

const responseName = /^(?:_?res|resp|rsp|response|httpResponse|servletResponse|httpServletResponse|reply|ctx|context|c)$/i;

/** Whether a value is what answers a request, by the name that frameworks give it: `res`, `res.status(500)`, `ctx.response`. */
export function isResponse(expression: Expression | undefined): boolean {
  let at = expression && bare(expression);
  while (at?.kind === 'call' && at.receiver) at = bare(at.receiver);
  if (at?.kind === 'member') return responseName.test(at.name) || (at.name === 'raw' && isResponse(at.object));
  return at?.kind === 'name' && responseName.test(at.name);
}

/** Whether a value comes with a request, by its root: `req.query.id`, `request.getParameter("id")`, `ctx.request.body`. */
export function isOfRequest(expression: Expression): boolean {
  let at = bare(expression);
  for (;;) {
    if (at.kind === 'call' && at.receiver) at = bare(at.receiver);
    else if (at.kind === 'member' || at.kind === 'index') at = bare(at.object);
    else break;
    if ((at.kind === 'name' || at.kind === 'member') && /^(?:_?req|request|httpRequest|servletRequest)$/i.test(at.name)) return true;
  }
  return at.kind === 'name' && /^(?:_?req|request)$/i.test(at.name);
}
