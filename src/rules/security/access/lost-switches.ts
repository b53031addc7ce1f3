import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { AnnotationFact } from '../../../code/facts.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { foldedText } from '../../../code/walk.ts';
import { reference, simpleTypeName } from '../../code-in-file.ts';

const switches = /^Enable(?:Global|Reactive)?MethodSecurity$/;

/** `@EnableMethodSecurity` is gone from the whole change: every `@PreAuthorize` of the application is ignored from then on. */
export function* switchFindings(change: CodeChange): Generator<FindingDraft> {
  const pairs = change.symbols.flatMap((each) => (each.kind === 'paired' && each.head.file.facts?.language === 'java' ? [each] : []));
  for (const { base, head } of pairs) {
    if (head.file.role !== 'production') continue;
    for (const lost of switchesOf(base)) {
      if (isKept(change)) continue;
      const text = foldedText(base.file.text, lost.range);
      yield {
        message: `\`${head.symbol.name}\` no longer has the checks on methods looked at: \`${text}\` is gone, and \`@PreAuthorize\`, \`@Secured\` and \`@RolesAllowed\` do nothing.`,
        place: { file: head.file, range: head.symbol.nameRange },
        subject: `${head.symbol.qualifiedName} ${text}`,
        symbol: reference(head.symbol),
        related: [{ file: base.file, range: lost.range, caption: 'it was here' }],
        properties: { category: 'missing-auth' },
      };
    }
  }
}

function switchesOf({ symbol }: SymbolAt): readonly AnnotationFact[] {
  return symbol.annotations.filter(({ name }) => switches.test(simpleTypeName(name)));
}

/** Another one stands at head, on this class or another of the change. */
function isKept(change: CodeChange): boolean {
  return change.symbols.some((each) => each.kind !== 'removed' && switchesOf(each.head).length > 0);
}
