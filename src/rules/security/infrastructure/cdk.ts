import { groupBy } from '../../../base/group-by.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import type { CodeInventory } from '../../pattern/code-inventory.ts';
import { openSettings } from '../../pattern/settings.ts';
import { constructRows, type ConstructRow } from './cdk-rows.ts';

/** A construct with a setting that leaves something open. */
export interface OpenConstruct {
  readonly at: Scope;
  readonly range: TextRange;
  /** As in messages: `Bucket`. */
  readonly name: string;
  readonly row: ConstructRow;
  /** The setting with the value, where one is written. */
  readonly setting?: string;
}

const rowsOf = groupBy(
  constructRows.flatMap((row) => row.of.split('|').map((name) => ({ name, row }))),
  ({ name }) => name,
);
const methods = ['addListener', 'addMethod'] as const;

/** Whether a file uses the AWS CDK at all. */
export function usesCdk({ file }: CodeInventory): boolean {
  return file.facts?.imports.some(({ source }) => /^(?:aws-cdk-lib|@aws-cdk\/|monocdk)/.test(source)) === true;
}

/** Constructs with settings that are known to leave something open, and those where it is open unless somebody closes it. */
export function* openConstructsIn(code: CodeInventory): Generator<OpenConstruct> {
  if (!usesCdk(code)) return;
  for (const sight of [...code.of('new'), ...code.calls(...methods)]) {
    const name = constructName(sight.node, sight);
    const usual = sight.node.kind === 'new' ? 2 : Math.max(sight.node.arguments.length - 1, 0);
    for (const { row } of rowsOf.get(name ?? '') ?? []) {
      for (const found of openSettings(row, sight, usual))
        yield { at: sight, name: name?.split('.').slice(1).join('.') ?? '', row, ...found };
    }
  }
}

/** `s3.Bucket` for `new Bucket(…)` of `aws-cdk-lib/aws-s3`; `apigateway.RestApi.addMethod` for a method of what an API has. */
export function constructName(expression: Expression, scope: Scope): string | undefined {
  const origin = originOf(expression, scope);
  const [, service = '', rest = ''] = /^(?:aws-cdk-lib|@aws-cdk|monocdk)[/.](?:aws[-_])?([\w-]+)\.(.+)$/.exec(origin ?? '') ?? [];
  if (service === '') return undefined;
  const words = rest.replaceAll('()', '').split('.');
  const [first = '', ...more] = words;
  return [service.replace(/[-_]/g, ''), first, ...(more.length > 0 ? more.slice(-1) : [])].join('.');
}
