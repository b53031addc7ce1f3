import type { Notice } from '../../base/notice.ts';

/** None of them makes a review incomplete: without a report everything is judged by the sources. */
const inAnyCase = { incomplete: false } as const;

export const notCheckedOut: Notice = {
  ...inAnyCase,
  id: 'coverage-not-checked-out',
  message: 'The coverage files were not used: what is reviewed is not what is checked out, so it cannot be told whether they are about it.',
  remedy: 'Check out the head of the change, run its tests with coverage and review it again.',
};

export function isNotThere(report: string): Notice {
  return {
    ...inAnyCase,
    id: 'coverage-missing',
    message: `There is no coverage file ${report}.`,
    remedy: 'Run the tests with coverage first, or name another file.',
    path: report,
  };
}

export function outdated(report: string, changed: string): Notice {
  return {
    ...inAnyCase,
    id: 'coverage-outdated',
    message: `${report} was not used: ${changed} is newer than it, or is not what was tested.`,
    remedy: 'Run the tests with coverage again.',
    path: report,
  };
}

export function tracked(report: string): Notice {
  return {
    ...inAnyCase,
    id: 'coverage-tracked',
    message: `${report} was not used: it is part of the repository, so that its age says nothing about what was tested.`,
    remedy: 'Let git ignore it, and run the tests with coverage.',
    path: report,
  };
}

export function cannotBeUsed(report: string, reason: string): Notice {
  return {
    ...inAnyCase,
    id: 'coverage-unreadable',
    message: `${report} was not used: ${reason}.`,
    remedy: 'Run the tests with coverage again; lcov, Istanbul’s JSON and the XML of JaCoCo, Cobertura and Clover can be read.',
    path: report,
  };
}
