import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { annotationOf, argumentTexts } from '../../../code/surface/annotation-values.ts';
import { namedType } from './named-type.ts';

/** A field of a type that is sent or received, by what it is called there. */
export interface SentField {
  /** As it is sent: `ship_note` of `@JsonProperty("ship_note") shipNote`. */
  readonly name: string;
  /** As the code has it, for messages: `Order.shipNote`. */
  readonly label: string;
  readonly range: TextRange;
  /** The type of the product that it holds, one or many. */
  readonly type: string | undefined;
  /** Whether the code refuses what comes without it; undefined where that depends on more. */
  readonly isRequired: boolean | undefined;
}

/** A class, record or interface whose fields are all seen. */
export interface SentType {
  readonly name: string;
  readonly file: SourceFile;
  readonly range: TextRange;
  readonly fields: ReadonlyMap<string, SentField>;
}

/** Those that make or leave out fields by other means than their names. */
const otherwise = [
  'JsonTypeInfo',
  'JsonSerialize',
  'JsonDeserialize',
  'JsonFilter',
  'JsonAutoDetect',
  'JsonValue',
  'JsonUnwrapped',
  'JsonAnyGetter',
  'JsonAnySetter',
  'JsonIgnoreProperties',
  'JsonView',
  'Exclude',
];
/** What class-validator refuses a missing value by. */
const checks = [
  'IsString',
  'IsNumber',
  'IsInt',
  'IsBoolean',
  'IsEmail',
  'IsUUID',
  'IsEnum',
  'IsIn',
  'IsArray',
  'IsObject',
  'IsDate',
  'IsDateString',
  'IsUrl',
  'Matches',
  'MinLength',
  'Min',
  'IsPositive',
  'Length',
];
const left = ['JsonIgnore', 'JsonBackReference', 'ApiHideProperty', 'Transient', 'XmlTransient', 'HideField'];

/** The types of a file that may be bodies of requests and answers. Those with supertypes are left out: their fields stand elsewhere. */
export const sentTypes = remembered((file: SourceFile): ReadonlyMap<string, SentType> => {
  const symbols = file.facts?.errors.length === 0 ? file.facts.symbols : [];
  return new Map(
    symbols.flatMap((symbol, at): [string, SentType][] => {
      if (!['class', 'record', 'interface'].includes(symbol.kind) || !isPlain(symbol)) return [];
      const own = symbols.filter(({ parent }) => parent === at);
      if ([symbol, ...own].some(({ annotations }) => annotationOf(annotations, ...otherwise))) return [];
      const fields = symbol.kind === 'record' ? components(symbol) : own.flatMap((member) => fieldOf(member, symbol, file));
      const type = {
        name: symbol.name,
        file,
        range: symbol.nameRange,
        fields: new Map(fields.map((field) => [wordOf(field.name), field])),
      };
      return type.fields.size > 1 ? [[symbol.name, type]] : [];
    }),
  );
});

/** Equal for what a setting of the product may write in another way: `shipNote`, `ship_note`, `ship-note`. */
export function wordOf(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase();
}

function isPlain({ supertypes, typeParameters, modifiers }: SymbolFact): boolean {
  return (
    typeParameters.length === 0 &&
    !modifiers.includes('abstract') &&
    supertypes.every(({ type }) => /^(?:java\.io\.)?Serializable$|^Comparable\b/.test(type))
  );
}

function fieldOf(member: SymbolFact, owner: SymbolFact, file: SourceFile): readonly SentField[] {
  const { modifiers, annotations, visibility } = member;
  const isJava = file.facts?.language === 'java';
  if (modifiers.includes('static') || modifiers.includes('transient') || annotationOf(annotations, ...left)) return [];
  if (isJava && owner.kind === 'interface') return [];
  const getter =
    isJava && member.kind === 'method' && visibility === 'public' ? /^(?:get|is)([A-Z]\w*)$/.exec(member.name)?.[1] : undefined;
  const isField = member.kind === 'field' && (isJava || visibility === 'public');
  if (!isField && (getter === undefined || getter === 'Class' || member.parameters?.length !== 0)) return [];
  const said = annotationOf(annotations, 'JsonProperty', 'SerializedName', 'JsonbProperty', 'Expose');
  const [named] = argumentTexts(said, ['value', 'name'], { file, symbol: member });
  const name = named ?? (getter === undefined ? member.name : getter.charAt(0).toLowerCase() + getter.slice(1));
  if (!/^[\w-]+$/.test(name)) return [];
  return [
    {
      name,
      label: `${owner.name}.${member.name}`,
      range: member.nameRange,
      type: namedType(member.type),
      isRequired: isRequired(member, isJava),
    },
  ];
}

/** Of Java what is said not to be empty; of class-validator all that is checked and not said to be optional. */
function isRequired({ annotations }: Pick<SymbolFact, 'annotations'>, isJava: boolean): boolean | undefined {
  if (!isJava)
    return annotationOf(annotations, 'ValidateIf')
      ? undefined
      : !annotationOf(annotations, 'IsOptional') && annotationOf(annotations, 'IsNotEmpty', 'IsDefined', ...checks) !== undefined;
  const said = annotationOf(annotations, 'NotNull', 'NotBlank', 'NotEmpty');
  // Constraints of a group are not looked at unless the group is asked for.
  return said?.arguments.some(({ name }) => name === 'groups') ? undefined : said !== undefined;
}

function components(record: SymbolFact): readonly SentField[] {
  return (record.parameters ?? []).flatMap(({ name, type, range, annotations }): SentField[] => {
    if (annotationOf(annotations, ...left)) return [];
    const said = annotationOf(annotations, 'JsonProperty', 'SerializedName')?.arguments[0]?.value;
    return [
      {
        name: said?.kind === 'string' ? said.value : name,
        label: `${record.name}.${name}`,
        range,
        type: namedType(type),
        isRequired: isRequired({ annotations }, true),
      },
    ];
  });
}
