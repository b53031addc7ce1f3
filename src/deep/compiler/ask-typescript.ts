import { posix } from 'node:path';
import type ts from 'typescript';
import type { Notice } from '../../base/notice.ts';
import type { ChangeSet } from '../../change/change-set.ts';
import type { AskCompiler, CompilerAnswers, TypeQuestion } from '../../review/compiler/settle-types.ts';
import { TypeComparison } from './compare-types.ts';
import { hostOf, type Mount } from './compiler-host.ts';
import { packageOf, textsOf } from './side-files.ts';
import { loadTypeScript, typeScriptIn, type TypeScript } from './typescript-module.ts';

/**
 * Asks the TypeScript that a person named whether what modules export can still be used as before. It reads files and runs nothing of the repository:
 * of its settings only those are taken that say how types are read, and no plugin is loaded.
 * @param folder where that TypeScript is installed; it is loaded when there is something to ask
 * @throws UserError where there is none
 */
export async function askTypeScript(folder: string, changeSet: ChangeSet): Promise<AskCompiler> {
  const file = await typeScriptIn(folder);
  return async (questions) => {
    const typescript = loadTypeScript(file);
    const base = await textsOf(
      changeSet,
      'base',
      questions.map((each) => each.base),
    );
    const head = await textsOf(
      changeSet,
      'head',
      questions.map((each) => each.head),
    );
    return answersOf(typescript, changeSet.root, { base, same: base, head }, questions);
  };
}

function answersOf(
  typescript: TypeScript,
  root: string,
  texts: Readonly<Record<Mount, ReadonlyMap<string, string>>>,
  questions: readonly TypeQuestion[],
): CompilerAnswers {
  const options = optionsOf(typescript, texts.head, questions);
  const files = [...new Set(questions.flatMap((each) => [`/base/${each.base}`, `/same/${each.base}`, `/head/${each.head}`]))];
  const host = hostOf(typescript, root, texts, options);
  const program = typescript.createProgram({ rootNames: files, options, host });
  const comparison = new TypeComparison(typescript, program.getTypeChecker());
  const answers = new Map(questions.map((each) => [each, answer(each, program, comparison)]));
  const open = [...answers.values()].filter((each) => each === undefined).length;
  return { fits: (question) => answers.get(question), notices: open === 0 ? [] : [unanswered(open, questions.length)] };
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

function unanswered(open: number, all: number): Notice {
  return {
    id: 'types-not-compared',
    message: `The TypeScript compiler could not tell of ${open} of ${all} changed types whether they still fit: they mention \`any\`, what is not installed, or what only one declaration can be. What is written decided.`,
    remedy: 'Install the packages of the repository, e.g. with `npm ci`, and check again.',
    incomplete: false,
  };
}
