import type { TextRange } from '../../base/text-range.ts';
import type { CodeNode } from '../../code/walk.ts';
import { bare, dottedName, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { bindingsOf } from '../../code/flow/bindings.ts';
import { constantOf } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { Assignment, Call, Expression, NestedFunction } from '../../code/expression.ts';
import type { Statement } from '../../code/statement.ts';
import { simpleTypeName } from '../code-in-file.ts';

/** A place where the other end's certificate or name is not checked. */
export interface Trust {
  readonly range: TextRange;
  /** Completes "… , so" with what is let through. */
  readonly what: string;
  readonly weakness: 'certificate' | 'host-name';
  /** Only where a setting asks for it. */
  readonly guarded?: boolean;
  /** What to write instead, where that is all there is to do. */
  readonly instead?: { readonly range: TextRange; readonly newText: string };
}

const trustingNames: ReadonlyMap<string, 'certificate' | 'host-name'> = new Map([
  ['NoopHostnameVerifier', 'host-name'],
  ['AllowAllHostnameVerifier', 'host-name'],
  ['ALLOW_ALL_HOSTNAME_VERIFIER', 'host-name'],
  ['TrustAllStrategy', 'certificate'],
  ['InsecureTrustManagerFactory', 'certificate'],
  ['PromiscuousVerifier', 'certificate'],
  ['AcceptAllServerKeyVerifier', 'certificate'],
]);

const hostVerifierSetters = /^(set|setDefault|setSSL|withSSL)?hostnameVerifier$/i;
const certificateChecks: ReadonlySet<string> = new Set(['checkServerTrusted', 'checkServerIdentity']);

const words =
  /Unauthorized|strictSSL|REJECT_UNAUTH|checkServer|host_?name|host_?key|server_?key|trust|EndpointIdentification|Revocation|SslErr|InsecureSSL|InsecureCerts|Certificate|VerifyHost|VerifyPeer|HTTPSValidation/i;

/** Whether a text has a word of it at all: most files have none, and need not be walked. */
export function mayTrust(text: string): boolean {
  return words.test(text);
}

/** Everything in a piece of code that switches a check of TLS off. */
export function* trustIn(scope: Scope): Generator<Trust> {
  for (const visited of walk(scope.code)) {
    for (const trust of trustAt(visited, scope)) yield isGuarded(visited, scope) ? { ...trust, guarded: true } : trust;
  }
}

const flag = /secure|disable|self_?-?(?:cert|sign)|validat|verif|trust|ignore|no_?cert|skip/i;

/** Whether somebody has to ask for it: inside of a condition on a setting that is named so. */
function isGuarded({ parent }: Visited, scope: Scope): boolean {
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind !== 'if') continue;
    const { test } = at.node;
    const values = visitsOf([test], 'name').flatMap(({ node }) =>
      bindingsOf(node.name, scope).flatMap(({ value }) => (value ? [value] : [])),
    );
    if ([test, ...values].some(({ range }) => flag.test(scope.file.text.slice(range.start, range.end)))) return true;
  }
  return false;
}

function* trustAt({ node, parent }: Visited, scope: Scope): Generator<Trust> {
  if (node.kind === 'object') yield* inObject(node.properties, scope);
  if (node.kind === 'assignment') yield* inAssignment(node, scope);
  if (node.kind === 'call') yield* inCall(node, scope);
  if (node.kind === 'member' || node.kind === 'name') yield* named(node, parent?.node);
  if (node.kind === 'new') {
    const weakness = trustingNames.get(simpleTypeName(node.type));
    if (weakness) yield { range: node.range, what: `\`${simpleTypeName(node.type)}\` accepts every ${subjectOf(weakness)}`, weakness };
    for (const method of node.members ?? []) yield* inMethod(method);
  }
  if (node.kind === 'functions') for (const method of node.functions) yield* inMethod(method);
}

/** A method of a trust manager or host name verifier that lets everything pass. */
export function* inMethod(method: Pick<NestedFunction, 'name' | 'parameters' | 'body' | 'range'>): Generator<Trust> {
  if ((method.name === 'checkServerTrusted' || method.name === 'checkClientTrusted') && onlyTells(method.body)) {
    const how = method.body.length === 0 ? 'is empty' : 'refuses nothing';
    yield { range: method.range, what: `\`${method.name}\` ${how}, so every certificate is accepted`, weakness: 'certificate' };
  }
  if (method.name === 'verify' && method.parameters.length === 2 && answersTrue(method.body)) {
    yield { range: method.range, what: '`verify` always answers true, so every host name is accepted', weakness: 'host-name' };
  }
}

function* inObject(
  properties: readonly { readonly key: string; readonly value: Expression; readonly range: TextRange }[],
  scope: Scope,
): Generator<Trust> {
  for (const { key, value, range } of properties) {
    if ((key === 'rejectUnauthorized' || key === 'strictSSL') && constantOf(value, scope) === false) {
      yield {
        range,
        what: `\`${key}: false\` accepts every certificate`,
        weakness: 'certificate',
        instead: { range: value.range, newText: 'true' },
      };
    }
    if (key === 'checkServerIdentity' && value.kind === 'function' && answersNothing(value.body)) {
      yield { range, what: '`checkServerIdentity` checks nothing, so every host name is accepted', weakness: 'host-name' };
    }
  }
}

