import type { ContractKind } from '../contract-kind.ts';

/** The values that a chart of Helm may be installed with. */
export const helmValuesKind: ContractKind = {
  id: 'helm-values',
  name: 'Helm values',
  recognises: (path) => /(?:^|\/)values\.ya?ml$/.test(path) && !/(?:^|\/)(?:tests?|fixtures|testdata|examples?|ci)\//i.test(path),
  load: async () => (await import('./compare-values-files.ts')).compareHelmValues,
};
