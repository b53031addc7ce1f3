import type { Notice } from '../../base/notice.ts';
import type { AskCompiler, CompilerAnswers, CompilerSides, TypeQuestion } from '../../review/compiler/settle-types.ts';
import { answerQuestions, type CompilerTask, type CompilerTaskAnswers } from './answer-questions.ts';
import { answerInThread, type CompilerThread } from './compiler-thread.ts';
import { textsOf } from './side-files.ts';
import { typeScriptIn } from './typescript-module.ts';

/**
 * Asks the TypeScript that a person named whether what modules export can still be used as before. It reads files and runs nothing of the repository:
 * of its settings only those are taken that say how types are read, and no plugin is loaded.
 * @param folder where that TypeScript is installed; it is loaded when there is something to ask
 * @param thread where it is loaded, so that it can be ended in the midst of its work; in this thread where none is given
 * @throws UserError where there is none
 */
export async function askTypeScript(folder: string, thread?: CompilerThread): Promise<AskCompiler> {
  const file = await typeScriptIn(folder);
  return async (questions, sides) => {
    const task = { file, root: sides.root, texts: await textsOfSides(questions, sides), questions };
    const answers = thread ? await answerInThread(task, thread) : answerQuestions(task);
    return answers === 'too slow' ? { fits: () => undefined, notices: [tooSlow(questions.length)] } : answersTo(questions, answers);
  };
}

async function textsOfSides(questions: readonly TypeQuestion[], sides: CompilerSides): Promise<CompilerTask['texts']> {
  const of = (side: 'base' | 'head') =>
    textsOf(
      sides,
      side,
      questions.map((each) => each[side]),
    );
  const base = await of('base');
  return { base, same: base, head: await of('head') };
}

function answersTo(questions: readonly TypeQuestion[], given: CompilerTaskAnswers): CompilerAnswers {
  const answers = new Map(questions.map((each, place) => [each, given[place] ?? undefined]));
  const open = given.filter((each) => each === null).length;
  return { fits: (question) => answers.get(question), notices: open === 0 ? [] : [unanswered(open, questions.length)] };
}

function tooSlow(all: number): Notice {
  return {
    id: 'types-not-compared',
    message: `The TypeScript compiler took too long to tell of ${all} changed types whether they still fit. What is written decided.`,
    remedy: 'Review a smaller change; in VS Code the setting `plumbline.typescriptSeconds` gives the compiler more time.',
    incomplete: false,
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
