import { remembered } from '../../base/remembered.ts';
import { canonical } from '../../code/canonical.ts';
import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { Call } from '../../code/expression.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';
import { aloneIn, doneIn } from '../safeguards/standing-alone.ts';
import { isAccessCheck } from './access/access-checks.ts';

const validating =
  /^(?:validate(?!(?:Async|Sync|Value|OrReject|Body|Request|Query|Params)$)[A-Z]\w*|reject(?:If|Unless|Invalid)\w*|throwIf[A-Z]\w*|(?:assert|ensure|check|verify|require)\w*(?:Valid|Safe|Url|URL|Path|Signature|Checksum|Injection|Size|Length|Range|Bounds|Format|Input|Payload|Schema|Exists|NotEmpty|NotBlank)\w*)$/;
/** What is set up, drawn or made ready is no input. */
const ownState =
  /^validate(?:Tree|Layout|Display|Root|Parent|State|Setup|Config\w*|Properties|Peer|Cache)$|Initiali[sz]ed|Capacity|Loaded|Open$/;

/** `validateOrder(order);`, `await ensureSafeUrl(url);`: a project's own check, of which nothing but its failure can come. Names that libraries have are looked at with the libraries. */
export const ownValidators: SafeguardKind = {
  helpers: /valid|verify|check|ensure|assert|require|parse|saniti[sz]e|guard|schema|constrain|safe/i,
  find: (at) => [...validatorsIn(at)],
  exposed: ({ key }, head, base) => isStillUsed(key, head) && goesOn(head, base),
};

function* validatorsIn(at: SymbolAt): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'call')) {
    const { node } = visited;
    const statement = isValidator(node) ? aloneIn(visited) : undefined;
    const [given] = node.arguments;
    if (!statement || !given) continue;
    yield {
      family: `validation by ${node.name}`,
      key: `${node.name} ${canonical(given)}`,
      scope: scopeOf(visited),
      range: statement.range,
    };
  }
}

function isValidator(call: Call): boolean {
  return validating.test(call.name) && !ownState.test(call.name) && !isAccessCheck(call);
}

/** What was checked is still there: a parameter, or something that is called or read. */
function isStillUsed(key: string, { symbol }: SymbolAt): boolean {
  const given = key.slice(key.indexOf(' ') + 1);
  return visitsOf(codeOf(symbol), 'name', 'member', 'call').some(({ node }) => canonical(node) === given);
}

function goesOn(head: SymbolAt, base: SymbolAt): boolean {
  const before = new Set(doneIn(base));
  return doneIn(head).some((each) => before.has(each));
}

/** An object that has no prototype, or no object at all. */
const withoutPrototype = /Object\.create\(null\)|__proto__: null|new Map\(/;

const namesPrototype = remembered(({ text }: SourceFile): boolean => text.includes('__proto__'));

/** `if (key === '__proto__') continue;`: names by which what is merged reaches the prototype of every object. */
export const prototypeGuards: SafeguardKind = {
  helpers: /proto|safe|saniti[sz]e|polluti|forbidden|unsafe|dangerous/i,
  find: ({ symbol, file }) =>
    namesPrototype(file)
      ? visitsOf(codeOf(symbol), 'binary').flatMap((visited): readonly Safeguard[] => {
          const { node } = visited;
          const name = [node.left, node.right].find((each) => each.kind === 'string' && each.value === '__proto__');
          if (!name || !/^[!=]==?$/.test(node.operator)) return [];
          return [{ family: 'prototype', key: canonical(node), scope: scopeOf(visited), range: node.range }];
        })
      : [],
  exposed: (_, { symbol, file }) => visitsOf(codeOf(symbol), 'index').length > 0 && !withoutPrototype.test(file.text),
};
