import type { SymbolAt } from '../../code/code-change.ts';
import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { handedOnKind } from '../safeguards/handed-on.ts';
import { inputGuards } from './input-guards.ts';
import { closedObjects } from './validation/closed-objects.ts';
import { requiredNames } from './validation/required-names.ts';
import { schemaActions } from './validation/schema-actions.ts';
import { decidingKind } from './deciding-methods.ts';
import { ownValidators, prototypeGuards } from './own-validators.ts';
import { constraints, fieldChecks, pipes, schemaLinks, validationCalls, validationOptions } from './validation-kinds.ts';

const controller = (annotation: string): string =>
  `class Orders {\n  @PostMapping("/orders")\n  Order create(${annotation}@RequestBody NewOrder order) {\n    return orders.save(order);\n  }\n}\n`;
const dto = (annotation: string): string => `class NewOrder {\n${annotation}  private String reference;\n  private int amount;\n}\n`;
const handler = (line: string): string => `export async function create(req, res) {\n${line}  res.json(await orders.save(order));\n}\n`;
const checked = '  const order = orderSchema.parse(req.body);\n';

const answers = decidingKind({
  family: 'what is accepted',
  methods: new Map([
    ['isValid', /^ConstraintValidator$/],
    ['validate', /^ValidatorConstraintInterface$/],
  ]),
  named: /^isValid(?:[A-Z]\w{1,40})?$/,
});

const validators = /(?:^|\.)(?:validate[A-Z]?\w*|\w*[vV]alidat(?:or|ion))$/;

function isComponent({ file, symbol }: SymbolAt): boolean {
  return /\.[jt]sx$/.test(file.path) && /^[A-Z]/.test(symbol.name) && symbol.kind !== 'class';
}

export const removedInputValidation = removalRule({
  id: 'security/removed-input-validation',
  title: 'What comes in is checked less',
  reason:
    'A check of what comes in is what the code behind it relies on: on lengths, formats, ranges, on a value being there. Without it wrong and hostile values reach code that never had to deal with them.',
  remedy: 'Put the check back. Where it was wrong, replace it by the right one; where it moved, let the change show where.',
  severity: 'error',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [20],
  sources: [
    {
      title: 'OWASP Input Validation Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
    },
    { title: 'Jakarta Bean Validation', url: 'https://jakarta.ee/specifications/bean-validation/' },
  ],
  limits:
    'Knows Bean Validation, class-validator, zod, Joi, yup, express-validator, preconditions of Guava, Spring and the JDK, and a project’s own checks by their names (`validateOrder(order);`). Another constraint in place of the old one is not judged but for its bounds.',
  kinds: [
    constraints,
    validationCalls,
    validationOptions,
    schemaLinks,
    inputGuards,
    handedOnKind('validation', validators),
    fieldChecks,
    pipes,
    closedObjects,
    requiredNames,
    schemaActions,
    answers,
    ownValidators,
    prototypeGuards,
  ],
  category: 'input-validation',
  weigh: ({ lost, head }) => ({
    ...(/^(?:precondition|validation by )/.test(lost.family) && { severity: 'warning' as const }),
    // What a page in the browser is given comes from its own user.
    ...(isComponent(head) && { confidence: 'low' as const }),
  }),
  message: ({ lost, head }, { name, before, after }) => {
    const what = lost.subject
      ? `\`${lost.subject}\` of ${name}`
      : /^(field|variable)$/.test(head.symbol.kind)
        ? name
        : `what ${name} is given`;
    return after === undefined
      ? `${upper(what)} is checked less: ${before} is gone.`
      : `${upper(what)} is checked less: ${before} became ${after}.`;
  },
  examples: [
    edited(
      'a body is no longer validated',
      'src/main/java/Orders.java',
      controller('@Valid '),
      controller(''),
      ['3 `order` of `create` is checked less: `@Valid` is gone.'],
      controller('@Valid '),
    ),
    edited(
      'a constraint is taken from a field',
      'src/main/java/NewOrder.java',
      dto('  @NotBlank\n'),
      dto(''),
      ['2 `reference` is checked less: `@NotBlank` is gone.'],
      dto('  @NotBlank\n'),
    ),
    edited('a stricter constraint takes its place', 'src/main/java/NewOrder.java', dto('  @NotNull\n'), dto('  @NotBlank\n')),
    edited(
      'a schema is not applied any more',
      'src/orders.js',
      handler(checked),
      handler('  const order = req.body;\n'),
      ['1 What `create` is given is checked less: `orderSchema.parse(req.body)` is gone.'],
      handler(checked),
    ),
    edited('a function checks now', 'src/orders.js', handler(checked), handler('  const order = validOrder(req.body);\n')),
    edited(
      'a field of a schema is checked less',
      'src/schema.ts',
      'export const order = z.object({\n  mail: z.string().max(100).email(),\n});\n',
      'export const order = z.object({\n  mail: z.string().max(100),\n});\n',
      ['1 `mail` of `order` is checked less: `email()` is gone.'],
      'export const order = z.object({\n  mail: z.string().max(100).email(),\n});\n',
    ),
    edited(
      'the field is removed from the schema',
      'src/schema.ts',
      'export const order = z.object({\n  id: z.string().uuid(),\n  mail: z.string().email(),\n});\n',
      'export const order = z.object({\n  id: z.string().uuid(),\n});\n',
    ),
  ],
});

function upper(text: string): string {
  return text.replace(/^[a-z]/, (first) => first.toUpperCase());
}
