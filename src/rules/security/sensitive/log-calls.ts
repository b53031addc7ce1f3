import type { Call } from '../../../code/expression.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';

const levels = [
  'log',
  'info',
  'warn',
  'warning',
  'error',
  'debug',
  'trace',
  'fatal',
  'verbose',
  'silly',
  'dir',
  'fine',
  'finer',
  'finest',
  'severe',
  'notice',
  'critical',
] as const;
const printing = ['println', 'print', 'printf', 'format'] as const;
const logger =
  /^(?:console|_?log|_?logger|logging|winston|pino|bunyan|slf4j|getLogger|getLog|atInfo|atDebug|atWarn|atError)$|Logger$|Log$/i;

/** Everything that writes to a log or to the console. */
export function logCallsIn(code: CodeInventory): readonly Sight<Call>[] {
  const written = code.calls(...levels).filter(({ node }) => {
    const receiver = node.receiver && bare(node.receiver);
    return receiver !== undefined && logger.test(lastName(receiver) ?? '');
  });
  if (code.file.facts?.language !== 'java') return written;
  const printed = code
    .calls(...printing)
    .filter(({ node }) => /^System\.(out|err)$/.test((node.receiver && dottedName(bare(node.receiver))) ?? ''));
  return [...written, ...printed];
}
