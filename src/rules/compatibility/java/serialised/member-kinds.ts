import type { SymbolFact } from '../../../../code/facts.ts';
import { found } from '../../api/api-change.ts';
import type { JavaDifference } from '../kinds.ts';
import { annotationNamed, argumentNamed, className, textOf, type Marked } from './annotations.ts';
import { isWritten, otherNames, plainName, writtenName } from './member-names.ts';

/** What became of how one member is written, other than its name. */
export function memberKinds(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  if (base.annotations.length === 0 && head.annotations.length === 0) return [];
  const read = [...otherNames(head), writtenName(head), plainName(head)];
  const unread = otherNames(base).filter((each) => !read.includes(each));
  const name = `\`${writtenName(base) ?? plainName(base) ?? base.name}\``;
  return found<JavaDifference['id']>(
    !isIgnored(base) &&
      isIgnored(head) && {
        id: 'serialised-member-ignored',
        what: 'is left out of what is written now',
        whom: `who reads ${name} no longer finds it`,
        confidence: 'medium',
      },
    unread.length > 0 && {
      id: 'serialised-name-changed',
      what: `is no longer read under ${unread.map((each) => `\`${each}\``).join(', ')}`,
      whom: 'what is sent so is refused, or lost',
    },
    formatChanged(base, head),
    isUnwrapped(base) !== isUnwrapped(head) && {
      id: 'serialised-member-unwrapped',
      what: isUnwrapped(head) ? 'is written as its members now' : 'is written as an object of its own now',
      whom: 'who reads or sends them where they were no longer finds them',
    },
    isRequired(head) &&
      !isRequired(base) &&
      isWritten(base) && {
        id: 'serialised-member-required',
        what: 'has to be there in what is read now',
        whom: `who sends no ${name} may be refused`,
      },
  );
}

function isIgnored(at: Marked): boolean {
  const ignore = annotationNamed(at, 'JsonIgnore', 'JsonbTransient', 'XmlTransient');
  const access = textOf(argumentNamed(annotationNamed(at, 'JsonProperty'), 'access'));
  return (ignore !== undefined && argumentNamed(ignore, 'value')?.kind !== 'false') || access === 'WRITE_ONLY';
}

function isUnwrapped(at: Marked): boolean {
  return annotationNamed(at, 'JsonUnwrapped') !== undefined;
}

export function isRequired(at: Marked): boolean {
  return argumentNamed(annotationNamed(at, 'JsonProperty', 'XmlElement', 'XmlAttribute'), 'required')?.kind === 'true';
}

export function formatChanged(base: Marked, head: Marked): JavaDifference | undefined {
  const [before, after] = [formatOf(base), formatOf(head)];
  if (before === after) return undefined;
  const shown = (format: string | undefined): string => (format === undefined ? 'its usual form' : `\`${format}\``);
  return {
    id: 'serialised-format-changed',
    what: `is written in ${shown(after)} instead of ${shown(before)}`,
    whom: 'who reads or sends it in the old form fails',
    ...((before === undefined || after === undefined) && { confidence: 'medium' }),
  };
}

/** The pattern or shape that an annotation says, or the class that writes it. One that reads often takes more than before. */
function formatOf(at: Marked): string | undefined {
  const classes = [
    argumentNamed(annotationNamed(at, 'JsonSerialize'), 'using'),
    argumentNamed(annotationNamed(at, 'JsonAdapter', 'JsonbTypeAdapter', 'JsonbTypeSerializer', 'XmlJavaTypeAdapter'), 'value'),
  ];
  return patternOf(at) ?? classes.map(className).find((each) => each !== undefined) ?? (annotationNamed(at, 'JsonRawValue') && 'raw text');
}

function patternOf(at: Marked): string | undefined {
  const format = annotationNamed(at, 'JsonFormat', 'JsonbDateFormat', 'JsonbNumberFormat');
  return textOf(argumentNamed(format, 'pattern', 'value')) ?? textOf(argumentNamed(format, 'shape'));
}
