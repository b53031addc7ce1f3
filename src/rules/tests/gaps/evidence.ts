import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { TestFact } from '../../../code/facts.ts';
import { callsIn, visitsOf } from '../../../code/walk.ts';

/** Calls that check something themselves, by the names that frameworks and people give them. */
const checkingCall =
  /^(_?assert|expect|verify|check|should|must|ensure|fail|validate|confirm|compare|andExpect|then(Throw|Return|Assert)|run(Rule|Test|Case|Valid|Invalid))|^(test|throws|rejects|match|matches|equals?|notEqual|deepEqual|strictEqual|ok|notOk|same|until|untilAsserted|is(Equal|True|False|Null|NotNull|InstanceOf)\w*|run)$/i;

/** Classes whose methods check, by the names that people give them. */
const checkingClass = /^(?:[A-Z]\w{0,60})?(?:Assert(?:ions?|s)?|Ensure|Verify|Verifier|Verifications?|Checks?|Checker|Expect(?:ations?)?)$/;

/** Calls that fail where something does not appear in time: Testing Library, Playwright, Puppeteer, WebdriverIO. */
const awaitingCall =
  /^(?:waitFor(?!Timeout|Network|LoadState)\w*|find(?:All)?By(?:Text|Role|LabelText|PlaceholderText|AltText|Title|DisplayValue|TestId))$/;

/** Titles that say: it is enough that nothing throws. */
const runsWithoutError =
  /context ?loads|smoke|(does|do|should|did|must|can|will)(n['’]?t| ?not) ?(throw|fail|crash|hang|error|blow)|without (an? )?(error|exception|throw|crash|fail)|no ?(error|exception|throw)|compiles|type ?checks|not_?(?:validated|enabled|checked|enforced)\w{0,60}by_?default/i;

/** Whether a test checks anything, itself or through a function that may do so for it. */
export function isChecking(test: TestFact, file: SourceFile): boolean {
  if (test.assertions.length > 0 || runsWithoutError.test(test.titles.join(' '))) return true;
  if (endsByCallback(test) || isHandedOn(test) || isRunByItsMark(test, file)) return true;
  const local = functionsIn(file);
  const java = file.facts?.language === 'java';
  return callsIn(test.body).some((call) => {
    const own = call.receiver === undefined || call.receiver.kind === 'this' || call.receiver.kind === 'super';
    return (
      checkingCall.test(call.name) ||
      (call.receiver?.kind === 'name' && checkingClass.test(call.receiver.name)) ||
      awaitingCall.test(call.name) ||
      (own && (java || local.has(call.name) || isImportedFromTests(call.name, file)))
    );
  });
}

const functionsIn = remembered(
  ({ facts }: SourceFile): ReadonlySet<string> =>
    new Set((facts?.symbols ?? []).filter(({ kind }) => kind === 'method' || kind === 'function').map(({ name }) => name)),
);

/** `test('title', macro, 1, 2)`: what the macro does stands elsewhere. */
function isHandedOn({ body: [only], range }: TestFact): boolean {
  return only?.range.start === range.start && only.range.end === range.end;
}

/** `@ProcessorTest`, `@ArchTest`: what a project’s or a library’s own mark runs checks what it runs. */
function isRunByItsMark({ framework }: TestFact, { facts }: SourceFile): boolean {
  return framework === 'unknown' && facts?.language === 'java';
}

/** Fails unless the code calls back. */
function endsByCallback({ body }: TestFact): boolean {
  const isCallback = (name: string): boolean => /^(done|cb|callback|resolve|fin)$/.test(name);
  return visitsOf(body, 'name', 'call').some(({ node }) => isCallback(node.name));
}

function isImportedFromTests(name: string, file: SourceFile): boolean {
  return (file.facts?.imports ?? []).some(
    (each) => each.local === name && /test|spec|helper|support|util|fixture|common|shared|setup|^\.\//i.test(each.source),
  );
}

/** A test that shows something: it runs, and it checks. */
export function isEvidence(test: TestFact, file: SourceFile): boolean {
  return test.kind === 'case' && test.run !== 'skipped' && isChecking(test, file);
}
