import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const controller = 'src/main/java/shop/Orders.java';
const document = 'api/openapi.yaml';
const spring = (...members: readonly string[]): Texts => ({
  [controller]: `package shop;\n\n@RestController\n@RequestMapping("/orders")\nclass Orders {\n${members.map((member) => `  ${member} {}\n`).join('')}}\n`,
});
const find = '@GetMapping("/{id}") Order find(@PathVariable long id)';
const all = '@GetMapping Page all()';
const cancel = '@PostMapping("/{id}/cancel") void cancel(@PathVariable long id)';
const described = (...operations: readonly string[]): Texts => ({
  [document]: `openapi: 3.0.3\ninfo: { title: Orders, version: '1' }\npaths:\n${operations
    .map((operation) => {
      const [method = '', path = '', rest = ''] = operation.split(' ');
      return `  ${path}: { ${method}: { ${rest === '' ? '' : `parameters: [${rest.replaceAll('+', ' ')}], `}responses: {} } }\n`;
    })
    .join('')}`,
});
const express = (...routes: readonly string[]): Texts => ({
  'src/orders.ts': `import { Router } from 'express';\nexport const orders = Router();\n${routes.map((route) => `orders.${route};\n`).join('')}`,
});

describe('compatibility/contracts-disagree, of routes', () => {
  const unknown = (name: string): string =>
    `\`${name}\` is new here, but \`${document}\`, which describes the other routes of this file, does not have it: callers who hold to the document do not know of it.`;
  const cases: readonly (readonly [string, Texts, Texts, string[]])[] = [
    [
      'finds a new route that the document of all others does not have',
      { ...described('get /orders/{id}', 'get /orders'), ...spring(find, all) },
      { ...described('get /orders/{id}', 'get /orders'), ...spring(find, all, cancel) },
      [`${controller}:8 ${unknown('POST /orders/{id}/cancel')}`],
    ],
    [
      'finds that of Express, and of another method of a path',
      { ...described('get /orders/{id}'), ...express("get('/orders/:id', find)") },
      { ...described('get /orders/{id}'), ...express("get('/orders/:id', find)", "delete('/orders/:id', remove)") },
      [`src/orders.ts:4 ${unknown('DELETE /orders/:id')}`],
    ],
    [
      'leaves it alone where the document has it too, or does not have the others either',
      { ...described('get /orders/{id}'), ...spring(find, all) },
      { ...described('get /orders/{id}'), ...spring(find, all, cancel) },
      [],
    ],
    [
      'leaves it alone where another document has it',
      { ...described('get /orders/{id}'), ...spring(find) },
      {
        ...described('get /orders/{id}'),
        'api/inner.yaml': described('post /orders/{id}/cancel')[document] ?? '',
        ...spring(find, cancel),
      },
      [],
    ],
    [
      'leaves it alone where another file may have it, which the document names',
      { ...described('get /orders/{id}'), ...spring(find) },
      {
        [document]: `${described('get /orders/{id}')[document] ?? ''}  /orders/{order}/cancel: { $ref: './cancel.yaml' }\n`,
        'api/cancel.yaml': 'post: { responses: {} }\n',
        ...spring(find, cancel),
      },
      [],
    ],
    [
      'leaves routes alone that are hidden from documents, and those of a new class',
      described('get /orders/{id}'),
      { ...described('get /orders/{id}'), ...spring(find, `@Hidden ${cancel}`) },
      [],
    ],
    [
      'leaves hidden routes alone',
      { ...described('get /orders/{id}'), ...spring(find) },
      { ...described('get /orders/{id}'), ...spring(find, `@Hidden ${cancel}`) },
      [],
    ],
    [
      'finds a new operation that no code serves, where code serves those beside it',
      { ...described('get /orders/{id}', 'get /bills'), ...spring(find, all) },
      { ...described('get /orders/{id}', 'get /bills', 'post /orders/{order}/refunds'), ...spring(find, all) },
      [
        `${document}:6 \`POST /orders/{order}/refunds\` is new in the document, but no code serves it as code serves \`GET /orders/{id}\`: callers who hold to the document get an error.`,
      ],
    ],
    [
      'finds that of Express',
      { ...described('get /orders/{id}'), ...express("get('/orders/:id', find)") },
      { ...described('get /orders/{id}', 'delete /orders/{id}/lines'), ...express("get('/orders/:id', find)") },
      [
        `${document}:5 \`DELETE /orders/{id}/lines\` is new in the document, but no code serves it as code serves \`GET /orders/{id}\`: callers who hold to the document get an error.`,
      ],
    ],
    [
      'leaves an operation alone that code of the change, or other code, serves',
      { ...described('get /orders/{id}'), ...spring(find) },
      { ...described('get /orders/{id}', 'post /orders/{id}/cancel'), ...spring(find, cancel) },
      [],
    ],
    [
      'leaves it alone where what is beside it is served elsewhere too, or its path is put together',
      { ...described('get /orders/{id}', 'get /orders/all'), ...spring(find) },
      { ...described('get /orders/{id}', 'get /orders/all', 'post /orders/{id}/cancel'), ...spring(find) },
      [],
    ],
    [
      'leaves it alone where its path is put together from texts',
      { ...described('get /orders/{id}'), ...express("get('/orders/:id', find)", "post(base + '/refunds', refund)") },
      {
        ...described('get /orders/{id}', 'post /orders/{id}/refunds'),
        ...express("get('/orders/:id', find)", "post(base + '/refunds', refund)"),
      },
      [],
    ],
    [
      'leaves a new part of the API alone',
      { ...described('get /orders/{id}'), ...spring(find) },
      { ...described('get /orders/{id}', 'get /bills'), ...spring(find) },
      [],
    ],
  ];
  for (const [name, base, head, finds] of cases) it(name, () => expectFindings(contractsDisagree, base, head, finds));

  const sized = (annotation: string): Texts => spring(`@GetMapping Page all(${annotation} int size)`);
  const asked = (what: string): string =>
    `${controller}:6 \`GET /orders\` must be called with the ${what} now, but \`${document}\` does not say so: callers who hold to the document are refused.`;
  const parameters: readonly (readonly [string, Texts, Texts, Texts, string[]])[] = [
    [
      'finds a parameter that code asks for and the document does not have',
      described('get /orders'),
      spring(all),
      sized('@RequestParam'),
      [asked('query parameter `size`')],
    ],
    [
      'finds one that the document lets callers leave out',
      described('get /orders {name:+size,+in:+query,+schema:+{type:+integer}}'),
      sized('@RequestParam(required = false)'),
      sized('@RequestParam'),
      [asked('query parameter `size`')],
    ],
    ['finds a header', described('get /orders'), spring(all), sized('@RequestHeader("X-Size")'), [asked('header `X-Size`')]],
    [
      'leaves one alone that the document asks for',
      described('get /orders {name:+size,+in:+query,+required:+true}'),
      spring(all),
      sized('@RequestParam'),
      [],
    ],
    ['leaves one alone that may be left out', described('get /orders'), spring(all), sized('@RequestParam(defaultValue = "10")'), []],
    [
      'leaves one alone that cannot be looked up',
      described("get /orders {$ref:+'other.yaml#/size'}"),
      spring(all),
      sized('@RequestParam'),
      [],
    ],
    ['leaves one alone that was asked for before', described('get /orders'), sized('@RequestParam'), sized('@Valid @RequestParam'), []],
    ['leaves what says how a call is made alone', described('get /orders'), spring(all), sized('@RequestHeader("Authorization")'), []],
  ];
  for (const [name, documents, base, head, finds] of parameters)
    it(name, () => expectFindings(contractsDisagree, { ...documents, ...base }, { ...documents, ...head }, finds));
});
