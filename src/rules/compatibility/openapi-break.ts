import { contractRule } from '../contract-rule.ts';
import { openApiBreakExamples } from './openapi-break-examples.ts';

export const openApiBreak = contractRule('openapi', {
  id: 'compatibility/openapi-break',
  title: 'A break in an OpenAPI document',
  reason:
    'Clients are written and generated from the document. What they may send must go on being taken, and what they get must go on being what it was promised to be; else they fail when the new version is deployed, and not before.',
  remedy:
    'Add beside the old instead of changing it: a new optional property, a new operation, a new version of the path. What must go is marked `deprecated` with a date in `x-sunset` first, and removed when the date has passed.',
  sources: [
    { title: 'OpenAPI Specification 3.1', url: 'https://spec.openapis.org/oas/v3.1.1.html' },
    { title: 'JSON Schema: a vocabulary for structural validation', url: 'https://json-schema.org/draft/2020-12/json-schema-validation' },
    { title: 'RFC 8594: the Sunset HTTP header field', url: 'https://www.rfc-editor.org/rfc/rfc8594' },
  ],
  limits:
    'References to other hosts are not followed. Patterns are compared as text, not by what they match. A required value that becomes optional in an answer is a break, an optional property that is gone from an answer is a warning, because a client that holds to the document copes without it; so is a property that is gone from a request, unless others are forbidden. A new value of an enumeration in an answer is a break unless it is in `x-extensible-enum`. Asking for security where there was none, or for another address of the token server, is a break. A changed server address or operation id is a warning, and so is an answer that is no longer described by a schema. A required property of an answer that becomes `writeOnly` is gone for those who read it, and one of a request that is no longer `readOnly` must be sent: both are breaks. `bearerFormat` is compared where both sides say it. Left out of what other tools list, as no request fails by it: the order of parameters, names of schemas that are no longer referred to by them (`RemovedDefinition`, `ReferenceRedirection`), vendors’ hints on code generation (`x-ms-…`), extensions whose meaning only their owner knows, `allOf` parts that ask for nothing new, and periods of notice, which the standard sets for all contracts alike (`…-deprecated-sunset-missing`, `…-sunset-date-too-small` of what is newly deprecated). What tightens a property that is `readOnly` in a request, or widens one that is `writeOnly` in an answer, is silent, because nobody sends or reads it; so are security schemes, scopes and schemas that no operation refers to, the descriptions of scopes, types that are written otherwise and mean the same, and titles, descriptions and tags. Security that holds for the whole document is told at each operation that it changes. A range of media types (`application/*`) in place of one in an answer is a break. That `info.version` does not follow is told by `versioning/understated-change`. What several changed documents say in the same words is told once. Operations marked as `draft` or `alpha` by `x-stability-level` promise nothing. Part files are compared through the document that refers to them, when that document is part of the change too.',
  examples: openApiBreakExamples,
});
