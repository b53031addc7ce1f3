import type { SymbolAt } from './code-change.ts';
import type { AnnotationFact, SymbolFact } from './facts.ts';

const annotations = /^(?:Experimental\w{0,20}|Incubating|Beta|Preview|PreviewFeature|Unstable|Evolving)$/;
const tag = /@(?:experimental|alpha|beta|incubating)\b/;

/** What says of a symbol, or of a type around it, that it is a preview and may change: `@Experimental`; undefined where nothing does. */
export function previewMark({ file, symbol }: SymbolAt): string | undefined {
  for (let at: SymbolFact | undefined = symbol; at; at = at.parent === undefined ? undefined : file.facts?.symbols[at.parent]) {
    const annotation = at.annotations.find(isPreview);
    if (annotation) return `@${annotation.name}`;
    const said = at.documentation && tag.exec(file.text.slice(at.documentation.start, at.documentation.end));
    if (said) return said[0];
  }
  return undefined;
}

function isPreview({ name, arguments: values }: AnnotationFact): boolean {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  if (simple !== 'API') return annotations.test(simple);
  const status = values.find((each) => each.name === 'status')?.value;
  return (status?.kind === 'member' || status?.kind === 'name') && status.name === 'EXPERIMENTAL';
}
