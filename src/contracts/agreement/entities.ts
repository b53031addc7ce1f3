import type { SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { annotationOf, argumentOf, argumentTexts } from '../../code/surface/annotation-values.ts';

/** A class that is mapped to a table (JPA, TypeORM). */
export interface Entity {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
}

const relations = [
  'OneToMany',
  'ManyToMany',
  'ManyToOne',
  'OneToOne',
  'ElementCollection',
  'Embedded',
  'EmbeddedId',
  'Formula',
  'Transient',
  'Any',
  'RelationId',
  'VirtualColumn',
  'ViewColumn',
];

export function entitiesIn(file: SourceFile): readonly Entity[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) =>
    symbol.kind === 'class' && annotationOf(symbol.annotations, 'Entity') ? [{ file, symbol }] : [],
  );
}

/** The fields that are columns of their own: of Java all that are not taken out, of TypeORM those that say so. */
export function columnFields({ symbol, file: { facts } }: Entity): readonly SymbolFact[] {
  const owner = facts?.symbols.indexOf(symbol);
  return (facts?.symbols ?? []).filter(({ parent, kind, modifiers, annotations }) => {
    if (parent !== owner || kind !== 'field' || modifiers.includes('static') || modifiers.includes('transient')) return false;
    if (annotationOf(annotations, ...relations)) return false;
    return facts?.language === 'java' || annotationOf(annotations, 'Column') !== undefined;
  });
}

/** The names that a field's column may have in the database, in each case of letters that is usual. */
export function columnNames(field: SymbolFact, file: SourceFile): readonly string[] {
  const column = annotationOf(field.annotations, 'Column');
  const said = [...argumentTexts(column, ['name'], { file, symbol: field }), ...textIn(argumentOf(column, 'value', '0', '1'))].filter(
    (name) => /^\w+$/.test(name),
  );
  const names = said.length > 0 ? said : [field.name, snakeCase(field.name)];
  return [...new Set(names.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]))];
}

/** The names that its table may have, in small letters. */
export function tableNames({ symbol, file }: Entity): readonly string[] {
  const entity = annotationOf(symbol.annotations, 'Entity');
  const first = argumentOf(entity, 'value', '0');
  const said = [
    ...argumentTexts(annotationOf(symbol.annotations, 'Table'), ['name'], { file, symbol }),
    ...(first?.kind === 'string' ? [first.value] : textIn(first)),
  ];
  const names = said.length > 0 ? said : [...argumentTexts(entity, ['name'], { file, symbol }), symbol.name, snakeCase(symbol.name)];
  return [...new Set(names.map((name) => name.replaceAll(/["`[\]]/g, '').toLowerCase()))];
}

/** `name` of an object, as TypeORM is told. */
function textIn(object: ReturnType<typeof argumentOf>): readonly string[] {
  const named = object?.kind === 'object' ? object.properties.find(({ key }) => key === 'name')?.value : undefined;
  return named?.kind === 'string' ? [named.value] : [];
}

export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `ship_notes` is `ShipNotes`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
