import type { FindingDraft } from '../../finding/draft.ts';
import type { Used } from './uses.ts';

/** How a thing is written where no facts tell: in documentation, in other languages, in settings, as an address. */
export interface Mention {
  /** All of these stand in a text that mentions it. */
  readonly words: readonly string[];
  /** Endings of the paths that are looked at. */
  readonly suffixes: readonly string[];
  /** Where it is written; each match is one mention. Bounded on every text. */
  readonly pattern: RegExp;
  /** What else a text must hold. */
  readonly holding?: RegExp;
  /** What its line must not hold. */
  readonly lineWithout?: RegExp;
}

const documentation = ['.md', '.mdx', '.markdown', '.adoc', '.asciidoc', '.rst'];
const scripts = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro'];
const jvm = ['.kt', '.kts', '.groovy', '.scala'];
const settings = ['.yml', '.yaml', '.properties', '.env', '.sh', '.tf', '.toml', 'Dockerfile', '.example', '.json', '.conf', '.service'];
const clients = ['.java', '.py', '.go', '.rb', '.cs', '.php', '.http', '.rest', '.sh', ...jvm, ...scripts, ...documentation];

export function isDocumentation(path: string): boolean {
  return documentation.some((ending) => path.toLowerCase().endsWith(ending));
}

/** How a symbol of code is written outside its own language. */
export function mentionsOfSymbol({ language, name, owner, module, packageName }: Used): readonly Mention[] {
  const word = escaped(name);
  if (owner && owner.name !== name) {
    const member = new RegExp(`\\b${escaped(owner.name)}(?:\\.|#|::)${word}\\b|\\.${word}\\(`, 'g');
    const words = [owner.name, name];
    const others =
      language === 'java' ? [{ words, suffixes: jvm, pattern: new RegExp(`(?:\\.|::)${word}\\b`, 'g'), holding: importOf(module) }] : [];
    return [{ words, suffixes: documentation, pattern: member }, ...others];
  }
  if (language === 'java') {
    const used = new RegExp(`\\b${word}\\b`, 'g');
    const described = new RegExp(`\`${word}\`|\\b(?:new|import)\\s[\\w.]{0,200}\\b${word}\\b|\\b${escaped(module)}\\.${word}\\b`, 'g');
    return [
      { words: [name], suffixes: documentation, pattern: described },
      { words: [name], suffixes: jvm, pattern: used, holding: importOf(module) },
    ];
  }
  if (packageName === undefined) return [];
  const suffixes = [...documentation, '.vue', '.svelte', '.astro'];
  const imported = new RegExp(
    `\\bimport\\s[^'"\`]{0,400}\\b${word}\\b[^'"\`]{0,400}["']${escaped(packageName)}|\\b${word}\\(|\`${word}\``,
    'g',
  );
  return [{ words: [name], suffixes, pattern: imported, holding: new RegExp(`["'\`/]${escaped(packageName)}["'\`/]`) }];
}

/** How an element of a contract is written by those who hold to it. */
export function mentionsOfElement({ symbol, properties, place }: FindingDraft): readonly Mention[] {
  const [contract, change] = [properties?.['contract'], properties?.['change']];
  const name = symbol?.qualifiedName ?? '';
  if (typeof contract !== 'string' || typeof change !== 'string') return [];
  switch (contract) {
    case 'openapi':
    case 'http-routes':
      return /(?:operation|path|route)-removed/.test(change) ? mentionsOfRoute(name, change) : [];
    case 'graphql':
      return change.startsWith('enum-value') ? mentionsOfEnumValue(name) : mentionsOfField(name);
    case 'avro':
      return change === 'reader-field-missing-default-value' ? [] : mentionsOfRecordField(name);
    case 'json-schema':
      return mentionsOfProperty(name, place?.file.path ?? '');
    case 'asyncapi':
      return mentionsOfTopic(/^\/channels\/([^/]+)$/.exec(name)?.[1]?.replaceAll('~1', '/') ?? '');
    case 'protobuf':
      return mentionsOfProto(name);
    case 'sql-migration':
      return /drop|renam/.test(change) ? mentionsOfColumn(name) : [];
    case 'messaging':
      return [...mentionsOfSetting(name), ...mentionsOfTopic(name.split(' ').at(-1) ?? '')];
    case 'configuration':
    case 'command-line':
      return mentionsOfSetting(name);
    case 'helm-values':
      return mentionsOfValue(name);
    default:
      return mentionsOfSubpath(name);
  }
}

function importOf(module: string): RegExp {
  return new RegExp(`\\b(?:import|package)\\s{1,4}${escaped(module)}\\b`);
}

