import { report, type Comparison } from './comparison.ts';
import type { ProtoElement, ProtoFile, ProtoOptions } from './model.ts';

/** What an option of Google's API annotations says, and what it does to callers when it goes. */
interface Annotation {
  readonly option: string;
  /** Changes where all of it goes, where a part of it does, and where something is new, by the names of Google's detector. */
  readonly removed: string;
  readonly changed: string;
  readonly added: string;
  readonly name: string;
  readonly effect: string;
  /** Whether it holds several values, of which each must stay; else it is one. */
  readonly separator?: string;
  /** Whether a first one changes what generated code gives back. */
  readonly isBreakingWhenAdded?: boolean;
}

const noLonger = 'generated helpers that build or read its names no longer compile, and old names may be refused.';

const ofServices: readonly Annotation[] = [
  {
    option: '(google.api.default_host)',
    removed: 'service-host-removal',
    changed: 'service-host-change',
    added: 'service-host-addition',
    name: 'default host',
    effect: 'generated clients call another address.',
  },
  {
    option: '(google.api.oauth_scopes)',
    removed: 'oauth-scope-removal',
    changed: 'oauth-scope-removal',
    added: 'oauth-scope-addition',
    name: 'OAuth scopes',
    effect: 'callers whose tokens have only the old scope are refused.',
    separator: ',',
  },
];

const ofMethods: readonly Annotation[] = [
  {
    option: '(google.api.method_signature)',
    removed: 'method-signature-removal',
    changed: 'method-signature-removal',
    added: 'method-signature-addition',
    name: 'method signatures',
    effect: 'code that calls the generated method with these arguments no longer compiles.',
    separator: ', ',
  },
  {
    option: '(google.longrunning.operation_info).response_type',
    removed: 'lro-annotation-removal',
    changed: 'lro-response-change',
    added: 'lro-annotation-addition',
    name: 'response of the long-running operation',
    effect: 'clients read what it ends with as another message.',
    isBreakingWhenAdded: true,
  },
  {
    option: '(google.longrunning.operation_info).metadata_type',
    removed: 'lro-metadata-change',
    changed: 'lro-metadata-change',
    added: 'lro-annotation-addition',
    name: 'metadata of the long-running operation',
    effect: 'clients read its progress as another message.',
  },
];

const ofMessages: readonly Annotation[] = [
  {
    option: '(google.api.resource).type',
    removed: 'resource-definition-removal',
    changed: 'resource-definition-removal',
    added: 'resource-definition-addition',
    name: 'resource type',
    effect: noLonger,
  },
  {
    option: '(google.api.resource).pattern',
    removed: 'resource-pattern-removal',
    changed: 'resource-pattern-removal',
    added: 'resource-pattern-addition',
    name: 'patterns of the resource',
    effect: noLonger,
    separator: ', ',
  },
];

const ofFields: readonly Annotation[] = [
  {
    option: '(google.api.resource_reference).type',
    removed: 'resource-reference-removal',
    changed: 'resource-reference-change',
    added: 'resource-reference-addition',
    name: 'referred resource',
    effect: 'names of the old resource no longer fit, and generated helpers for them are gone.',
  },
  {
    option: '(google.api.resource_reference).child_type',
    removed: 'resource-reference-removal',
    changed: 'resource-reference-change-child-type',
    added: 'resource-reference-addition',
    name: 'child type of the referred resource',
    effect: 'names of the old resource no longer fit, and generated helpers for them are gone.',
  },
];

const annotations = { service: ofServices, method: ofMethods, message: ofMessages, field: ofFields };

/** Compares what Google's API annotations say of an element, but for its routes and how its fields are to be set. */
export function compareGoogleOptions(comparison: Comparison, kind: keyof typeof annotations, base: ProtoElement, head: ProtoElement): void {
  for (const annotation of annotations[kind]) compareAnnotation(comparison, annotation, base, head);
}

function compareAnnotation(comparison: Comparison, annotation: Annotation, base: ProtoElement, head: ProtoElement): void {
  const [before, after] = [valuesOf(base.options, annotation), valuesOf(head.options, annotation)];
  const gone = before.filter((value) => !after.includes(value));
  const stated = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ') || 'nothing';
  if (gone.length > 0 && !isDefinedElsewhere(annotation, gone, head.file))
    report(comparison, base, head, {
      change: after.length === 0 ? annotation.removed : annotation.changed,
      impact: 'breaking',
      message: `\`${base.fullName}\` has ${stated(after)} as its ${annotation.name}, was ${stated(before)}: ${annotation.effect}`,
    });
  else if (gone.length === 0 && after.length > before.length)
    report(comparison, base, head, {
      change: annotation.added,
      impact: annotation.isBreakingWhenAdded ? 'breaking' : 'compatible',
      message: `\`${base.fullName}\` has ${stated(after)} as its ${annotation.name}, was ${stated(before)}${annotation.isBreakingWhenAdded ? `: ${annotation.effect}` : '.'}`,
    });
}

function valuesOf(options: ProtoOptions, { option, separator }: Annotation): readonly string[] {
  const value = options.get(option);
  if (value === undefined || value === '') return [];
  if (separator === undefined) return [value];
  return value
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A resource may be defined for the whole file instead of at its message. */
function isDefinedElsewhere({ option }: Annotation, gone: readonly string[], { options }: ProtoFile): boolean {
  if (!option.startsWith('(google.api.resource).')) return false;
  const defined = options.get(option.replace('resource)', 'resource_definition)'))?.split(', ') ?? [];
  return gone.every((value) => defined.includes(value));
}
