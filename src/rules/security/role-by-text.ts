import type { Call, Expression } from '../../code/expression.ts';
import { canonical } from '../../code/canonical.ts';
import { bare, dottedName } from '../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../pattern/code-inventory.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { textOf } from '../pattern/values.ts';

const guard = (test: string): string =>
  `export function admins(req, res, next) {\n  if (${test}) return next();\n  res.sendStatus(403);\n}\n`;

const javaGuard = (test: string): string =>
  `class Admins {\n  boolean mayPass(Authentication authentication) {\n    return ${test};\n  }\n}\n`;

export const roleByText = patternRule({
  id: 'security/role-by-text',
  title: 'What somebody may do is read out of a part of a text',
  reason:
    'A role that is looked for inside of a text is found in other texts as well: `not-admin` and `admin-readonly` contain `admin`. An address says who somebody is only as long as nobody can change his, and whoever writes the code has to be asked for each new person.',
  remedy: 'Compare the whole role, keep roles as a list or set, and give rights to persons where the product keeps them.',
  severity: 'warning',
  confidence: 'medium',
  category: 'missing-auth',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [863, 187],
  sources: [
    { title: 'OWASP Authorization Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html' },
  ],
  limits:
    'Known by names: one `role` (not `roles`), an address or a user name of what is called a user, a session or an account, in a condition. Whether a role is a text or a list is told by its name alone.',
  examples: [
    {
      name: 'a role is looked for in the text of all of them',
      base: {},
      head: { 'src/main/java/Admins.java': javaGuard('authentication.getAuthorities().toString().contains("ADMIN")') },
      finds: [
        'src/main/java/Admins.java:3 `ADMIN` is looked for anywhere in `authentication.getAuthorities().toString()`: other roles that contain it pass, too.',
      ],
    },
    {
      name: 'the whole authority is compared',
      base: {},
      head: {
        'src/main/java/Admins.java': javaGuard('authentication.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_ADMIN"))'),
      },
      finds: [],
    },
    ...['src/admins.ts', 'src/admins.js'].flatMap((path) => [
      {
        name: 'a role is looked for inside of a text',
        base: {},
        head: { [path]: guard("req.user.role.includes('admin')") },
        finds: [`${path}:2 \`admin\` is looked for anywhere in \`req.user.role\`: other roles that contain it pass, too.`],
      },
      { name: 'the whole role is compared', base: {}, head: { [path]: guard("req.user.role === 'admin'") }, finds: [] },
    ]),
  ],
  *look(code) {
    for (const sight of code.calls('includes', 'contains', 'startsWith', 'endsWith', 'indexOf', 'search', 'match')) yield* ofPart(sight);
    for (const sight of code.calls('equals', 'equalsIgnoreCase')) yield* ofPerson(sight, sight.node.receiver, sight.node.arguments[0]);
    yield* ofPersons(code);
  },
});

const role = /^(?:role|user_?role|role_?name|user_?type|account_?type|access_?level)$/i;
/** What a role is called that somebody may have; what is on a page has roles as well (`menuitem`). */
const right = /admin|owner|root|super|moder|manag|staff|editor|operator|maintain|guest|member/i;
const address = /^(?:e_?mail|email_?address|user_?email|mail)$/i;
const person =
  /(?:^|\.|get)(?:user|currentUser|session|account|member|profile|principal|auth|authentication|claims|payload|decoded|locals)\b/i;

function* ofPart(sight: Sight<Call>): Generator<Sighting> {
  const { receiver, arguments: given, name } = sight.node;
  const asked = receiver && bare(receiver);
  const part = textOf(given[0], sight);
  if (!asked || part === undefined || part.length < 3 || !isDecisive(sight)) return;
  const written = asked.kind === 'call' ? canonical(asked) : (dottedName(asked) ?? '');
  if (isRole(asked, written, part) || isRolesAsText(asked)) {
    yield {
      at: sight,
      range: sight.node.range,
      message: `\`${part}\` is looked for anywhere in \`${written}\`: other roles that contain it pass, too.`,
    };
  } else if (name === 'endsWith' && address.test(lastName(asked) ?? '') && person.test(written) && part.includes('.')) {
    yield {
      at: sight,
      range: sight.node.range,
      severity: 'note',
      message: part.startsWith('@')
        ? `Everyone whose \`${written}\` ends in \`${part}\` passes, whether the address was confirmed or not.`
        : `Everyone whose \`${written}\` ends in \`${part}\` passes: so does an address at another domain with that ending.`,
    };
  }
}

function isRole(asked: Expression, written: string, part: string): boolean {
  const name = plainName(asked);
  if (!role.test(name) || (asked.kind === 'call' && asked.arguments.length > 0)) return false;
  return /^(?:user|account|access)/i.test(name) || person.test(written) || right.test(part);
}

/** `authentication.getAuthorities().toString()`, `String.valueOf(user.getRoles())`: all roles in one text. */
function isRolesAsText(asked: Expression): boolean {
  if (asked.kind !== 'call' || !/^(?:toString|valueOf|stringify)$/.test(asked.name)) return false;
  const listed = asked.name === 'toString' ? asked.receiver : asked.arguments[0];
  return listed !== undefined && /^(?:authorities|granted_?authorities|roles)$/i.test(plainName(bare(listed)));
}

/** `role` of `getRole()`. */
function plainName(expression: Expression): string {
  const name = lastName(expression) ?? '';
  return expression.kind === 'call' ? name.replace(/^get(?=[A-Z])/, '') : name;
}

/** `if (user.email === 'ann@acme.com')`. */
function* ofPersons(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('binary'))
    if (/^[!=]==?$/.test(sight.node.operator)) yield* ofPerson(sight, sight.node.left, sight.node.right);
}

const login = /^(?:(?:user|login)_?)?name$|^login$/i;
/** Names of whom every system knows. */
const ruler = /^(?:admin|administrator|root|superuser|super_?admin|sysadmin|owner)$/i;

function* ofPerson(sight: Sight, one: Expression | undefined, other: Expression | undefined): Generator<Sighting> {
  if (!one || !other || !isDecisive(sight)) return;
  const [asked, said] = textOf(other, sight) === undefined ? [other, one] : [one, other];
  const text = textOf(said, sight);
  const value = bare(asked);
  if (text === undefined || !(value.kind === 'member' || (value.kind === 'call' && value.arguments.length === 0))) return;
  if (!person.test(canonical(value))) return;
  const kind =
    address.test(plainName(value)) && text.includes('@') ? 'address' : login.test(plainName(value)) && ruler.test(text) ? 'name' : '';
  if (kind === '') return;
  yield {
    at: sight,
    range: sight.node.range,
    message: `What may be done hangs on one ${kind} that is written here, \`${text}\`: whoever gets it passes, and nobody else can be let in.`,
    ...(kind === 'name' && { severity: 'note' as const }),
  };
}

/** In a condition, or what a function says about somebody. */
function isDecisive(sight: Sight): boolean {
  for (let at = sight.parent; at; at = at.parent) {
    if (at.node.kind === 'if' || at.node.kind === 'conditional' || at.node.kind === 'return') return true;
    if (at.node.kind === 'function' || at.node.kind === 'call' || at.node.kind === 'element') return false;
  }
  return false;
}
