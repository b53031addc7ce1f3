import type { Lowering } from '../reader.ts';
import { calls } from './calls.ts';
import { elements } from './elements.ts';
import { functions } from './functions.ts';
import { literals } from './literals.ts';
import { objects } from './objects.ts';
import { operators, other } from './operators.ts';
import { readStatements } from './statements.ts';

/** How JavaScript and TypeScript, with and without JSX, become neutral code. */
export const lowering: Lowering = {
  expressions: new Map([...literals, ...operators, ...calls, ...objects, ...functions, ...elements]),
  otherExpression: other,
  statements: readStatements,
};
