/**
 * What becomes of values of one column type under another. `more-values`: a list of them has more. `compared-otherwise`: all fit, and letter case
 * counts from now on, or no longer. `unknown`: the old type is not to be seen.
 */
export type TypeStep = 'same' | 'wider' | 'wider-number' | 'more-values' | 'compared-otherwise' | 'narrower-or-other' | 'unknown';

const synonyms: Readonly<Partial<Record<string, string>>> = {
  int: 'integer',
  int4: 'integer',
  serial: 'integer',
  serial4: 'integer',
  mediumint: 'integer',
  int8: 'bigint',
  bigserial: 'bigint',
  serial8: 'bigint',
  int2: 'smallint',
  smallserial: 'smallint',
  'character varying': 'varchar',
  nvarchar: 'varchar',
  character: 'char',
  bpchar: 'char',
  decimal: 'numeric',
  bool: 'boolean',
  float8: 'double precision',
  double: 'double precision',
  float4: 'real',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  string: 'varchar',
};
const integers = ['tinyint', 'smallint', 'integer', 'bigint'];
const floats = ['real', 'double precision'];
const texts = ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'citext'];

interface ColumnType {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly array: boolean;
  readonly unsigned: boolean;
  /** Of MySQL's `ENUM` and `SET`. */
  readonly values: readonly string[];
}

function parse(written: string): ColumnType {
  const array = /\[\d*\]\s*$/.test(written);
  const sizes = /\(([\d\s,]*)\)/.exec(written)?.[1]?.split(',').map(Number) ?? [];
  const list = /^\s*(?:enum|set)\s*\(/i.test(written)
    ? Array.from(written.matchAll(/'((?:[^'\\]|''|\\.)*)'/g), ([, value = '']) => value)
    : [];
  const bare = written
    .toLowerCase()
    .replace(/'(?:[^'\\]|''|\\.)*'/g, ' ')
    .replace(/\([^)]{0,1000}\)|\[\d*\]|"|\b(?:unsigned|zerofill)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^pg_catalog\./, '');
  const name = synonyms[bare] ?? bare;
  return { name, sizes: integers.includes(name) ? [] : sizes, array, unsigned: /\bunsigned\b/i.test(written), values: list };
}

/** What is longer is not taken apart: the values of an `ENUM` are the longest that people write. */
const longestType = 20_000;

export function typeStep(before: string | undefined, after: string): TypeStep {
  if (before === undefined || Math.max(before.length, after.length) > longestType) return 'unknown';
  const [old, now] = [parse(before), parse(after)];
  if (old.array !== now.array) return 'narrower-or-other';
  if (old.unsigned !== now.unsigned && (now.unsigned || old.name === now.name)) return 'narrower-or-other';
  if (old.values.length > 0 && old.name === now.name) return valuesStep(old.values, now.values);
  if (old.name === now.name) return sizeStep(old, now);
  if (isLater(integers, old.name, now.name) || isLater(floats, old.name, now.name)) return 'wider-number';
  if (!texts.includes(old.name) || !texts.includes(now.name) || capacity(now) < capacity(old)) return 'narrower-or-other';
  if (old.name === 'citext' || now.name === 'citext') return 'compared-otherwise';
  return isLater(texts, old.name, now.name) || (old.name === 'text' && isUnlimitedText(after)) ? 'wider' : 'narrower-or-other';
}

function valuesStep(old: readonly string[], now: readonly string[]): TypeStep {
  if (!old.every((value) => now.includes(value))) return 'narrower-or-other';
  return now.length > old.length ? 'more-values' : 'same';
}

function isLater(order: readonly string[], old: string, now: string): boolean {
  return order.includes(old) && order.indexOf(now) > order.indexOf(old);
}

function sizeStep(old: ColumnType, now: ColumnType): TypeStep {
  if (old.sizes.join() === now.sizes.join()) return 'same';
  if (now.sizes.length === 0) return 'wider';
  if (old.sizes.length === 0 || old.name === 'char') return 'narrower-or-other';
  const [size = 0, scale = 0] = now.sizes;
  const [oldSize = 0, oldScale = 0] = old.sizes;
  return size >= oldSize && scale === oldScale ? 'wider' : 'narrower-or-other';
}

/** How many characters fit. */
function capacity({ name, sizes }: ColumnType): number {
  if (name === 'tinytext') return 255;
  return name === 'char' || name === 'varchar' ? (sizes[0] ?? (name === 'char' ? 1 : Infinity)) : Infinity;
}

/** Text without a limit takes whatever text was there before. */
export function isUnlimitedText(written: string): boolean {
  if (written.length > longestType) return false;
  const { name, sizes, array } = parse(written);
  return !array && (name === 'text' || name === 'longtext' || name === 'citext' || (name === 'varchar' && sizes.length === 0));
}
