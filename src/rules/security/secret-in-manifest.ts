import * as z from 'zod/mini';
import { itemsOf, member, textOf } from '../../code/document-node.ts';
import { containersIn } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { isPlaceholder, namesCredential } from './secrets/likeness.ts';

const path = 'deploy/web.yaml';
const deployment = (env: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: acme/web:1.2\n      env:\n        - name: DB_PASSWORD\n          ${env}\n`;

export const secretInManifest = defineFileRule({
  id: 'security/secret-in-manifest',
  title: 'A secret of a container is written into its manifest',
  reason:
    'Whoever reads the repository, or may look at the pod, has the secret; and it stays in the history after it was taken out, so that it has to be made anew.',
  remedy: 'Keep it in a `Secret` that does not come from the repository, name it with `valueFrom.secretKeyRef`, and make a new one.',
  severity: 'error',
  confidence: 'medium',
  languages: 'any',
  cwe: [798, 522],
  sources: [
    {
      title: 'Kubernetes: good practices for Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  limits: 'Known by the name of the variable. A value that a chart or a variable fills in is not one.',
  yieldsTo: ['security/hardcoded-secret'],
  examples: [
    {
      name: 'the value is written down',
      base: { [path]: deployment('valueFrom: { secretKeyRef: { name: db, key: password } }') },
      head: { [path]: deployment('value: Tz8-kw3Lq') },
      finds: [`${path}:11 The value of \`DB_PASSWORD\` of Pod web is written into the manifest: name a \`Secret\` instead.`],
    },
    {
      name: 'a secret is named',
      base: {},
      head: { [path]: deployment('valueFrom: { secretKeyRef: { name: db, key: password } }') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const { kind, node, owner } of containersIn(file)) {
      if (kind !== 'kubernetes') continue;
      for (const variable of itemsOf(member(node, 'env'))) {
        const [name, value] = [textOf(member(variable, 'name')) ?? '', member(variable, 'value')];
        const text = textOf(value);
        if (!value || text === undefined || !namesCredential(name) || isPlaceholder(text) || /^[./~]|^\w+:\/\/|\$\(/.test(text)) continue;
        yield {
          ...findingAt(value, {
            message: `The value of \`${name}\` of ${owner} is written into the manifest: name a \`Secret\` instead.`,
            subject: `${owner} ${name}`,
            category: 'kubernetes',
          }),
          sensitive: true,
        };
      }
    }
  },
});
