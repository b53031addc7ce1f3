import type { ContractChange } from '../../code/contract-change.ts';
import type { RouteTerms, ValueForm } from '../../code/surface/route-terms.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import { surfaceChange, titleOf, type Said } from './surface-change.ts';

/** What changed about the terms on which a route is answered. */
export function termChanges({ old, now }: { readonly old: SurfaceElement; readonly now: SurfaceElement }): readonly ContractChange[] {
  const [before, after] = [old.terms, now.terms];
  if (!before || !after) return [];
  const title = titleOf(old);
  const said = [
    ...mediaTypes(before, after, title),
    ...conditions(before, after, title),
    ...versions(before, after, title),
    ...status(before, after, title),
    ...answers(before, after, title),
    ...body(before, after, title),
    ...variables(before, after, title),
  ];
  return said.flatMap((each) => surfaceChange({ old, now }, each));
}

const usual = /^(?:application\/json|application\/\*\+?json|\*\/\*|application\/\*)$/;

function mediaTypes(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  const [untaken, ungiven] = [gone(before.takes, after.takes, before.isData.takes), gone(before.gives, after.gives, before.isData.gives)];
  return [
    ...(untaken.length === 0
      ? []
      : [
          {
            change: 'route-request-media-type-removed',
            impact: 'breaking' as const,
            says: `${title} no longer takes ${untaken.join(', ')}: callers that send it are refused`,
          },
        ]),
    ...(ungiven.length === 0
      ? []
      : [
          {
            change: 'route-response-media-type-removed',
            impact: 'breaking' as const,
            says: `${title} no longer answers in ${ungiven.join(', ')}: callers that ask for it are refused, others get another form`,
          },
        ]),
  ];
}

/** Where nothing was said data is JSON. */
function gone(before: readonly string[], after: readonly string[], isData: boolean): readonly string[] {
  if (after.length === 0 || after.some((each) => each === '*/*')) return [];
  if (before.length === 0) return !isData || after.some((each) => usual.test(each)) ? [] : ['JSON'];
  return before.filter((each) => !after.some((other) => other === each || covers(other, each))).map((each) => `\`${each}\``);
}

function covers(pattern: string, type: string): boolean {
  return pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1));
}

function conditions(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  const added = after.asks.filter((each) => !before.asks.includes(each));
  if (added.length === 0) return [];
  const names = added.map((each) => `\`${each}\``).join(', ');
  return [
    {
      change: 'route-condition-added',
      impact: 'breaking',
      says: `${title} is answered with ${names} only now: callers that do without get an error`,
    },
  ];
}

/** Where no version is said another place may say one for all. */
function versions(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  const [old = [], now = []] = [before.versions, after.versions];
  const gone = old.filter((each) => !now.includes(each));
  if (gone.length === 0 || now.length === 0 || [...old, ...now].some((each) => each.includes('$'))) return [];
  return [
    {
      change: 'route-version-removed',
      impact: 'breaking',
      says: `${title} is no longer there in version ${gone.join(', ')} of the API, only in ${now.join(', ')}: callers of the old one get an error instead of an answer`,
    },
  ];
}

function status(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  if (before.status === undefined || after.status === undefined || before.status === after.status) return [];
  return [
    {
      change: 'route-status-changed',
      impact: 'breaking',
      says: `${title} answers ${after.status} instead of ${before.status}: callers that look for the old status take it for another outcome`,
    },
  ];
}

/** What a function itself answers: told where one status, of success or of failure, stands for another. */
function answers(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  if (before.answers.length === 0 || after.answers.length === 0) return [];
  return [/^[23]/, /^[45]/].flatMap((kind) => {
    const [old, now] = [before, after].map((terms) => terms.answers.filter((each) => kind.test(each))) as [string[], string[]];
    const [gone, come] = [old.filter((each) => !now.includes(each)), now.filter((each) => !old.includes(each))];
    if (gone.length !== 1 || come.length !== 1) return [];
    const isSuccess = kind.test('200');
    return [
      {
        change: isSuccess ? 'route-status-changed' : 'route-error-status-changed',
        impact: isSuccess && old.length === 1 ? ('breaking' as const) : ('risky' as const),
        says: `${title} answers ${come[0] ?? ''} instead of ${gone[0] ?? ''}: callers that look for the old status take it for another outcome`,
      },
    ];
  });
}

function body(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  if (!before.body || !after.body || before.body === after.body || before.body === 'nothing') return [];
  const shown = (form: string): string => (form === 'one' ? 'one thing' : form);
  return [
    {
      change: 'route-response-form-changed',
      impact: 'breaking',
      says: `${title} answers with ${shown(after.body)} instead of ${shown(before.body)}: callers that read the old form fail`,
    },
  ];
}

function variables(before: RouteTerms, after: RouteTerms, title: string): readonly Said[] {
  return Object.entries(before.variables).flatMap(([name, form]) => {
    const now = after.variables[name];
    return now && !isTaken(form, now) ? [narrowed(`the path variable \`${name}\` of ${title.replace(/^the route /, '')}`, form, now)] : [];
  });
}

/** What a parameter may be. */
export function formChange({ old, now }: { readonly old: SurfaceElement; readonly now: SurfaceElement }): readonly ContractChange[] {
  if (!old.form || !now.form || isTaken(old.form, now.form)) return [];
  return surfaceChange({ old, now }, narrowed(titleOf(old), old.form, now.form));
}

function narrowed(title: string, before: ValueForm, after: ValueForm): Said {
  return {
    change: 'route-parameter-type-changed',
    impact: 'breaking',
    says: `${title} has to be a ${after} now, and was a ${before}: callers that send others are refused`,
  };
}

function isTaken(before: ValueForm, after: ValueForm): boolean {
  return before === after || after === 'text' || (before === 'whole number' && after === 'number');
}