/** `GET /orders/{id}/total`, or a pointer into a document with it. */
function mentionsOfRoute(name: string, change: string): readonly Mention[] {
  const pointer = /^\/paths\/([^/]+)(?:\/([a-z]+))?$/.exec(name);
  const route = /^([A-Z]+) (\/\S+)$/.exec(name);
  const path = pointer ? (pointer[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~') : (route?.[2] ?? '');
  const method = pointer ? (pointer[2] ?? '').toUpperCase() : (route?.[1] ?? '');
  const segments = path.split('/').filter(Boolean);
  const words = segments.filter((each) => /^[A-Za-z][\w-]{2,}$/.test(each));
  if (words.length === 0 || segments.length < 2) return [];
  const written = segments
    .map((each) => (/^[\w.-]+$/.test(each) ? escaped(each) : '(?:\\$?\\{[^}\\n]{1,80}\\}|[^/\\s"\'`?#{]{1,80})'))
    .join('/');
  // Where other operations of the path stay, the method has to be said beside it.
  const isWhole = change.startsWith('api-path-removed') || method === '';
  const isRead = method === 'GET';
  const pattern =
    isWhole || isRead
      ? `(?<![\\w/-])/${written}(?=["'\`?#\\s)]|$)`
      : `\\b(?:${method}|${method.toLowerCase()})\\b[^\\n]{0,60}?[^\\w/}-]/${written}(?=["'\`?#\\s)]|$)`;
  const others = isWhole ? undefined : /\b(?:post|put|patch|delete)\b/i;
  return [{ words, suffixes: clients, pattern: new RegExp(pattern, 'gm'), ...(isRead && others && { lineWithout: others }) }];
}

/** `Order.totalAmount`: what clients select. */
function mentionsOfField(name: string): readonly Mention[] {
  const field = /^\w+\.(\w{4,})$/.exec(name)?.[1];
  if (field === undefined) return [];
  const words = [field];
  const pattern = new RegExp(`\\b${field}\\b`, 'g');
  return [
    { words, suffixes: ['.graphql', '.gql'], pattern, holding: /\b(?:query|mutation|subscription|fragment)\b/ },
    { words, suffixes: [...scripts, '.java', '.kt'], pattern, holding: /\b(?:gql|graphql)\b/i },
    { words, suffixes: documentation, pattern: new RegExp(`\`(?:\\w+\\.)?${field}\``, 'g') },
  ];
}

/** `Role.ADMIN`: as generated code has it, and as a text beside its type. */
function mentionsOfEnumValue(name: string): readonly Mention[] {
  const [, type = '', value = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  if (type.length < 3 || value.length < 2) return [];
  const pascal = value.toLowerCase().replace(/(?:^|_)([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
  const suffixes = ['.java', ...jvm, ...scripts];
  const words = [type];
  return [
    { words, suffixes, pattern: new RegExp(`\\b${type}\\.(?:${value}|${pascal})\\b|["'\`]${value}["'\`]`, 'g') },
    ...(value.length > 3
      ? [
          {
            words: [value],
            suffixes: ['.graphql', '.gql'],
            pattern: new RegExp(`\\b${value}\\b`, 'g'),
            holding: /\b(?:query|mutation|subscription)\b/,
          },
        ]
      : []),
    { words: [value], suffixes: documentation, pattern: new RegExp(`\`(?:${type}\\.)?${value}\`|\\b${type}\\.${value}\\b`, 'g') },
  ];
}

/** `shop.Order.total` of Avro: what generated classes and generic records are asked for. */
function mentionsOfRecordField(name: string): readonly Mention[] {
  const [owner = '', field = ''] = name
    .replace(/(?:\[\]|\{\})+$/, '')
    .split('.')
    .slice(-2);
  if (!/^[A-Z]\w*$/.test(owner) || !/^\w{2,}$/.test(field)) return [];
  const pascal = field.charAt(0).toUpperCase() + field.slice(1);
  const pattern = new RegExp(`\\.(?:get|set|has|clear)${pascal}\\(|(?:\\.(?:get|put|set)\\(|\\[)["']${field}["']`, 'g');
  return [
    { words: [owner, field], suffixes: ['.py', '.rb', '.go', '.cs', ...scripts], pattern },
    { words: [owner], suffixes: ['.java', ...jvm], pattern },
    { words: [owner, field], suffixes: documentation, pattern: new RegExp(`\\b${owner}\\.${field}\\b|\`${field}\``, 'g') },
  ];
}

/** `/properties/note` of `order.schema.json`: in what names the schema. */
function mentionsOfProperty(pointer: string, path: string): readonly Mention[] {
  const field = /\/properties\/(\w{3,})$/.exec(pointer)?.[1];
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml)$/, '');
  if (field === undefined || file.length < 4) return [];
  return [
    {
      words: [...(file.match(/\w{3,}/g) ?? []), field],
      suffixes: [...clients, '.json', '.yaml', '.yml'],
      holding: new RegExp(escaped(file)),
      pattern: new RegExp(`\\.${field}\\b|["']${field}["']\\s?:?|\\b${field}:|\`${field}\``, 'g'),
    },
  ];
}

/** `orders`: a topic whose name is a word, where something is sent or read. */
function mentionsOfTopic(name: string): readonly Mention[] {
  if (!/^\w[\w./-]{2,}$/.test(name)) return [];
  const words = name.match(/\w{3,}/g) ?? [];
  if (words.length === 0) return [];
  const pattern = new RegExp(`["'\`]${escaped(name)}["'\`]`, 'g');
  const holding = /kafka|topic|queue|exchange|listener|subscri|publish|consumer|producer|amqp|rabbit|jms|nats|mqtt|pulsar|stream/i;
  return [{ words, suffixes: ['.java', '.py', '.go', '.rb', '.cs', ...jvm, ...scripts, '.yml', '.yaml'], pattern, holding }];
}

/** `acme.v1.Order.total_amount`: what generated code is asked for. */
function mentionsOfProto(name: string): readonly Mention[] {
  const [owner = '', field = ''] = name.split('.').slice(-2);
  if (!/^[A-Z]\w*$/.test(owner) || field.length < 3) return [];
  const pascal = field.replace(/(?:^|_)([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const written = `\\.(?:(?:get|set|has|clear|add)${pascal}(?:List|Count|Value|Builder)?\\(|${camel}\\b|${escaped(field)}\\b|(?:Get|Set)?${pascal}\\b)`;
  const suffixes = ['.java', '.go', '.py', '.cs', '.rb', ...jvm, ...scripts];
  return [
    { words: [owner], suffixes, pattern: new RegExp(written, 'g') },
    {
      words: [owner, field],
      suffixes: documentation,
      pattern: new RegExp(`\\b${escaped(owner)}\\.${escaped(field)}\\b|\`${escaped(field)}\``, 'g'),
    },
  ];
}

/** `orders.total_amount`: what queries name. */
function mentionsOfColumn(name: string): readonly Mention[] {
  const [table = '', column] = name.split('.').slice(-2);
  if (column === undefined || column === table || column.length < 4) return [];
  const queried = new RegExp(`\\b(?:from|join|into|update|table)\\s{1,10}["\`\\w.]{0,60}?\\b${escaped(table)}\\b`, 'i');
  return [
    {
      words: [table, column],
      suffixes: ['.sql', '.java', '.kt', '.py', '.go', '.rb', ...scripts],
      pattern: new RegExp(`(?<![\\w.$])(?:\\w{1,60}\\.)?${escaped(column)}\\b(?!\\s*\\()`, 'g'),
      holding: queried,
    },
  ];
}

/** `ORDERS_TOTAL`, `acme.orders.total`, `--dry-run`: words that are not used for anything else. */
function mentionsOfSetting(name: string): readonly Mention[] {
  const word = name.split(' ').at(-1) ?? '';
  if (word.length < 5 || !/^-{0,2}\w[\w.:-]*$/.test(word) || !/[_.:-]/.test(word)) return [];
  const pattern = new RegExp(`(?<![\\w.$-])${escaped(word)}(?![\\w-])`, 'g');
  return [{ words: [word.replace(/^-+/, '')], suffixes: [...settings, ...clients], pattern }];
}

/** `image.tag` of a chart: in the values of an installation and on a command line. */
function mentionsOfValue(name: string): readonly Mention[] {
  const parts = name.split('.');
  const last = parts.at(-1) ?? '';
  if (last.length < 4) return [];
  const set = `--set(?:-string)?[ =]["']?[^\\s"']{0,200}?\\b${parts.map(escaped).join('\\.')}=`;
  const key = parts.length === 1 ? `|^${escaped(last)}:` : '';
  return [{ words: [last], suffixes: ['.yml', '.yaml', '.sh', ...documentation], pattern: new RegExp(`${set}${key}`, 'gm') }];
}

/** `orders exports["./old"]`: how it is imported. */
function mentionsOfSubpath(name: string): readonly Mention[] {
  const [, packageName = '', path = ''] = /^(\S{1,214}) exports\["\.\/([^"*]{1,200})"\]$/.exec(name) ?? [];
  const word = path.split('/').at(-1)?.split('.')[0] ?? '';
  if (word === '') return [];
  const pattern = new RegExp(`["']${escaped(packageName)}/${escaped(path)}["']`, 'g');
  return [{ words: [word], suffixes: [...scripts, ...documentation], pattern }];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
