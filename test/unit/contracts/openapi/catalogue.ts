import assert from 'node:assert/strict';
import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { compare } from '../comparing.ts';

/** What published tools call the change, what is found, and both documents. */
export type CatalogueCase = readonly [name: string, expected: readonly string[], base: string, head: string];

export const doc = (rest: string, version = '1.0.0'): string => `openapi: 3.1.0\ninfo: {title: Things, version: ${version}}\n${rest}`;

const other = "  /other: {get: {responses: {'200': {description: ok}}}}\n";

/** A document with an operation of these lines, and another one that stays as it is. */
export const op = (inside: string): string =>
  doc(
    `paths:\n  /things:\n    post:\n${inside
      .split('\n')
      .map((line) => `      ${line}\n`)
      .join('')}${other}`,
  );

export const ok = "responses: {'200': {description: ok}}";
export const body = (schema: string, more = ''): string =>
  op(`requestBody: {${more}content: {application/json: {schema: ${schema}}}}\n${ok}`);
export const res = (schema: string): string =>
  op(`responses: {'200': {description: ok, content: {application/json: {schema: ${schema}}}}}`);
export const par = (parameters: string): string => op(`parameters: [${parameters}]\n${ok}`);

/** One test a case. */
export function tellsApart(cases: readonly CatalogueCase[]): void {
  for (const [name, expected, base, head] of cases)
    it(name, async () => {
      const { changes, notices } = await compare(openApiKind, { 'openapi.yaml': base }, { 'openapi.yaml': head });
      assert.deepEqual(notices, []);
      assert.deepEqual(
        changes.map(({ impact, change }) => `${impact} ${change}`),
        expected,
      );
    });
}
