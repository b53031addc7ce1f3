import type { TextRange } from '../../../base/text-range.ts';

/** One line of a module's declaration. */
export interface ModuleDirective {
  readonly kind: 'exports' | 'opens' | 'requires transitive' | 'provides';
  /** The package, the module or the service. */
  readonly name: string;
  /** To whom it is exported or opened, where not to all; by what a service is provided. */
  readonly to: readonly string[];
  readonly range: TextRange;
}

/** What a `module-info.java` says to other modules. */
export interface ModuleDeclaration {
  readonly name: string;
  readonly nameRange: TextRange;
  /** All its packages may be looked into at run time. */
  readonly isOpen: boolean;
  readonly directives: readonly ModuleDirective[];
}

/** Reads the text of a `module-info.java`; undefined where it declares no module. */
export function readModule(text: string): ModuleDeclaration | undefined {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const header = /\b(open\s{1,20})?module\s{1,20}([\w.]{1,300})\s{0,20}\{/.exec(code);
  if (!header) return undefined;
  const name = header[2] ?? '';
  const start = header.index + header[0].lastIndexOf(name);
  const body = header.index + header[0].length;
  return {
    name,
    nameRange: { start, end: start + name.length },
    isOpen: header[1] !== undefined,
    directives: directivesIn(code.slice(body), body),
  };
}

const directive =
  /(?:^|[;{}\s])(exports|opens|provides|requires\s{1,20}(?:static\s{1,20})?transitive)\s{1,20}([\w.$]{1,300})(?:\s{1,20}(?:to|with)\s{1,20}([\w.$,\s]{1,5000}))?\s{0,20};/g;

function directivesIn(code: string, from: number): readonly ModuleDirective[] {
  return Array.from(code.matchAll(directive), (found): ModuleDirective => {
    const [whole, word = '', name = '', to = ''] = found;
    const start = from + found.index + whole.indexOf(word);
    return {
      kind: word.startsWith('requires') ? 'requires transitive' : (word as 'exports' | 'opens' | 'provides'),
      name,
      to: to
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
      range: { start, end: from + found.index + whole.length },
    };
  });
}
