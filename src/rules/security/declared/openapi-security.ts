import { itemsOf, member, membersOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'options', 'head', 'trace']);

/** What an OpenAPI document asks callers for: gateways, generated servers and mocks go by it. */
export const openApiSecurity: DeclaredKind = {
  mayDeclare: ({ path, text }) =>
    /\.(?:ya?ml|json)$/.test(path) && /^\s{0,4}["']?(?:openapi|swagger)["']?\s{0,2}:/m.test(text.slice(0, 5000)),
  find: ({ document }) => {
    const [root] = document?.roots ?? [];
    const all = member(root, 'security');
    const operations = membersOf(member(root, 'paths')).flatMap(([path, item]) =>
      membersOf(item).flatMap(([method, operation]) =>
        methods.has(method) ? [{ name: `${method.toUpperCase()} ${path}`, operation }] : [],
      ),
    );
    const own = operations.filter(({ operation }) => member(operation, 'security'));
    return [
      ...(all ? [asked('every operation', all)] : []),
      ...own.map(({ name, operation }) => asked(`\`${name}\``, member(operation, 'security') ?? operation)),
    ];
  },
  isStillThere: ({ key }, { document }) => {
    const [, method = '', path = ''] = /^`(\w+) (.*)`$/.exec(key) ?? [];
    return path === '' || member(document?.roots[0], 'paths', path, method.toLowerCase()) !== undefined;
  },
  covers: (one, other) => one.key === 'every operation' && other.key !== one.key,
};

function asked(key: string, security: DocumentNode): DeclaredSafeguard {
  const alternatives = itemsOf(security);
  const isOpen = alternatives.length === 0 || alternatives.some((each) => membersOf(each).length === 0);
  return {
    family: 'access by OpenAPI',
    key,
    what: `what callers of ${key} have to show`,
    level: isOpen ? 0 : 1,
    category: 'missing-auth',
    severity: 'warning',
    ...told(security),
  };
}
