import type { ContractChange, SurfaceContractId } from '../../code/contract-change.ts';
import type { SurfaceElement, SurfaceKind } from '../../code/surface/surface-element.ts';

const contracts: Readonly<Record<SurfaceKind, SurfaceContractId>> = {
  'environment-variable': 'configuration',
  setting: 'configuration',
  'feature-flag': 'configuration',
  bean: 'configuration',
  option: 'command-line',
  command: 'command-line',
  argument: 'command-line',
  topic: 'messaging',
  route: 'http-routes',
  'route-parameter': 'http-routes',
  'error-answer': 'http-routes',
};

/** What is said of one element, or of two that stand for each other. */
export interface Said {
  readonly change: string;
  readonly impact: ContractChange['impact'];
  /** A sentence without its full stop. */
  readonly says: string;
}

/** A change of what users know, at head where it still stands there. */
export function surfaceChange(
  elements: { readonly old?: SurfaceElement | undefined; readonly now?: SurfaceElement | undefined },
  { change, impact, says }: Said,
): readonly ContractChange[] {
  const { old, now } = elements;
  const at = now ?? old;
  if (!at) return [];
  return [
    {
      contract: contracts[at.kind],
      change,
      impact,
      message: `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
      element: [(old ?? at).within?.name, (old ?? at).name].filter(Boolean).join(' '),
      file: at.file,
      range: at.range,
      ...(now && old && { before: { file: old.file, range: old.range } }),
      deprecatedBefore: old?.deprecated ?? false,
    },
  ];
}

/** What an element is called in a sentence. */
export function titleOf({ kind, name, within, shape }: SurfaceElement): string {
  switch (kind) {
    case 'route':
      return `the route \`${name}\``;
    case 'route-parameter':
      return `${name} of \`${within?.name ?? ''}\``;
    case 'argument':
      return `the argument \`${name}\`${within ? ` of \`${within.name}\`` : ''}`;
    case 'topic':
      return `the ${shape === 'sent' ? 'destination' : 'source'} \`${name}\``;
    case 'feature-flag':
      return `the feature flag \`${name}\``;
    case 'error-answer':
      return `what answers \`${name}\``;
    case 'bean':
      return `the bean \`${name}\``;
    case 'environment-variable':
      return `the environment variable \`${name}\``;
    case 'setting':
    case 'option':
    case 'command':
      return `the ${kind} \`${name}\``;
  }
}
