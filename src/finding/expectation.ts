/** A sentence of the standard that findings are grouped by. Ids are the first part of a rule's id. */
export interface Expectation {
  readonly id: ExpectationId;
  readonly title: string;
  /** What the standard promises, in words for people who do not read code. */
  readonly promise: string;
}

/** In the order in which a review shows them. */
export const expectations = [
  {
    id: 'compatibility',
    title: 'Compatibility',
    promise:
      'Code is free of breaking changes. If one cannot be avoided it is planned, deprecated first and announced to consumers well ahead.',
  },
  {
    id: 'tests',
    title: 'Tests',
    promise: 'Tests cover positive and negative scenarios, edge cases and errors, at the right level, and are run by risk.',
  },
  {
    id: 'security',
    title: 'Security',
    promise:
      'All work is looked at with a security lens; the product’s security features are used, and nothing that protects is taken away unnoticed.',
  },
  {
    id: 'robustness',
    title: 'Robustness',
    promise: 'Code is production-ready: free of glaring issues, and it accounts for edge cases and errors.',
  },
  {
    id: 'readability',
    title: 'Readability',
    promise: 'Code is easily understood by others: self-documenting, commented only where a reason is needed, easy to maintain.',
  },
  {
    id: 'architecture',
    title: 'Architecture',
    promise: 'Code fits the overall service architecture; abstractions and isolation hold; decisions are explained.',
  },
  {
    id: 'quality-attributes',
    title: 'Quality attributes',
    promise: 'Performance, accessibility and observability do not get worse.',
  },
  {
    id: 'delivery',
    title: 'Delivery',
    promise: 'Build, test and release automation is sound, pinned and safe.',
  },
  {
    id: 'versioning',
    title: 'Versioning',
    promise: 'Changes are right-sized, well described, versioned, noted in the changelog, with their dependencies noted.',
  },
  {
    id: 'ownership',
    title: 'Ownership',
    promise: 'It is clear whom to ask and who must look.',
  },
  {
    id: 'custom',
    title: 'Our own rules',
    promise: 'What the team has agreed on beside the other expectations, and wrote into its standard as rules of its own, is kept.',
  },
] as const satisfies readonly { id: string; title: string; promise: string }[];

export type ExpectationId = (typeof expectations)[number]['id'];

export type RuleId = `${ExpectationId}/${string}`;

/** Whether a rule is one that a standard defines itself: what it says is the team's. */
export function isCustomRule(rule: string): boolean {
  return rule.startsWith('custom/');
}

export function expectationOf(rule: RuleId): Expectation {
  const id = rule.slice(0, rule.indexOf('/'));
  const found = expectations.find((expectation) => expectation.id === id);
  if (!found) throw new Error(`Rule ${rule} names no expectation`);
  return found;
}
