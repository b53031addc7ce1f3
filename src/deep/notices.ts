import type { Notice } from '../base/notice.ts';
import type { SymbolAt } from '../code/code-change.ts';
import { listed, shortName } from '../rules/tests/gaps/finding.ts';
import type { CommandEnd } from './command-run.ts';

/** What the deep check has to say about itself. */
export const nothingToTry: Notice = {
  id: 'deep-check-nothing',
  message: 'The deep check had nothing to try: the change makes no function behave differently.',
  incomplete: false,
};

export function noTests(command: string): Notice {
  return {
    id: 'deep-check-no-tests',
    message: `The deep check was not done: no test that concerns the change is one that \`${command}\` can be told to run.`,
    remedy: 'Leave the placeholder out of the command to run all tests.',
    incomplete: true,
  };
}

export function redAsIs(command: string, { exitCode, isTooLong }: Pick<CommandEnd, 'exitCode' | 'isTooLong'>): Notice {
  const ended = isTooLong ? 'did not end in time' : exitCode === undefined ? 'was ended' : `ended with exit code ${exitCode}`;
  return {
    id: 'deep-check-red',
    message: `The deep check was not done: the tests have to pass as they are, and \`${command}\` ${ended}.`,
    remedy:
      'They ran on a copy of the change without what git ignores, but with what is installed in `node_modules`: where they need what a build makes, put the build into the command.',
    incomplete: true,
  };
}

export function timeIsOver(minutes: number, tried: number, all: number): Notice {
  return {
    id: 'deep-check-time',
    message: `The deep check ended after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${tried} of ${all} trials were made, those with most at stake first.`,
    remedy: 'Give it more time, or a command that runs fewer tests.',
    incomplete: true,
  };
}

export function unreached(paths: readonly string[], command: string): Notice {
  return {
    id: 'deep-check-unreached',
    message: `\`${command}\` passes whatever stands in ${listed(paths)}: the tests do not run it, or they run what was built from it before.`,
    remedy: 'If they need a build, put it into the command; otherwise nothing tests what is in there.',
    incomplete: true,
  };
}

export function unclear(functions: readonly SymbolAt[]): Notice {
  return {
    id: 'deep-check-unclear',
    message: `Whether tests notice could not be tried for ${names(functions)}: it does not build, or cannot be written, with its old body put back.`,
    incomplete: false,
  };
}

export function moreMutations(most: number, all: number): Notice {
  return {
    id: 'deep-check-mutations',
    message: `Of ${all} places that could be put otherwise the deep check tried ${most}, those with most at stake first.`,
    incomplete: false,
  };
}

function names(functions: readonly SymbolAt[]): string {
  return listed(functions.map((at) => `\`${shortName(at)}\``));
}
