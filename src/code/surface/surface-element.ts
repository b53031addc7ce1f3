import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../code-change.ts';
import type { SymbolFact } from '../facts.ts';
import type { RouteTerms, ValueForm } from './route-terms.ts';

/** What those who run, configure or call a product know of it. */
export type SurfaceKind =
  | 'environment-variable'
  | 'setting'
  | 'option'
  | 'command'
  | 'argument'
  | 'topic'
  | 'route'
  | 'route-parameter'
  | 'feature-flag'
  | 'bean'
  | 'error-answer';

/** One thing by which a product is run, configured or called, as one place in its code says it. */
export interface SurfaceElement {
  readonly kind: SurfaceKind;
  /** As users know it: `PORT`, `server.port`, `--port`, `GET /orders/{id}`, `the query parameter \`size\``. */
  readonly name: string;
  /** Equal for the same thing at both sides, e.g. `GET /orders/{}`. */
  readonly identity: string;
  /** Other names for the same: `-p`. */
  readonly aliases?: readonly string[];
  /** Of a route's parameter: the route. Of an argument or an option, where that is known: the command. */
  readonly within?: { readonly name: string; readonly identity: string };
  readonly file: SourceFile;
  readonly range: TextRange;
  /** Whose code says it, where there is one. */
  readonly symbol?: SymbolFact;
  /** What holds where users say nothing, for people. */
  readonly default?: string;
  /** Whether it must be given: without it the product does not start, or refuses the call. */
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Whether it stands in lines that differ; what is said by calls is read only near to them. Absent where the whole file is read. */
  readonly touched?: boolean;
  /** Of a route: on which terms it is answered. */
  readonly terms?: RouteTerms;
  /** Of a route's parameter: what it has to be, where that is known. */
  readonly form?: ValueForm;
  /** How its value is written, where that can be told: `<value>`, `<number>`, `[value]`, `switch`, `read`, `sent`. */
  readonly shape?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
}

/** A path with what stands for a part of it left out, however it is written: `/orders/{}` for `/orders/{id}`, `/orders/:id` and `/orders/*`. */
export function pathTemplate(path: string): string {
  return path.replaceAll(/\{[^{}/]{0,300}(?:\{[^{}]{0,50}\}[^{}/]{0,300})?\}|:\w+(?:\([^()]{0,300}\))?\??|(?<=\/)\*(?=\/|$)/g, '{}');
}

/** `/api`, `orders/` and `:id` as `/api/orders/:id`. */
export function joinedPath(...parts: readonly string[]): string {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
  return `/${path}`;
}
