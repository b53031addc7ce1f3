import type { TextRange } from '../../../base/text-range.ts';
import type { Expression, ObjectLiteral } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory } from '../../pattern/code-inventory.ts';
import { optionOf } from '../../pattern/values.ts';
import { usesCdk } from './cdk.ts';

/** A statement of a policy that allows more than is needed. */
export interface WidePolicy {
  readonly at: Scope;
  readonly range: TextRange;
  /** Completes "The statement …". */
  readonly what: string;
}

/** With one of these on everything, a role can give itself every right. */
const escalating =
  /^(?:iam:(?:CreatePolicyVersion|SetDefaultPolicyVersion|CreateAccessKey|CreateLoginProfile|UpdateLoginProfile|Attach(?:User|Group|Role)Policy|Put(?:User|Group|Role)Policy|AddUserToGroup|UpdateAssumeRolePolicy|PassRole|\*)|lambda:UpdateFunctionCode|sts:AssumeRole|\*)$/;

/** Statements of IAM, as constructs or as JSON, that name everything or everyone. */
export function* widePoliciesIn(code: CodeInventory): Generator<WidePolicy> {
  if (!usesCdk(code)) return;
  for (const at of code.of('object')) {
    const statement = statementOf(at.node, at);
    if (!statement || statement.denies) continue;
    const { actions, resources, principals } = statement;
    const every = actions.find((each) => each.text === '*' || each.text === '*:*');
    const all = resources.find((each) => each.text === '*' || /^arn:aws:\w+:[\w-]*:[\w-]*:(?:[\w-]+\/)?\*$/.test(each.text));
    const anyone = principals.find((each) => isAnyone(each.expression, at));
    if (every) yield { at, range: every.expression.range, what: 'allows every action' };
    else if (all && isForAll(all.text) && !statement.isKeyPolicy)
      yield { at, range: all.expression.range, what: 'allows its actions on everything there is' };
    else if (all && actions.some(({ text }) => escalating.test(text)))
      yield { at, range: all.expression.range, what: 'lets whoever has it give himself more rights' };
    if (anyone) yield { at, range: anyone.expression.range, what: 'lets everyone use it' };
  }
}

function isForAll(text: string): boolean {
  return text === '*';
}

interface Written {
  readonly text: string;
  readonly expression: Expression;
}

interface Statement {
  readonly actions: readonly Written[];
  readonly resources: readonly Written[];
  readonly principals: readonly Written[];
  readonly denies: boolean;
  /** The policy of a key speaks of that key alone. */
  readonly isKeyPolicy: boolean;
}

function statementOf(object: ObjectLiteral, scope: Scope): Statement | undefined {
  const of = (...keys: readonly string[]): readonly Written[] => keys.flatMap((key) => writtenIn(optionOf(object, key, scope), scope));
  const actions = of('actions', 'Action');
  const resources = of('resources', 'Resource');
  const principals = of('principals', 'Principal');
  const isOne = object.properties.some(({ key }) => /^(?:actions|Action|notActions|NotAction)$/.test(key));
  const goesWith = object.properties.some(({ key }) => /^(?:resources|Resource|principals|Principal|effect|Effect)$/.test(key));
  if (!isOne || !goesWith) return undefined;
  const effect = of('effect', 'Effect')[0]?.text ?? '';
  const conditional = object.properties.some(({ key }) => /^conditions?$/i.test(key));
  return {
    actions,
    resources,
    principals: conditional ? [] : principals,
    denies: /^deny$/i.test(effect),
    isKeyPolicy: actions.length > 0 && actions.every(({ text }) => text.startsWith('kms:')),
  };
}

/** The texts of a list, of a single text, or of what a map holds. */
function writtenIn(value: Expression | undefined, scope: Scope): readonly Written[] {
  if (!value) return [];
  const held = bare(heldBy(value, scope) ?? value);
  const each =
    held.kind === 'array' ? held.elements : held.kind === 'object' ? held.properties.flatMap((one) => partsIn(one.value, scope)) : [value];
  return each.map((expression) => {
    const known = constantOf(expression, scope);
    return { text: typeof known === 'string' ? known : (lastName(expression) ?? ''), expression };
  });
}

function partsIn(value: Expression, scope: Scope): readonly Expression[] {
  const held = bare(heldBy(value, scope) ?? value);
  return held.kind === 'array' ? held.elements : [value];
}

function isAnyone(expression: Expression, scope: Scope): boolean {
  if (constantOf(expression, scope) === '*') return true;
  const held = bare(heldBy(expression, scope) ?? expression);
  if (held.kind !== 'new') return false;
  const type = simpleTypeName(held.type);
  return (
    type === 'StarPrincipal' || type === 'AnyPrincipal' || (type === 'ArnPrincipal' && constantOf(held.arguments[0] ?? held, scope) === '*')
  );
}
