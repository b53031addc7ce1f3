import type { Chain } from '../../../code/chain.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';

/** Words of chai that lead on to a check, and none by themselves. */
const leading = new Set(
  'to be been is that which and has have with at of same but does still also deep nested own ordered any all not itself eventually resolves rejects soft'.split(
    ' ',
  ),
);

/** Checks that are functions; a plugin may add others, and those that are properties are not among them. */
const called =
  /^to(?:[A-Z]\w*)$|^(?:equal|equals|eql|above|below|greaterThan|lessThan|match|throw|throws|property|keys|key|instanceof|instanceOf|string|members|oneOf|lengthOf|within|least|most|closeTo|satisfy|satisfies|respondTo|calledWith|include|includes|contain|contains)$/;

/** Why a chain of `expect` checks nothing, as the end of a sentence; undefined where it does. */
export function unfinishedInScript({ words, calls }: Chain): string | undefined {
  const start = words[0] === 'expect' ? calls[0] : undefined;
  if (!start || start.word > 1 || (start.word === 1 && !/^(?:soft|poll)$/.test(words[1] ?? ''))) return undefined;
  const last = words.at(-1) ?? '';
  const isCalled = calls.at(-1)?.word === words.length - 1;
  const rest = words.slice(start.word + 1);
  if (rest.every((word) => leading.has(word)) && !(isCalled && rest.length > 0)) return 'no matcher follows `expect`';
  return !isCalled && called.test(last) ? `\`${last}\` is not called` : undefined;
}

/** Links of AssertJ, Truth and Reactor that check nothing. */
const leadsOn =
  /^(?:as|describedAs|withFailMessage|overridingErrorMessage|extracting|flatExtracting|filteredOn|usingRecursiveComparison|usingComparator|usingElementComparator|ignoringFields|ignoringCollectionOrder|map|flatMap)$/;

/** Why a chain of a Java library checks nothing, as the end of a sentence; undefined where it does. */
export function unfinishedInJava({ words, calls }: Chain, file: SourceFile): string | undefined {
  const start = calls.find(({ word }) => word <= 1);
  const last = calls.at(-1);
  if (!start || last?.word !== words.length - 1 || !isKnown(words, start.word)) return undefined;
  const { call } = start;
  // A method of the test's own may be called so, too.
  if (file.facts?.symbols.some(({ name, kind }) => name === call.name && kind === 'method')) return undefined;
  const links = calls.slice(1).map(({ call: { name } }) => name);
  if (assertions.test(call.name) && call.arguments.length === 1)
    return links.every((name) => leadsOn.test(name)) ? `no check follows \`${links.at(-1) ?? call.name}\`` : undefined;
  const isMockito = imports(file, 'org.mockito');
  if (isMockito && call.name === 'verify' && links.length === 0 && isStandIn(call.arguments))
    return 'it names no call that is to be verified';
  if (call.name === 'then' && links.join(' ') === 'should' && isMockito) return 'it names no call that is to be verified';
  return call.name === 'create' && words[0] === 'StepVerifier' && !links.some((name) => /^(?:verify\w*|expectTimeout)$/.test(name))
    ? 'nothing subscribes until `verify` is called'
    : undefined;
}

/** `verify(bank)`, `verify(bank, times(2))`; what WireMock verifies is a request that is described by a call: `verify(getRequestedFor(…))`. */
function isStandIn([first, ...more]: readonly Expression[]): boolean {
  return (first?.kind === 'name' || first?.kind === 'member') && more.length <= 1;
}

const assertions = /^(?:assertThat|assertThatObject|assertThatCode|assertThatExceptionOfType|assertWithMessage)$/;

/** Called on nothing, or on the type that holds it. */
function isKnown(words: readonly string[], at: number): boolean {
  return (
    at === 0 || /^(?:Assertions|AssertionsForClassTypes|Assert|Truth|Mockito|BDDMockito|BDDAssertions|StepVerifier)$/.test(words[0] ?? '')
  );
}

function imports({ facts }: SourceFile, source: string): boolean {
  return facts?.imports.some((each) => each.source === source || each.source.startsWith(`${source}.`)) ?? false;
}
