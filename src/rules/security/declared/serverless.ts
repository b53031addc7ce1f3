import { itemsOf, member, membersOf, scalarOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const family = 'access by an authorizer';

/** Authorizers of functions that answer HTTP, in files of the Serverless Framework. */
export const serverlessFunctions: DeclaredKind = {
  mayDeclare: ({ path }) => /(?:^|\/)serverless[\w.-]{0,40}\.(?:ya?ml|json)$/.test(path),
  find: ({ document }) =>
    membersOf(member(document?.roots[0], 'functions')).flatMap(([name, node]) => [
      ...itemsOf(member(node, 'events')).flatMap((event) => authorizersOf(name, event)),
      ...urlOf(name, member(node, 'url')),
    ]),
  isStillThere: ({ key }, { document }) => member(document?.roots[0], 'functions', key.slice(0, key.indexOf(' '))) !== undefined,
};

function authorizersOf(name: string, event: DocumentNode): readonly DeclaredSafeguard[] {
  return ['http', 'httpApi', 'websocket'].flatMap((kind) => {
    const http = member(event, kind);
    const authorizer = member(http, 'authorizer');
    if (!authorizer) return [];
    const route = [member(http, 'method'), member(http, 'path')].map((each) => textOf(each) ?? '').join(' ');
    return [guard(`${name} ${route}`, name, authorizer, isNothing(authorizer) ? 0 : 1)];
  });
}

function urlOf(name: string, url: DocumentNode | undefined): readonly DeclaredSafeguard[] {
  const authorizer = member(url, 'authorizer');
  return authorizer ? [guard(`${name} url`, name, authorizer, isNothing(authorizer) ? 0 : 1)] : [];
}

function guard(key: string, name: string, node: DocumentNode, level: number): DeclaredSafeguard {
  return { family, key, what: `the check who may call \`${name}\``, level, category: 'missing-auth', ...told(node) };
}

function isNothing(node: DocumentNode): boolean {
  const value = scalarOf(node);
  return value === null || value === false || (typeof value === 'string' && /^(?:none|)$/i.test(value));
}
