/** Of a standard stream, what decides how it is written to. */
export interface StreamFacts {
  readonly isTerminal: boolean;
  readonly color: boolean;
}

/** Colours only on a terminal, unless the person says otherwise (https://no-color.org, https://force-color.org). */
export function streamFacts(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): StreamFacts {
  const isTerminal = stream.isTTY === true;
  return { isTerminal, color: wantsColor(isTerminal, environment) };
}

function wantsColor(isTerminal: boolean, { NO_COLOR = '', FORCE_COLOR = '', TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR !== '') return false;
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}
