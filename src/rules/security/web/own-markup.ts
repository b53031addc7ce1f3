import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantsOf } from '../../../code/flow/constant.ts';
import { importedNames } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { partsOf } from '../string-parts.ts';

/** The pieces of a markup of which nothing says that they are the program's own, or were made harmless. */
export interface ForeignPieces {
  readonly pieces: readonly Expression[];
  /** All texts of the program around the pieces, one after another. */
  readonly around: string;
}

export function foreignPiecesOf(value: Expression, scope: Scope): ForeignPieces {
  const parts = partsOf(value, scope);
  const escaped = visitsOf(scope.code, 'call').filter(({ node }) => isEscaping(node));
  const isEscaped = ({ range }: Expression): boolean =>
    escaped.some(({ node }) => node.range.start <= range.start && range.end <= node.range.end);
  return {
    pieces: parts.flatMap((part) =>
      part.kind === 'dynamic' && !isOwn(part.expression, scope) && !isEscaped(part.expression) ? [part.expression] : [],
    ),
    around: parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
  };
}

const harmlessNames =
  /escape|encode|sanit|purif|clean|strip|safe|trusted|nonce|icon|svg|^(?:t|_|__|\$t|i18n|gettext|ngettext|translate|localize|formatMessage|getMessage|msg|css|template)$|renderTo|highlight|codeToHtml|toFixed|toLocale|toISOString|katex|stringify/i;
const harmlessTypes = /^(?:number|boolean|bigint|Date|TrustedHTML|SafeHtml|TemplateResult|SafeString)$/;

function isOwn(expression: Expression, scope: Scope): boolean {
  const value = bare(expression);
  if (constantsOf(value, scope) !== undefined) return true;
  const type = expression.kind === 'cast' || value.kind === 'name' ? typeOf(expression, scope) : undefined;
  if (type !== undefined && harmlessTypes.test(type)) return true;
  switch (value.kind) {
    case 'name':
      return harmlessNames.test(value.name) || isImported(value.name, scope);
    case 'member':
      return /HTML$|^length$/.test(value.name) || harmlessNames.test(value.name);
    case 'call':
      return (
        harmlessNames.test(value.name) ||
        (value.receiver !== undefined && harmlessNames.test(nameOf(value.receiver))) ||
        (value.arguments.length > 0 && value.arguments.every((each) => constantsOf(each, scope) !== undefined))
      );
    case 'concatenation':
      return value.tag !== undefined;
    case 'function':
    case 'element':
    case 'number':
    case 'array':
    case 'object':
      return true;
    default:
      return false;
  }
}

/** `text.replace(/</g, '&lt;')`. */
function isEscaping({ name, arguments: given }: Call): boolean {
  return (
    (name === 'replace' || name === 'replaceAll') && visitsOf(given, 'string').some(({ node }) => /&(?:lt|amp|#60|#x3c);/i.test(node.value))
  );
}

function nameOf(receiver: Expression): string {
  const value = bare(receiver);
  return value.kind === 'name' || value.kind === 'member' || value.kind === 'call' ? value.name : '';
}

/** What another module makes once is the program's. */
function isImported(name: string, scope: Scope): boolean {
  return bindingsOf(name, scope).length === 0 && scope.file.facts !== undefined && importedNames(scope.file.facts).has(name);
}
