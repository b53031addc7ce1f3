import { referencesOf, report, type Comparison } from './comparison.ts';
import { compareGoogleOptions } from './google-options.ts';
import { httpBindings, httpBody } from './http-bindings.ts';
import type { ProtoMethod, ProtoService } from './model.ts';

/** Compares two versions of a service, method by method. */
export function compareService(comparison: Comparison, base: ProtoService, head: ProtoService): void {
  compareGoogleOptions(comparison, 'service', base, head);
  for (const method of base.methods) {
    const same = head.methods.find(({ name }) => name === method.name);
    if (same) compareMethod(comparison, method, same);
    else {
      report(comparison, method, undefined, {
        change: 'rpc-no-delete',
        impact: 'breaking',
        message: `Method \`${method.fullName}\` was removed: clients that call it get \`UNIMPLEMENTED\`, and code that uses it no longer compiles.`,
      });
    }
  }
  for (const method of head.methods) {
    if (base.methods.some(({ name }) => name === method.name)) continue;
    report(comparison, undefined, method, {
      change: 'method-addition',
      impact: 'compatible',
      message: `Method \`${method.fullName}\` was added.`,
    });
  }
}

function compareMethod(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  compareTypes(comparison, base, head);
  compareStreaming(comparison, base, head);
  compareIdempotency(comparison, base, head);
  compareHttp(comparison, base, head);
  compareGoogleOptions(comparison, 'method', base, head);
}

function compareTypes(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  for (const part of ['request', 'response'] as const) {
    const { before, after, same } = referencesOf(comparison, base, base[part], head, head[part]);
    if (same) continue;
    report(comparison, base, head, {
      change: `rpc-same-${part}-type`,
      impact: 'breaking',
      message: `Method \`${base.fullName}\` has ${part} \`${after.name}\`, was \`${before.name}\`: what old clients ${part === 'request' ? 'send' : 'read'} is another message, and code that uses it no longer compiles.`,
    });
  }
}

function compareStreaming(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  for (const [side, key] of [
    ['client', 'requestStream'],
    ['server', 'responseStream'],
  ] as const) {
    if (base[key] === head[key]) continue;
    const [after, before] = [head[key], base[key]].map((streams) => (streams ? 'streams' : 'does not stream'));
    report(comparison, base, head, {
      change: `rpc-same-${side}-streaming`,
      impact: 'breaking',
      message: `In \`${base.fullName}\` the ${side} ${after ?? ''}, before it ${before === 'streams' ? 'did' : 'did not'}: old clients and new servers do not understand each other, and code that uses it no longer compiles.`,
    });
  }
}

const promises = ['IDEMPOTENCY_UNKNOWN', 'IDEMPOTENT', 'NO_SIDE_EFFECTS'];

/** A stronger promise breaks nobody; a weaker one those who repeat or cache calls. */
function compareIdempotency(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  const [before, after] = [base, head].map(({ options }) => options.get('idempotency_level') ?? 'IDEMPOTENCY_UNKNOWN');
  if (before === undefined || after === undefined || before === after) return;
  const isWeaker = promises.indexOf(after) < promises.indexOf(before);
  report(comparison, base, head, {
    change: 'rpc-same-idempotency-level',
    impact: isWeaker ? 'breaking' : 'compatible',
    message: `\`${base.fullName}\` has \`idempotency_level\` \`${after}\`, was \`${before}\`${isWeaker ? ': clients that repeat, cache or send it by GET do harm now, or are refused.' : '.'}`,
  });
}

function compareHttp(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  const [before, after] = [httpBindings(base), httpBindings(head)];
  const gone = before.filter((binding) => !after.includes(binding));
  if (gone.length > 0) {
    const now = after.length === 0 ? 'nothing' : after.map((binding) => `\`${binding}\``).join(', ');
    report(comparison, base, head, {
      change: after.length === 0 ? 'http-annotation-removal' : 'http-annotation-change',
      impact: 'breaking',
      message: `\`${base.fullName}\` is reached by ${now}, was by ${gone.map((binding) => `\`${binding}\``).join(', ')}: HTTP clients of the old route are refused.`,
    });
  } else if (after.length > before.length) {
    report(comparison, base, head, {
      change: 'http-annotation-addition',
      impact: 'compatible',
      message: `\`${base.fullName}\` can be reached by HTTP too.`,
    });
  } else compareHttpBody(comparison, base, head);
}

function compareHttpBody(comparison: Comparison, base: ProtoMethod, head: ProtoMethod): void {
  const [before, after] = [httpBody(base), httpBody(head)];
  if (before === after) return;
  const shown = (body: string): string => (body === '' ? 'none' : `\`${body}\``);
  report(comparison, base, head, {
    change: 'http-annotation-change',
    impact: 'breaking',
    message: `\`${base.fullName}\` takes ${shown(after)} as the body of HTTP requests, was ${shown(before)}: what HTTP clients of the old route send there is lost or refused.`,
  });
}
