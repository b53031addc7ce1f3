import type { AnnotationFact, SymbolFact } from '../../../code/facts.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { foldedText, stringsIn } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { isLowerRole } from './role-ranks.ts';

const guarding: ReadonlySet<string> = new Set([
  'PreAuthorize',
  'PostAuthorize',
  'Secured',
  'RolesAllowed',
  'DenyAll',
  'Authenticated',
  'PermissionsAllowed',
  'RequiresAuthentication',
  'RequiresRoles',
  'RequiresPermissions',
  'RequiresUser',
  'UseGuards',
  'Roles',
  'Auth',
  'Authorized',
  'Authorize',
  'ServletSecurity',
  'authenticate',
  'authorize',
]);
const opening: ReadonlySet<string> = new Set(['PermitAll', 'Public', 'AllowAnonymous', 'SkipAuth', 'IsPublic', 'NoAuth']);

/** In the name of a guard: it asks who is calling. */
const asking = /auth|role|permission|jwt|access|acl|admin|login|policy|policies|scope|user|session|token|key/i;

/** The annotations of a symbol that ask who is calling. `@UseGuards(ThrottlerGuard)` does not. */
export function guardsOf(symbol: SymbolFact, file: SourceFile): readonly AnnotationFact[] {
  return symbol.annotations.filter((annotation) => {
    const name = simpleTypeName(annotation.name);
    if (!guarding.has(name) || isOpenExpression(annotation)) return false;
    return name !== 'UseGuards' || asking.test(foldedText(file.text, annotation.range).slice('@UseGuards'.length));
  });
}

/** Whether head has an annotation that base has not, by its name one of the project's own that asks who is calling: `@RequiresScope(…)`, `@AdminOnly`. */
export function hasOwnGuardInstead(base: SymbolFact, head: SymbolFact): boolean {
  const before = new Set(base.annotations.map(({ name }) => simpleTypeName(name)));
  return head.annotations.some(({ name }) => {
    const simple = simpleTypeName(name);
    return !before.has(simple) && ownGuard.test(simple) && !openName.test(simple);
  });
}

const ownGuard = /auth|role|permission|access|admin|login|polic|scope|secur|protect|guard|restrict|owner|privileg/i;
const openName = /public|anonym|skip|open|everyone|^no[A-Z]|^permitAll|unauth|without|disable/i;

/** Annotations that let everyone in. */
export function openingsOf(symbol: SymbolFact): readonly AnnotationFact[] {
  return symbol.annotations.filter(
    (annotation) =>
      opening.has(simpleTypeName(annotation.name)) || (guarding.has(simpleTypeName(annotation.name)) && isOpenExpression(annotation)),
  );
}

function isOpenExpression(annotation: AnnotationFact): boolean {
  const texts = stringsIn(annotation.arguments.map(({ value }) => value)).map(({ value }) => value.trim());
  // `@Secured(SecurityRule.IS_ANONYMOUS)` of Micronaut.
  if (annotation.arguments.some(({ value }) => value.kind === 'member' && /^(?:IS_ANONYMOUS|PERMIT_ALL)$/.test(value.name))) return true;
  return texts.some((text) => /^(permitAll(\(\))?|true|isAnonymous\(\)|IS_AUTHENTICATED_ANONYMOUSLY|ROLE_ANONYMOUS)$/.test(text));
}

/** How a guard that stays under the same name lets more callers in; undefined where it does not. */
export function loosened(
  base: AnnotationFact,
  head: AnnotationFact,
  texts: { readonly base: string; readonly head: string },
): string | undefined {
  const [before, after] = [foldedText(texts.base, base.range), foldedText(texts.head, head.range)];
  if (before === after) return undefined;
  const [rolesBefore, rolesAfter] = [rolesOf(base, before), rolesOf(head, after)];
  const more = rolesAfter.filter((role) => !rolesBefore.includes(role));
  if (rolesBefore.length > 0 && more.length > 0 && rolesBefore.every((role) => rolesAfter.includes(role)) && !/\band\b|&&/.test(after))
    return `also lets ${more.join(', ')} in`;
  // `@Authorized()` asks for a login only.
  if (rolesBefore.length > 0 && /^@(?:Authorized|Auth)\(\s*\)$/.test(after)) return 'asks for a login only, no longer for a role';
  if (isLowerRole(rolesBefore, rolesAfter)) return 'asks for less than before';
  const lost = conditionLost(base, head) ?? guardLost(base, head, texts);
  if (lost !== undefined) return `no longer asks for \`${lost}\``;
  if (
    /has(Any)?(Role|Authority|Permission)|@\w+\./.test(before) &&
    /^@\S{1,1000}\(["']?\s{0,200}\(?\s{0,200}(isAuthenticated|isFullyAuthenticated)\(\)\)?["']?\)$/.test(after)
  )
    return 'asks for a login only, no longer for a role';
  return undefined;
}

function rolesOf(annotation: AnnotationFact, text: string): readonly string[] {
  const strings = stringsIn(annotation.arguments.map(({ value }) => value)).map(({ value }) => value);
  const expression = strings.find((each) => /has(Any)?(Role|Authority)/.test(each));
  if (expression === undefined)
    return strings.length > 0 ? strings : [...text.matchAll(/\b[A-Z]\w*\.([A-Za-z_]+)\b/g)].map((match) => match[0]);
  return [...expression.matchAll(/'([^']{1,80})'/g)].map((match) => match[1] ?? '');
}

/** `hasRole('USER') and #id == principal.id` that became `hasRole('USER')`. */
function conditionLost(base: AnnotationFact, head: AnnotationFact): string | undefined {
  const [before = [], after = []] = [base, head].map(conditionsOf);
  const [lost] = before.filter((each) => !after.includes(each));
  return before.length > 1 && after.length > 0 && after.every((each) => before.includes(each)) ? lost : undefined;
}

/** `@UseGuards(LoginGuard, RolesGuard)` that became `@UseGuards(LoginGuard)`. */
function guardLost(
  base: AnnotationFact,
  head: AnnotationFact,
  texts: { readonly base: string; readonly head: string },
): string | undefined {
  if (simpleTypeName(base.name) !== 'UseGuards') return undefined;
  const before = base.arguments.map(({ value }) => foldedText(texts.base, value.range));
  const after = head.arguments.map(({ value }) => foldedText(texts.head, value.range));
  const lost = before.find((each) => !after.includes(each) && asking.test(each));
  return after.every((each) => before.includes(each)) ? lost : undefined;
}

/** What an expression asks for at once. */
function conditionsOf({ arguments: given }: AnnotationFact): readonly string[] {
  const [expression, ...more] = stringsIn(given.map(({ value }) => value)).map(({ value }) => value);
  if (expression === undefined || more.length > 0 || /\bor\b|\|\|/.test(expression)) return [];
  return expression.split(/\s(?:and|&&)\s/).map((each) => each.trim());
}
