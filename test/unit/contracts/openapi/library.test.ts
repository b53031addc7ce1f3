import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { kindCases, type KindCase } from '../comparing.ts';

const library = (schemas: string): string => `openapi: 3.0.3
info: {title: Shared, version: '1'}
paths: {}
components:
  schemas:
${schemas}`;
const pet = (rest: string): string => library(`    Pet: {type: object, properties: {name: {type: string${rest}}}}\n`);
const swagger = (type: string): string => `swagger: '2.0'\ninfo: {title: Shared, version: '1'}\ndefinitions:\n  Pet: {type: ${type}}\n`;

const cases: readonly KindCase[] = [
  [
    'narrows what writers may send',
    pet(''),
    pet(', maxLength: 9'),
    ['breaking schema-property-max-length-set /components/schemas/Pet/properties/name head:6'],
  ],
  [
    'widens what readers may get',
    pet(', enum: [a]'),
    pet(', enum: [a, b]'),
    ['breaking schema-property-enum-value-added /components/schemas/Pet/properties/name head:6'],
  ],
  [
    'changes a type for both, told once',
    pet(''),
    library('    Pet: {type: object, properties: {name: {type: integer}}}\n'),
    ['breaking schema-property-type-changed /components/schemas/Pet/properties/name head:6'],
  ],
  [
    'gains an optional property',
    pet(''),
    library('    Pet: {type: object, properties: {name: {type: string}, age: {type: integer}}}\n'),
    ['compatible schema-optional-property-added /components/schemas/Pet/properties/age head:6'],
  ],
  [
    'loses a schema',
    library('    A: {type: string}\n    B: {type: string}\n'),
    library('    A: {type: string}\n'),
    ['breaking api-schema-removed /components/schemas/B base:7'],
  ],
  [
    'gains a schema',
    library('    A: {type: string}\n'),
    library('    A: {type: string}\n    B: {type: string}\n'),
    ['compatible api-schema-added /components/schemas/B head:7'],
  ],
  ['is written in Swagger 2', swagger('string'), swagger('integer'), ['breaking schema-type-changed /definitions/Pet head:4']],
  ['says something else about itself', pet(', description: a'), pet(', description: b'), []],
];

describe('a library of OpenAPI schemas', () => {
  kindCases(openApiKind, 'shared.yaml', cases);
});
