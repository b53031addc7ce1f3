import type { ContractKind } from '../contract-kind.ts';

/** What a package says of itself to those who depend on it: `package.json`, `pom.xml`, and Gradle's build files with the places of their versions. */
export const manifestKind: ContractKind = {
  id: 'manifest',
  name: 'package manifest',
  recognises: (path) =>
    /(?:^|\/)(?:package\.json|pom\.xml|gradle\.properties|[\w-]{1,60}\.versions\.toml|[\w.-]{1,100}\.gradle(?:\.kts)?)$/.test(path) &&
    !/(?:^|\/)(?:node_modules|tests?|__tests__|testdata|fixtures|__fixtures__|examples?|samples?|demos?|benchmarks?|docs?|website|playground)\//i.test(
      path,
    ),
  load: async () => (await import('./compare-manifests.ts')).compareManifests,
};
