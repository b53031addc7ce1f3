import type { ProtoElement, ProtoFile, ProtoScope } from './model.ts';

/** What `proto2`, `proto3` and editions mean where nothing else is said (the editions' feature settings). */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  proto2: {
    field_presence: 'EXPLICIT',
    enum_type: 'CLOSED',
    utf8_validation: 'NONE',
    message_encoding: 'LENGTH_PREFIXED',
    json_format: 'LEGACY_BEST_EFFORT',
  },
  proto3: {
    field_presence: 'IMPLICIT',
    enum_type: 'OPEN',
    utf8_validation: 'VERIFY',
    message_encoding: 'LENGTH_PREFIXED',
    json_format: 'ALLOW',
  },
  edition: {
    field_presence: 'EXPLICIT',
    enum_type: 'OPEN',
    utf8_validation: 'VERIFY',
    message_encoding: 'LENGTH_PREFIXED',
    json_format: 'ALLOW',
  },
};

/** The value of a feature that holds for an element: its own, else that of what encloses it, else the syntax's. */
export function featureOf(element: ProtoElement | ProtoFile, feature: string): string {
  for (let scope: ProtoScope | undefined = element; scope; scope = scope.parent) {
    const value = scope.options.get(`features.${feature}`);
    if (value !== undefined) return value;
  }
  const { syntax } = 'syntax' in element ? element : element.file;
  return (defaults[syntax] ?? defaults['edition'])?.[feature] ?? '';
}

/** Whether the contract says that an element, or what encloses it, is to go. */
export function isDeprecated(element: ProtoScope): boolean {
  for (let scope: ProtoScope | undefined = element; scope; scope = scope.parent)
    if (scope.options.get('deprecated') === 'true') return true;
  return false;
}

/** Whether two versions stand in files of `proto2` and `proto3`: what that changes in all of them is told once, for the file. */
export function isOtherSyntax(base: ProtoElement, head: ProtoElement): boolean {
  return base.file.syntax !== head.file.syntax && base.file.syntax.startsWith('proto') && head.file.syntax.startsWith('proto');
}
