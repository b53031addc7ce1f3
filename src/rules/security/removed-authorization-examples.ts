import type { Example } from '../rule.ts';

const controller = (before: string, annotation: string): string =>
  `import org.springframework.security.access.prepost.PreAuthorize;\n\n${before}class Owners {\n${annotation}  @DeleteMapping("/owners/{id}")\n  public void delete(long id) {\n    owners.delete(id);\n  }\n}\n`;
const guarded = '  @PreAuthorize("hasRole(\'ADMIN\')")\n';
const router = (...lines: readonly string[]): string => `import { requireAdmin } from './access';\n\n${lines.join('\n')}\n`;

/** What removed-authorization finds and what not. */
export const removedAuthorizationExamples: readonly Example[] = [
  {
    name: 'an annotation is removed from a handler',
    base: { 'src/main/java/Owners.java': controller('', guarded) },
    head: { 'src/main/java/Owners.java': controller('', '') },
    finds: ['src/main/java/Owners.java:5 `delete` is no longer protected: `@PreAuthorize("hasRole(\'ADMIN\')")` is gone.'],
    fixed: { 'src/main/java/Owners.java': controller('', guarded) },
  },
  {
    name: 'the annotation moved to the class',
    base: { 'src/main/java/Owners.java': controller('', guarded) },
    head: { 'src/main/java/Owners.java': controller('@PreAuthorize("hasRole(\'ADMIN\')")\n', '') },
    finds: [],
  },
  {
    name: 'a route loses its middleware',
    base: { 'src/routes.ts': router("router.delete('/owners/:id', requireAdmin, remove);", "router.get('/owners', requireAdmin, list);") },
    head: { 'src/routes.ts': router("router.delete('/owners/:id', remove);", "router.get('/owners', requireAdmin, list);") },
    finds: ['src/routes.ts:3 `DELETE /owners/:id` is no longer protected: `requireAdmin` is gone.'],
    fixed: { 'src/routes.ts': router("router.delete('/owners/:id', requireAdmin, remove);", "router.get('/owners', requireAdmin, list);") },
  },
  {
    name: 'the middleware moved to the router',
    base: { 'src/routes.ts': router("router.delete('/owners/:id', requireAdmin, remove);") },
    head: { 'src/routes.ts': router('router.use(requireAdmin);', "router.delete('/owners/:id', remove);") },
    finds: [],
  },
  {
    name: 'a router loses its middleware in JavaScript',
    base: { 'src/routes.js': router('router.use(requireAdmin);', "router.get('/owners', list);") },
    head: { 'src/routes.js': router("router.get('/owners', list);") },
    finds: ['src/routes.js:3 The routes of `router` are no longer protected: `requireAdmin` is gone.'],
  },
  {
    name: 'a route is removed with its middleware',
    base: { 'src/routes.js': router("router.get('/owners', requireAdmin, list);", "router.get('/pets', pets);") },
    head: { 'src/routes.js': router("router.get('/pets', pets);") },
    finds: [],
  },
];
