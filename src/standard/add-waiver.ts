import type { Waiver } from './waiver.ts';

/**
 * The text of a standard's file with one more waiver, all else left as it is, comments and layout too.
 * @param text undefined where there is no file yet
 * @returns undefined where the waivers are written in a way that needs a person, as a list on one line
 */
export function withWaiver(text: string | undefined, waiver: Waiver): string | undefined {
  if (text === undefined) return `extends: plumbline:recommended\n\nwaivers:\n${itemOf(waiver, '  ', '\n')}`;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineBreak);
  const key = lines.findIndex((line) => /^waivers\s*:/.test(line));
  if (key === -1) return `${ended(text, lineBreak)}${lineBreak}waivers:${lineBreak}${itemOf(waiver, '  ', lineBreak)}`;
  if (!/^waivers\s*:\s*(?:#.*)?$/.test(lines[key] ?? '')) return undefined;
  const end = endOfBlock(lines, key + 1);
  const indentation = /^(\s*)- /.exec(lines.slice(key + 1, end).find((line) => /^\s*- /.test(line)) ?? '')?.[1] ?? '  ';
  const item = itemOf(waiver, indentation, lineBreak);
  const before = lines.slice(0, end).join(lineBreak);
  return `${before}${lineBreak}${item}${lines.slice(end).join(lineBreak)}`;
}

/** After the last line that is in the block: empty lines and comments before the next key belong to that. */
function endOfBlock(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^(?:\s|- )/.test(line)) break;
    end = at + 1;
  }
  return end;
}

function itemOf({ rule, paths, symbol, fingerprint, reason, owner, expires }: Waiver, indentation: string, lineBreak: string): string {
  const settings = [
    `rule: ${quoted(rule)}`,
    ...(paths ? [`paths: [${paths.map(quoted).join(', ')}]`] : []),
    ...(symbol === undefined ? [] : [`symbol: ${quoted(symbol)}`]),
    ...(fingerprint === undefined ? [] : [`fingerprint: ${quoted(fingerprint)}`]),
    `reason: ${quoted(reason)}`,
    `owner: ${quoted(owner)}`,
    `expires: ${expires}`,
  ];
  return settings.map((setting, index) => `${indentation}${index === 0 ? '- ' : '  '}${setting}${lineBreak}`).join('');
}

/** As JSON, which every YAML reader takes, where it is not a plain word. */
function quoted(text: string): string {
  return /^[a-z][\w/-]*$/i.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text) ? text : JSON.stringify(text);
}

function ended(text: string, lineBreak: string): string {
  return text === '' || text.endsWith(lineBreak) ? text : `${text}${lineBreak}`;
}
