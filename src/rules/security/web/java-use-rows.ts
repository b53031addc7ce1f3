import { javaConnectionRows } from './java-connection-rows.ts';
import { javaObjectRows } from './java-object-rows.ts';
import { javaPageRows } from './java-page-rows.ts';
import type { JavaUseRow } from './java-use-row.ts';

/** Calls and options of Java's platform and its libraries. */
export const javaUseRows: readonly JavaUseRow[] = [...javaConnectionRows, ...javaObjectRows, ...javaPageRows];
