import type { DocumentFormat } from '../code/document-node.ts';

const bySuffix: Readonly<Record<string, DocumentFormat>> = {
  yml: 'yaml',
  yaml: 'yaml',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  xml: 'xml',
  properties: 'properties',
  tf: 'hcl',
  tfvars: 'hcl',
};

/** Files of a known format whose names do not end in it. */
const byName: readonly (readonly [RegExp, DocumentFormat])[] = [
  [/^(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,100})?$|\.[dD]ockerfile$/, 'dockerfile'],
  [/^\.(?:eslintrc|nycrc|c8rc|babelrc|prettierrc)$/, 'json'],
  [/^\.npmrc$/, 'properties'],
  [/\.versions\.toml$|^netlify\.toml$/, 'toml'],
];

/** The format of a text by the path of its file; undefined where none is known. */
export function documentFormat(path: string): DocumentFormat | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const special = byName.find(([pattern]) => pattern.test(name));
  return special ? special[1] : bySuffix[name.slice(name.lastIndexOf('.') + 1)];
}
