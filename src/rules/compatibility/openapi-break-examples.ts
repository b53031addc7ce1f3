import type { Example } from '../rule.ts';

const api = (operation: string): Record<string, string> => ({
  'openapi.yaml': `openapi: 3.0.3\ninfo: { title: Orders, version: 1.0.0 }\npaths:\n  /orders:\n    get:\n${operation}`,
});
const limited = (most: number): Record<string, string> =>
  api(
    `      parameters:\n        - name: size\n          in: query\n          schema: { type: integer, maximum: ${most} }\n      responses: { '200': { description: ok } }\n`,
  );
const answered = (required: string): Record<string, string> =>
  api(
    `      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema:\n                type: object\n                required: ${required}\n                properties:\n                  id: { type: string }\n                  total: { type: number }\n`,
  );

/** What openapi-break finds and what not. */
export const openApiBreakExamples: readonly Example[] = [
  {
    name: 'callers may send less than before',
    base: limited(100),
    head: limited(50),
    finds: [
      'openapi.yaml:9 The maximum of the query parameter `size` of `GET /orders` is 50 instead of 100: callers that send what was allowed before are refused.',
    ],
    fixed: limited(100),
  },
  { name: 'callers may send more than before', base: limited(50), head: limited(100), finds: [] },
  {
    name: 'readers can no longer rely on a property',
    base: answered('[id, total]'),
    head: answered('[id]'),
    finds: [
      'openapi.yaml:13 Property `total` in the response body of `GET /orders` (200) is optional, and was required: readers that rely on it may not find it.',
    ],
  },
  { name: 'readers can rely on one more property', base: answered('[id]'), head: answered('[id, total]'), finds: [] },
];
