import { remembered } from '../../base/remembered.ts';
import { literalNumber } from '../../code/flow/literal-number.ts';
import { canonical } from '../../code/canonical.ts';
import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { AnnotationFact } from '../../code/facts.ts';
import type { Call, Expression } from '../../code/expression.ts';
import { codeOf, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import { annotationKind, type AnnotationShape } from '../safeguards/annotation-kind.ts';
import { callKind, callTable, receiverName } from '../safeguards/call-kind.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const family = 'validation';
const helpers = /valid|verify|check|ensure|assert|require|parse|saniti[sz]e|guard|schema|constrain/i;

const beanConstraints =
  'Valid Validated NotNull NotEmpty NotBlank Size Min Max DecimalMin DecimalMax Pattern Email Positive PositiveOrZero Negative NegativeOrZero Digits Past PastOrPresent Future FutureOrPresent AssertTrue AssertFalse URL Length Range CreditCardNumber SafeHtml UniqueElements';
const classValidators =
  'IsString IsEmail IsInt IsNumber IsUUID IsUrl IsNotEmpty IsDefined IsEnum IsBoolean IsDate IsDateString IsArray IsIn IsPositive MinLength MaxLength Matches Length ArrayMaxSize ArrayMinSize ArrayNotEmpty ValidateNested IsISO8601 IsJWT IsMongoId IsPhoneNumber IsAlphanumeric IsObject Contains Validate ValidateIf Equals';

/** The bound of a constraint: a lower upper bound and a higher lower bound are stricter. */
function bound(annotation: AnnotationFact): number | undefined {
  const value = (names: readonly string[]): number | undefined =>
    annotation.arguments.filter(({ name }) => names.includes(name)).map((each) => literalNumber(each.value))[0];
  const simple = annotation.name.slice(annotation.name.lastIndexOf('.') + 1);
  if (simple === 'Pattern')
    return annotation.arguments.some(({ value: each }) => each.kind === 'string' && /^\^?(?:\.[*+])?\$?$/.test(each.value)) ? 0 : 1;
  const upper = value(/^(Max|DecimalMax|MaxLength|ArrayMaxSize)$/.test(simple) ? ['value', 'max'] : ['max']);
  const lower = value(/^(Min|DecimalMin|MinLength|ArrayMinSize)$/.test(simple) ? ['value', 'min'] : ['min']);
  if (upper !== undefined) return 1 / (Math.max(upper, 0) + 1) + (lower ?? 0) * 1e-12;
  return lower === undefined ? undefined : lower + 1;
}

const constraint: AnnotationShape = { family, level: bound };

/** Bean Validation and class-validator, on fields, parameters and types. */
export const constraints: SafeguardKind = withoutAround(
  annotationKind(new Map(`${beanConstraints} ${classValidators}`.split(' ').map((name) => [name, constraint] as const)), { helpers }),
);

/** A constraint on the type says nothing of each member of it. */
function withoutAround(kind: SafeguardKind): SafeguardKind {
  return {
    ...kind,
    exposed: (lost, head, base) =>
      lost.subject === undefined ||
      (head.symbol.parameters ?? []).some(
        ({ name, type }) => name === lost.subject && type === base.symbol.parameters?.find((each) => each.name === name)?.type,
      ),
  };
}

const schemas = /schema|validator|^z$|\bz\.|joi|yup|ajv|superstruct|valibot|dto|zod/i;

/** Calls that check what came in. */
export const validationCalls: SafeguardKind = callKind(
  callTable(
    [
      'parse safeParse parseAsync safeParseAsync validate validateAsync validateSync isValid isValidSync assert cast',
      { family, on: schemas },
    ],
    // `Order.parse(req.body)`: schemas are often called as what they describe.
    [
      'parse safeParse parseAsync safeParseAsync validateSync validateAsync',
      {
        family,
        on: /^(?!JSON$|Date$|Number$|URL$|Path$|Buffer$)[A-Z]\w*$/,
        given: /\b(?:req|request|ctx|context|event|body|query|params|payload|formData|input)\b/,
      },
    ],
    [
      'validationResult validateOrReject validateSync validateBody validateRequest validateQuery validateParams celebrate checkSchema matchedData',
      { family },
    ],
    [
      'zValidator arktypeValidator typiaValidator sValidator vValidator tbValidator ValidationPipe ParseIntPipe ParseUUIDPipe ParseBoolPipe',
      { family },
    ],
    ['hasErrors', { family, on: /^(result|errors|bindingResult|\w*BindingResult)$/ }],
    ['validate validateValue', { family, on: /^(this\.)?validator$/ }],
    [
      'requireNonNull checkArgument checkNotNull notNull hasText hasLength isTrue notEmpty notBlank checkState validIndex inclusiveBetween',
      {
        family: 'precondition',
        on: /^(java\.util\.)?(Objects|Preconditions|Assert|Validate|Check|Args|Require)$/,
        key: (call) => (call.arguments[0] ? canonical(call.arguments[0]) : ''),
      },
    ],
  ),
  { helpers, exposed: (lost, head) => !isMadeHere(lost) && !isCheckedByLombok(lost, head) },
);

/** What a function was not given, but has just made or fetched, is no input: `requireNonNull(registry.find(name))`. */
function isMadeHere({ family: of, key }: Safeguard): boolean {
  return of === 'precondition' && /^(?:requireNonNull|checkNotNull|notNull) .*\(/.test(key);
}

/** `@NonNull` of Lombok on the parameter that was checked by a call: the same check is written by the compiler. */
function isCheckedByLombok({ family: of, key }: Safeguard, { symbol, file }: SymbolAt): boolean {
  const [name = '', checked = ''] = key.split(' ');
  if (of !== 'precondition' || !/^(?:requireNonNull|checkNotNull|notNull)$/.test(name) || !file.text.includes('lombok.')) return false;
  return (symbol.parameters ?? []).some(
    (each) => each.name === checked && each.annotations.some((annotation) => simpleTypeName(annotation.name) === 'NonNull'),
  );
}

/** What a route of Fastify, or the pipe of Nest, is told to check. */
export const validationOptions: SafeguardKind = optionKind(
  optionTable(
    ['schema', { family, of: /^(?:get|post|put|patch|delete|route)$/ }],
    ['minLength maxLength minimum maximum pattern format minItems maxItems', { family, of: /^(?:String|Number|Integer|Array)$/ }],
    ['whitelist forbidNonWhitelisted forbidUnknownValues', { family, of: /ValidationPipe$/, level: switched }],
  ),
  // Options may be made elsewhere in the file first.
  { helpers, exposed: (_, { file }) => !file.touched.some(({ start, end }) => /\bschema\b/.test(file.text.slice(start, end))) },
);

function switched(value: Expression): number | undefined {
  return value.kind === 'true' ? 1 : value.kind === 'false' ? 0 : undefined;
}

const checks =
  /^(min|max|length|email|url|uuid|cuid|cuid2|ulid|regex|datetime|ip|nonempty|positive|nonnegative|negative|int|finite|safe|multipleOf|gt|gte|lt|lte|strict|refine|superRefine|required|pattern|alphanum|integer|matches|oneOf|valid|trim|guid|uri|hex|isEmail|isInt|isLength|isUUID|isURL|isAlphanumeric|isNumeric|isIn|notEmpty|isISO8601|isBoolean|isMobilePhone|startsWith|endsWith|isArray|isDate)$/;
const roots = /^(z|zod|Joi|joi|yup|Yup|v|s|t|body|query|param|check|header|cookie|string|number|array|object|mixed|date)$/;

/** The links of a schema’s chain: `z.string().min(1).email()`, `body('mail').isEmail()`; in an object by the property they are for. */
export const schemaLinks: SafeguardKind = {
  helpers: /schema|valid/i,
  exposed: (lost, head) => chainOwners(head).has(lost.subject ?? '') && !(lost.key.endsWith(' required') && isWrittenInZod(head)),
  find: (at) => {
    const found: Safeguard[] = [];
    for (const visited of walk(codeOf(at.symbol))) {
      const { node } = visited;
      if (node.kind !== 'call' || !checks.test(node.name) || !isSchemaChain(node)) continue;
      const owner = ownerOf(visited);
      const level = boundOf(node);
      found.push({
        family: `${family} of ${owner}`,
        key: `${owner} ${node.name}`,
        scope: scopeOf(visited),
        subject: owner,
        range: { start: node.nameRange.start, end: node.range.end },
        ...(level !== undefined && { level, scale: node.name }),
      });
    }
    return found;
  },
};

/** In zod what is not optional is required. */
function isWrittenInZod({ symbol }: SymbolAt): boolean {
  return visitsOf(codeOf(symbol), 'call').some(({ node }) => /^(?:z|zod)(?:\.|$)/.test(receiverName(node)));
}

function boundOf({ name, arguments: [first] }: Call): number | undefined {
  const value = literalNumber(first);
  if (value === undefined) return undefined;
  if (/^(max|lt|lte)$/.test(name)) return 1 / (Math.max(value, 0) + 1);
  return /^(min|gt|gte)$/.test(name) && value >= 0 ? value + 1 : undefined;
}

/** Whether the chain begins with a schema library or a validator of a request’s field. */
function isSchemaChain(call: Call): boolean {
  const first = receiverName(call).split('.')[0]?.replace('()', '') ?? '';
  return roots.test(first) && call.receiver?.kind === 'call';
}

/** The property, variable or field that the chain is for. */
function ownerOf(visited: Visited): string {
  let inner: Expression | undefined;
  for (let at: Visited | undefined = visited; at; at = at.parent) {
    const { node } = at;
    if (node.kind === 'object') {
      const value = inner;
      return node.properties.find((property) => property.value === value)?.key ?? '';
    }
    if (node.kind === 'variable') return node.name;
    if (node.kind === 'call' && node.arguments[0]?.kind === 'string' && node !== visited.node && roots.test(node.name))
      return node.arguments[0].value;
    inner = node as Expression;
  }
  return fieldOf(visited.node as Call);
}

/** `body('mail').isEmail()` is for the field `mail`. */
function fieldOf(call: Call): string {
  let at: Expression | undefined = call;
  while (at?.kind === 'call') {
    if (roots.test(at.name) && at.arguments[0]?.kind === 'string') return at.arguments[0].value;
    at = at.receiver;
  }
  return '';
}

function chainOwners(at: SymbolAt): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const visited of walk(codeOf(at.symbol))) {
    if (
      visited.node.kind === 'call' &&
      (isSchemaChain(visited.node) || roots.test(receiverName(visited.node)) || roots.test(visited.node.name))
    )
      owners.add(ownerOf(visited));
  }
  return owners;
}