function* inAssignment(node: Assignment, scope: Scope): Generator<Trust> {
  const name = assignedProperty(node.target);
  const value = bare(node.value);
  if (
    name === 'NODE_TLS_REJECT_UNAUTHORIZED' &&
    ((value.kind === 'string' && value.value === '0') || (value.kind === 'number' && value.text === '0'))
  ) {
    yield {
      range: node.range,
      what: '`NODE_TLS_REJECT_UNAUTHORIZED = 0` makes the whole process accept every certificate',
      weakness: 'certificate',
    };
  }
  if ((name === 'rejectUnauthorized' || name === 'strictSSL') && constantOf(value, scope) === false) {
    yield {
      range: node.range,
      what: `\`${name} = false\` accepts every certificate`,
      weakness: 'certificate',
      instead: { range: node.value.range, newText: 'true' },
    };
  }
  if (name !== undefined && certificateChecks.has(name) && value.kind === 'function' && answersNothing(value.body)) {
    yield { range: node.range, what: `\`${name}\` checks nothing, so every host name is accepted`, weakness: 'host-name' };
  }
}

function assignedProperty(target: Expression): string | undefined {
  if (target.kind === 'index' && target.index.kind === 'string') return target.index.value;
  return target.kind === 'member' || target.kind === 'name' ? target.name : undefined;
}

function* inCall(call: Call, scope: Scope): Generator<Trust> {
  const last = call.arguments.at(-1);
  if (hostVerifierSetters.test(call.name) && last?.kind === 'function' && answersTrue(last.body)) {
    yield { range: call.range, what: 'the host name verifier always answers true, so every host name is accepted', weakness: 'host-name' };
  }
  if (call.name === 'loadTrustMaterial' && last?.kind === 'function' && answersTrue(last.body)) {
    yield { range: call.range, what: 'the trust strategy always answers true, so every certificate is accepted', weakness: 'certificate' };
  }
  if (
    /^(?:setSslHostnameVerification|setHostnameVerification|setValidateCertificates?|setVerifyHost|setVerifyPeer)$/.test(call.name) &&
    last?.kind === 'false'
  ) {
    yield {
      range: call.range,
      what: `\`${call.name}(false)\` accepts every host name`,
      weakness: 'host-name',
      instead: { range: last.range, newText: 'true' },
    };
  }
  if (
    /^(?:setTrustAll|trustAll|setTrustAllCerts|trustAllCerts|ignoreSslErrors|relaxedHTTPSValidation|useInsecureSSL|setAcceptInsecureCerts)$/.test(
      call.name,
    ) &&
    (!last || last.kind === 'true')
  ) {
    yield { range: call.range, what: `\`${call.name}\` accepts every certificate`, weakness: 'certificate' };
  }
  const checkedOtherwise = (): boolean =>
    visitsOf(scope.code, 'call').some(({ node }) => /^(getRevocationChecker|addCertPathChecker|setCertPathCheckers)$/.test(node.name));
  if (call.name === 'setRevocationEnabled' && last?.kind === 'false' && !checkedOtherwise()) {
    yield {
      range: call.range,
      what: 'without a check of revocation a certificate that was withdrawn is accepted',
      weakness: 'certificate',
    };
  }
  if (call.name === 'setEndpointIdentificationAlgorithm' && (last?.kind === 'null' || (last?.kind === 'string' && last.value === ''))) {
    yield { range: call.range, what: 'without an endpoint identification algorithm every host name is accepted', weakness: 'host-name' };
  }
}

/** `NoopHostnameVerifier.INSTANCE`: the outermost member only, and no mention as a type. */
function* named(node: Extract<Expression, { kind: 'member' | 'name' }>, parent: CodeNode | undefined): Generator<Trust> {
  if (parent?.kind === 'member') return;
  const name = (dottedName(node) ?? '').split('.').find((part) => trustingNames.has(part));
  const weakness = name === undefined ? undefined : trustingNames.get(name);
  if (name !== undefined && weakness) yield { range: node.range, what: `\`${name}\` accepts every ${subjectOf(weakness)}`, weakness };
}

function subjectOf(weakness: Trust['weakness']): string {
  return weakness === 'certificate' ? 'certificate' : 'host name';
}

function answersTrue(body: readonly Statement[]): boolean {
  const [only, ...more] = body.filter(({ kind }) => kind !== 'other');
  if (only?.kind === 'block' && more.length === 0) return answersTrue(only.body);
  return only?.kind === 'return' && only.value !== undefined && bare(only.value).kind === 'true' && more.length === 0;
}

/** Nothing at all, a return, or a line in the log. */
function onlyTells(body: readonly Statement[]): boolean {
  return body.every((statement) => {
    if (statement.kind === 'return') return statement.value === undefined;
    return statement.kind === 'expression' && statement.value.kind === 'call' && logging.test(statement.value.name);
  });
}

const logging = /^(?:log|trace|debug|info|warn|warning|error|severe|fine|finer|finest|print|println|printf)$/;

function answersNothing(body: readonly Statement[]): boolean {
  const [only, ...more] = body;
  if (!only) return true;
  if (only.kind !== 'return' || more.length > 0) return false;
  const value = only.value && bare(only.value);
  return (
    value === undefined ||
    value.kind === 'undefined' ||
    value.kind === 'null' ||
    value.kind === 'true' ||
    (value.kind === 'unary' && value.operator === 'void')
  );
}
