import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../code-change.ts';
import type { Scope } from '../flow/scope.ts';
import { codeOf } from '../walk.ts';
import { annotatedOptions } from './annotated-options.ts';
import { annotatedRoutes } from './annotated-routes.ts';
import { annotatedSettings } from './annotated-settings.ts';
import { namedBeans } from './beans.ts';
import { classOptions } from './class-options.ts';
import { convictSchema } from './convict.ts';
import { declaredEnvironment, environmentFields } from './environment-schemas.ts';
import { isCommon, settingsRead } from './environment.ts';
import { errorAnswers } from './error-answers.ts';
import { declaredFlags, flagCalls } from './feature-flags.ts';
import { scriptOptions } from './script-options.ts';
import { scriptRoutes } from './script-routes.ts';
import type { SurfaceElement } from './surface-element.ts';
import { annotatedTopics, topicCalls } from './topics.ts';

/** What one side of a file shows of how the product is run, configured and called: by annotations in the whole file, by calls where the change touches it. */
export const surfaceOf = remembered((file: SourceFile): readonly SurfaceElement[] => readSurface(file));

function readSurface(file: SourceFile): readonly SurfaceElement[] {
  const { facts } = file;
  // Hidden folders hold what other tools have put there, such as a build's wrapper.
  if (!facts || file.role !== 'production' || /(?:^|\/)\.[^/]/.test(file.path)) return [];
  const byCalls = facts.symbols.flatMap((symbol) => {
    const scope: Scope = { file, symbol, code: codeOf(symbol) };
    return scope.code.length === 0 ? [] : [...settingsOf(scope), ...scriptOptions(scope), ...topicCalls(scope), ...flagCalls(scope)];
  });
  return [
    ...annotatedRoutes(file),
    ...errorAnswers(file),
    ...annotatedSettings(file),
    ...annotatedOptions(file),
    ...annotatedTopics(file),
    ...declaredFlags(file),
    ...namedBeans(file),
    ...[...byCalls, ...classOptions(file), ...environmentFields(file), ...scriptRoutes(file)].map((element) => ({
      ...element,
      touched: differs(element),
    })),
  ];
}

/** What a schema declares is as it says, wherever else the variable is handed to it. */
function settingsOf(scope: Scope): readonly SurfaceElement[] {
  const declared = [...declaredEnvironment(scope), ...convictSchema(scope)].filter(({ name }) => !isCommon(name));
  const known = new Set(declared.map(({ identity }) => identity));
  return [...declared, ...settingsRead(scope).filter(({ identity }) => !known.has(identity))];
}

/** An empty range only says that the other side has lines there. */
function differs({ file, range }: SurfaceElement): boolean {
  return file.touched.some(({ start, end }) => start < range.end && range.start < end);
}