/** `body('email')` of express-validator, handed to a route; a whole chain that is gone is told by its field. */
export const fieldChecks: SafeguardKind = {
  helpers,
  find: (at) => {
    if (at.file.facts?.language === 'java') return [];
    return visitsOf(codeOf(at.symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { node } = visited;
      const [field] = node.arguments;
      if (node.receiver || !/^(?:body|query|param|header|cookie|check)$/.test(node.name) || field?.kind !== 'string') return [];
      if (!isCheckedFurther(visited) && !hasExpressValidator(at.file)) return [];
      return [
        {
          family: `${family} by field`,
          key: `${node.name} ${field.value}`,
          scope: scopeOf(visited),
          subject: field.value,
          range: node.range,
        },
      ];
    });
  },
};

const hasExpressValidator = remembered(({ text }: SourceFile) => text.includes('express-validator'));

/** `body('mail').isEmail()`: nothing else is called like that. */
function isCheckedFurther({ parent, node }: Visited): boolean {
  const next = parent?.node;
  return (
    next?.kind === 'call' &&
    next.receiver === node &&
    /^(?:is[A-Z]\w{2,20}|notEmpty|exists|optional|trim|escape|normalizeEmail|matches|custom|withMessage|bail|toInt)$/.test(next.name)
  );
}

const given = annotationKind(
  new Map(['Param', 'Query', 'Body', 'Headers', 'Args'].map((name) => [name, { family: `${family} by a pipe` }])),
  { helpers: /Pipe$/ },
);

/** `@Param('id', ParseUUIDPipe)` of Nest. */
export const pipes: SafeguardKind = {
  ...given,
  find: (at) =>
    given
      .find(at)
      .filter(({ range }) =>
        /\b(?:Parse|Validation)\w{0,40}Pipe\b/.test(at.file.text.slice(range.start, Math.min(range.end, range.start + 500))),
      ),
};
