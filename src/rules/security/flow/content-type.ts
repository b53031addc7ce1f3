import type { Use } from '../../../code/flow/taint/knowledge.ts';
import { withMember, type Value } from '../../../code/flow/taint/value.ts';

const held = '#type';

/** A response after a call that sets its content type. */
export function withContentType(use: Use): Value | undefined {
  const { receiver, origin = '' } = use;
  if (!receiver || !/^(@response|(Http)?ServletResponse$|HttpServletResponse$|@context)/.test(origin)) return undefined;
  const type = contentTypeIn(use);
  return type && withMember(receiver, held, type);
}

function contentTypeIn({ name, values }: Use): Value | undefined {
  const [first, second] = values;
  switch (name) {
    case 'setContentType':
    case 'type':
    case 'contentType':
      return first;
    case 'set':
    case 'setHeader':
    case 'header':
    case 'addHeader':
      if (typeof first?.constant === 'string') return first.constant.toLowerCase() === 'content-type' ? second : undefined;
      return headerIn(first);
    case 'writeHead':
      return headerIn(second) ?? headerIn(values[2]);
    default:
      return undefined;
  }
}

function headerIn(headers: Value | undefined): Value | undefined {
  return [...(headers?.members ?? [])].find(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

/** Whether a browser may take what is sent for a page. */
export function mayBeHtml(response: Value | undefined): boolean {
  const type = response?.members?.get(held);
  return !type || (typeof type.constant === 'string' && /html|xml|svg/i.test(type.constant));
}
