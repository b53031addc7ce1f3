import { annotationKind } from '../safeguards/annotation-kind.ts';

const filter = 'the filter that answers its errors';
const fallback = 'what is done when it fails';

/** Families that annotations stand for. */
export const inAnnotations: ReadonlySet<string> = new Set([filter, fallback]);

/** `@UseFilters(OrderErrors)` of Nest; one for the whole application takes its place. */
export const errorFilters = annotationKind(new Map([['UseFilters', { family: filter }]]), {
  exposed: (_lost, _head, _base, { files }) => !files.some(({ head, base }) => has(head?.text) && !has(base?.text)),
});

function has(text = ''): boolean {
  return /\b(?:APP_FILTER|useGlobalFilters)\b/.test(text);
}

/** `@Fallback`, `@HystrixCommand`, `@Recover` of MicroProfile, Hystrix and Spring Retry. */
export const fallbacks = annotationKind(
  new Map(['Fallback', 'HystrixCommand', 'Recover'].map((name) => [name, { family: fallback }] as const)),
  { elsewhere: /circuit-?_?breaker|resilience4j|fallback/i, helpers: /fallback|circuit|recover|resilien/i },
);
