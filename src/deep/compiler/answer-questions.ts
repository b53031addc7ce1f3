import { posix } from 'node:path';
import type ts from 'typescript';
import type { TypeQuestion } from '../../review/compiler/settle-types.ts';
import { TypeComparison } from './compare-types.ts';
import { hostOf, type Mount } from './compiler-host.ts';
import { packageOf } from './side-files.ts';
import { loadTypeScript, type TypeScript } from './typescript-module.ts';

/** What a compiler is asked, as plain data. */
export interface CompilerTask {
  /** The file of the compiler. */
  readonly file: string;
  readonly root: string;
  readonly texts: Readonly<Record<Mount, ReadonlyMap<string, string>>>;
  readonly questions: readonly TypeQuestion[];
}

/** One answer for each question, in their order; null where the compiler cannot tell. */
export type CompilerTaskAnswers = readonly (boolean | null)[];

/**
 * Answers at one go, which may take long: nothing else happens in the thread meanwhile.
 * @throws UserError where the compiler cannot be asked
 */
export function answerQuestions({ file, root, texts, questions }: CompilerTask): CompilerTaskAnswers {
  const typescript = loadTypeScript(file);
  const options = optionsOf(typescript, texts.head, questions);
  const files = [...new Set(questions.flatMap((each) => [`/base/${each.base}`, `/same/${each.base}`, `/head/${each.head}`]))];
  const host = hostOf(typescript, root, texts, options);
  const program = typescript.createProgram({ rootNames: files, options, host });
  const comparison = new TypeComparison(typescript, program.getTypeChecker());
  return questions.map((each) => answer(each, program, comparison) ?? null);
}

/** A type of the old side that does not even fit its own copy is told apart by where it is declared: nothing can be said of it. */
function answer({ base, head, names }: TypeQuestion, program: ts.Program, comparison: TypeComparison): boolean | undefined {
  const find = (file: string) => comparison.find(program.getSourceFile(file), names);
  const [old, same, now] = [find(`/base/${base}`), find(`/same/${base}`), find(`/head/${head}`)];
  if (!old || !same || !now) return undefined;
  const fits = comparison.fits(old, now);
  return fits === false && comparison.fits(old, same) !== true ? undefined : fits;
}

/** Settings that decide what a type is; all others are left out, plugins among them. */
const ofTypes = [
  'strict',
  'strictNullChecks',
  'exactOptionalPropertyTypes',
  'noUncheckedIndexedAccess',
  'target',
  'lib',
  'jsx',
  'module',
  'moduleResolution',
  'types',
];

function optionsOf(typescript: TypeScript, texts: ReadonlyMap<string, string>, questions: readonly TypeQuestion[]): ts.CompilerOptions {
  const [first] = questions;
  const folder = first ? packageOf(first.head, [...texts.keys()]) : '';
  const path = posix.join(folder, 'tsconfig.json');
  const { config } = typescript.parseConfigFileTextToJson(path, texts.get(path) ?? '{}') as {
    readonly config?: Readonly<Record<string, unknown>>;
  };
  const said = config?.['compilerOptions'];
  const kept = Object.entries(typeof said === 'object' && said ? said : {}).filter(([name]) => ofTypes.includes(name));
  const { options } = typescript.convertCompilerOptionsFromJson({ strict: true, types: [], ...Object.fromEntries(kept) }, '/head');
  const { ModuleKind, ModuleResolutionKind, ScriptTarget } = typescript;
  return {
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    ...options,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    strictFunctionTypes: true,
  };
}
