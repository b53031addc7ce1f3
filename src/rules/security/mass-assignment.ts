import type { Expression } from '../../code/expression.ts';
import { heldBy } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare, dottedName } from '../../code/walk.ts';
import { lastName } from '../pattern/code-inventory.ts';
import { boundEntities } from './web/bound-entities.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { optionOf } from '../pattern/values.ts';

const writes = [
  'create',
  'insert',
  'insertOne',
  'update',
  'updateOne',
  'findByIdAndUpdate',
  'findOneAndUpdate',
  'upsert',
  'build',
  'save',
  'bulkCreate',
  'insertMany',
  'replaceOne',
  'findOneAndReplace',
  'updateMany',
] as const;

export const massAssignment = patternRule({
  id: 'security/mass-assignment',
  title: 'Everything a request holds is written into a record',
  reason:
    'A caller can send more fields than the form shows: his role, the owner, the price, whether he has paid. What takes the whole body writes those as well.',
  remedy: 'Name the fields that may be written, or parse the body with a schema that knows no others.',
  severity: 'warning',
  confidence: 'medium',
  category: 'mass-assignment',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [915],
  sources: [
    { title: 'OWASP Mass Assignment Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html' },
  ],
  limits: 'A body that was checked by a middleware with a strict schema looks the same. What a model itself refuses is not known.',
  examples: [
    {
      name: 'parameters fill an object',
      base: {},
      head: {
        'src/main/java/Users.java':
          'class Users {\n  void update(HttpServletRequest request, User user) throws Exception {\n    BeanUtils.populate(user, request.getParameterMap());\n  }\n}\n',
      },
      finds: [
        'src/main/java/Users.java:3 All that the request holds is written by `populate`: a caller can set fields that are not his to set.',
      ],
    },
    {
      name: 'one parameter is taken',
      base: {},
      head: {
        'src/main/java/Users.java':
          'class Users {\n  void update(HttpServletRequest request, User user) {\n    user.setName(request.getParameter("name"));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a record is made of the body',
      base: {},
      head: { 'src/users.ts': 'export const create = (req: Request) => User.create(req.body);\n' },
      finds: ['src/users.ts:1 All that the request holds is written by `create`: a caller can set fields that are not his to set.'],
    },
    {
      name: 'two fields are taken',
      base: {},
      head: { 'src/users.ts': 'export const create = (req: Request) => User.create({ name: req.body.name, mail: req.body.mail });\n' },
      finds: [],
    },
    {
      name: 'the body is copied over a record',
      base: {},
      head: { 'src/users.js': 'exports.update = async (req, user) => {\n  Object.assign(user, req.body);\n  await user.save();\n};\n' },
      finds: ['src/users.js:2 All that the request holds is written by `assign`: a caller can set fields that are not his to set.'],
    },
    {
      name: 'the body is checked',
      base: {},
      head: { 'src/users.js': 'exports.create = (req) => User.create(schema.parse(req.body));\n' },
      finds: [],
    },
  ],
  *look(code) {
    const message = (name: string): string =>
      `All that the request holds is written by \`${name}\`: a caller can set fields that are not his to set.`;
    if (code.file.facts?.language === 'java') {
      for (const sight of code.calls('populate', 'copyProperties')) {
        const map = sight.node.arguments.some((each) => bare(each).kind === 'call' && lastName(each) === 'getParameterMap');
        if (/^BeanUtils(Bean)?$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '') && map)
          yield { at: sight, range: sight.node.range, message: message(sight.node.name) };
      }
      yield* boundEntities(code);
      return;
    }
    for (const sight of code.calls(...writes)) {
      const receiver = sight.node.receiver && (lastName(sight.node.receiver) ?? '');
      if (
        receiver === undefined ||
        /^(?:Object|axios|http|fetch|client|api|stripe|hash|hmac)$/.test(receiver) ||
        (sight.node.name === 'update' && /hash|cipher|hmac/i.test(receiver))
      )
        continue;
      const given = sight.node.arguments.flatMap((each) => [each, optionOf(each, 'data', sight), optionOf(each, '$set', sight)]);
      if (given.some((each) => each && isWholeBody(each, sight)))
        yield { at: sight, range: sight.node.range, message: message(sight.node.name) };
    }
    for (const sight of code.calls('assign', 'merge', 'extend', 'defaultsDeep')) {
      const [target, ...from] = sight.node.arguments;
      if (
        !/^(?:Object|_|lodash|\$)$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '') ||
        !target ||
        bare(target).kind === 'object'
      )
        continue;
      if (from.some((each) => isWholeBody(each, sight))) yield { at: sight, range: sight.node.range, message: message(sight.node.name) };
    }
    for (const sight of code.of('new')) {
      const [only, ...more] = sight.node.arguments;
      if (
        only &&
        more.length === 0 &&
        !/^(?:Date|Error|URL|URLSearchParams|FormData|Map|Set|Promise|Response|Uint8Array|\w+(?:Dto|DTO|Error|Exception|Event|Request|Command|Query|Params|Schema|Client|Parser|Validator|Service))$/.test(
          sight.node.type,
        ) &&
        isWholeBody(only, sight)
      )
        yield { at: sight, range: sight.node.range, message: message(`new ${sight.node.type}`) };
    }
  },
});

/** `req.body`, `{ ...req.body }`, `request.query`, or a variable that holds one. */
function isWholeBody(expression: Expression, scope: Scope): boolean {
  const value = bare(heldBy(expression, scope) ?? expression);
  if (value.kind === 'object')
    return value.properties.some(
      ({ key, value: spread }) => key === '...' && isWholeBody(spread.kind === 'spread' ? spread.value : spread, scope),
    );
  // What a route handler reads of the request by itself was checked by nobody.
  if (value.kind === 'call')
    return (
      value.name === 'json' &&
      value.arguments.length === 0 &&
      /^(?:c\.)?(?:req|request)$/.test(value.receiver ? (dottedName(value.receiver) ?? '') : '')
    );
  return /^(?:ctx\.|context\.|this\.)?(?:req|request)\.(?:body|query)$/.test(dottedName(value) ?? '') || isUntypedBody(value, scope);
}

/** NestJS' `@Body() body: any`: a class would be checked by a pipe. */
function isUntypedBody(value: Expression, { symbol }: Scope): boolean {
  const parameter = value.kind === 'name' ? symbol.parameters?.find(({ name }) => name === value.name) : undefined;
  return (
    parameter !== undefined &&
    /^(?:any|unknown|object|Record<.*>|\{.*\})?$/s.test(parameter.type ?? '') &&
    parameter.annotations.some(({ name, arguments: given }) => name === 'Body' && given.length === 0)
  );
}
