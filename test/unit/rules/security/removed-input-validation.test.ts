import assert from 'node:assert/strict';
import { removedInputValidation } from '../../../../src/rules/security/removed-input-validation.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const schema = (...fields: readonly string[]): string =>
  `export const order = z.object({\n${fields.map((field) => `  ${field},\n`).join('')}});\n`;
const handler = (...lines: readonly string[]): string =>
  `export async function create(req, res) {\n${lines.map((line) => `  ${line}\n`).join('')}  res.json(await save(req.body));\n}\n`;
const routes = (...middleware: readonly string[]): string => `router.post('/orders', ${[...middleware, 'create'].join(', ')});\n`;
const java = (field: string, parameter: string, line = ''): string =>
  `class Orders {\n${field}  private String reference;\n\n  void create(${parameter}NewOrder order) {\n${line}    orders.save(order);\n  }\n}\n`;

for (const path of ['src/orders.ts', 'src/orders.js']) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  describe(`security/removed-input-validation in ${path}`, () => {
    fileCases(removedInputValidation, path, [
      [
        'finds a body that is not validated any more',
        handler('await schema.validateAsync(req.body);'),
        handler(),
        ['1 What `create` is given is checked less: `schema.validateAsync(req.body)` is gone.'],
      ],
      [
        'finds results that nobody looks at',
        handler('if (!validationResult(req).isEmpty()) return res.status(400).end();'),
        handler(),
        ['1 What `create` is given is checked less: `validationResult(req)` is gone.'],
      ],
      [
        'finds a larger bound',
        schema('name: z.string().max(50)'),
        schema('name: z.string().max(5000)'),
        ['2 `name` of `order` is checked less: `max(50)` became `max(5000)`.'],
      ],
      [
        'finds a pattern that is gone',
        schema('name: z.string().min(1).regex(/^[a-z]+$/)'),
        schema('name: z.string().min(1)'),
        ['1 `name` of `order` is checked less: `regex(/^[a-z]+$/)` is gone.'],
      ],
      [
        'finds middleware that is gone',
        routes("zValidator('json', order)"),
        routes(),
        [`1 What \`${name}\` is given is checked less: \`zValidator('json', order)\` is gone.`],
      ],
      ['leaves a stricter bound alone', schema('name: z.string().max(50)'), schema('name: z.string().max(20)'), []],
      [
        'leaves a field that is gone alone',
        schema('id: z.string().uuid()', 'name: z.string().max(50)'),
        schema('id: z.string().uuid()'),
        [],
      ],
      ['leaves a date that is parsed no more alone', handler('const at = Date.parse(req.body.at);'), handler(), []],
      ['leaves a check that another function does alone', handler('schema.parse(req.body);'), handler('checkOrder(req.body);'), []],
    ]);
  });
}

describe('security/removed-input-validation with class-validator', () => {
  const dto = (decorator: string): string => `export class NewOrder {\n${decorator}  reference: string;\n}\n`;
  fileCases(removedInputValidation, 'src/new-order.ts', [
    ['finds a decorator that is gone', dto('  @IsEmail()\n'), dto(''), ['2 `reference` is checked less: `@IsEmail()` is gone.']],
    ['leaves a decorator in its place alone', dto('  @IsString()\n'), dto('  @IsUUID()\n'), []],
  ]);
});

describe('security/removed-input-validation in Java', () => {
  fileCases(removedInputValidation, 'src/main/java/Orders.java', [
    [
      'finds a parameter that is not validated any more',
      java('', '@Valid '),
      java('', ''),
      ['4 `order` of `create` is checked less: `@Valid` is gone.'],
    ],
    [
      'finds a larger bound',
      java('  @Size(max = 20)\n', ''),
      java('  @Size(max = 2000)\n', ''),
      ['2 `reference` is checked less: `@Size(max = 20)` became `@Size(max = 2000)`.'],
    ],
    [
      'finds a pattern that is gone',
      java('  @Pattern(regexp = "[A-Z]+")\n', ''),
      java('', ''),
      ['2 `reference` is checked less: `@Pattern(regexp = "[A-Z]+")` is gone.'],
    ],
    [
      'finds a precondition that is gone',
      java('', '', '    Objects.requireNonNull(order, "order");\n'),
      java('', ''),
      ['4 What `create` is given is checked less: `Objects.requireNonNull(order, "order")` is gone.'],
    ],
    [
      'leaves a precondition alone that Lombok checks now',
      java('', '', '    Objects.requireNonNull(order, "order");\n'),
      `import lombok.NonNull;\n\n${java('', '@NonNull ')}`,
      [],
    ],
    [
      'finds a precondition that became a remark for readers',
      java('', '', '    Objects.requireNonNull(order, "order");\n'),
      `import org.jspecify.annotations.NonNull;\n\n${java('', '@NonNull ')}`,
      ['6 What `create` is given is checked less: `Objects.requireNonNull(order, "order")` is gone.'],
    ],
    [
      'finds errors that nobody asks for',
      java('', '', '    if (result.hasErrors()) return;\n'),
      java('', ''),
      ['4 What `create` is given is checked less: `result.hasErrors()` is gone.'],
    ],
    [
      'leaves what the function has just fetched alone',
      java('', '', '    Order found = Objects.requireNonNull(orders.find(order.id()));\n'),
      java('', '', '    Order found = orders.find(order.id());\n'),
      [],
    ],
    ['leaves a stricter bound alone', java('  @Size(max = 20)\n', ''), java('  @Size(max = 10)\n', ''), []],
    ['leaves another annotation alone', java('  @Column\n', ''), java('', ''), []],
    ['leaves a field that is gone alone', java('  @NotBlank\n', ''), java('', '').replace('  private String reference;\n', ''), []],
    [
      'leaves a constraint that moved to the new type alone',
      java('  @NotBlank\n', ''),
      `${java('', '')}\nclass NewOrder {\n  @NotBlank\n  private String reference;\n}\n`,
      [],
    ],
  ]);
});

describe('security/removed-input-validation in pages', () => {
  const page = (name: string, line: string): string =>
    `export function ${name}({ request }: Props) {\n  const given = paramsOf(request);\n${line}  return <List of={given} />;\n}\n`;
  const check = '  schema.parse(given);\n';
  const confidenceIn = async (name: string): Promise<readonly string[]> => {
    const path = 'app/orders.tsx';
    const findings = await expectFindings(removedInputValidation, { [path]: page(name, check) }, { [path]: page(name, '') }, [
      `${path}:1 What \`${name}\` is given is checked less: \`schema.parse(given)\` is gone.`,
    ]);
    return findings.map(({ confidence }) => confidence);
  };
  it('is less sure of a component, which runs where its user is', async () => {
    assert.deepEqual([await confidenceIn('OrdersPage'), await confidenceIn('loader')], [['low'], ['medium']]);
  });
});
