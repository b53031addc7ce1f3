import { patternRule } from '../pattern/pattern-rule.ts';
import { truthOf } from '../pattern/values.ts';

const preferences: ReadonlyMap<string, readonly [boolean, string]> = new Map([
  ['nodeIntegration', [true, 'pages in the window can use the whole of Node, files and processes included']],
  ['nodeIntegrationInWorker', [true, 'workers of pages in the window can use the whole of Node']],
  ['nodeIntegrationInSubFrames', [true, 'frames of pages in the window can use the whole of Node']],
  ['contextIsolation', [false, 'pages in the window can change what the preload script uses']],
  ['webSecurity', [false, 'pages in the window can read the answers of every other site']],
  ['allowRunningInsecureContent', [true, 'pages over HTTPS can load scripts over plain HTTP']],
  ['experimentalFeatures', [true, 'features of the browser that are not finished can be used against it']],
  ['enableRemoteModule', [true, 'pages in the window can reach objects of the main process']],
  ['sandbox', [false, 'a page that breaks out of its process is not held back by the system']],
]);

export const insecureElectronWindow = patternRule({
  id: 'security/insecure-electron-window',
  title: 'A window of an Electron application lets pages out of their cage',
  reason:
    'Electron shows web pages with the rights of the application. What separates the two is set for each window; with one of these settings a script that gets onto a page owns the user’s machine.',
  remedy:
    'Leave the defaults: `contextIsolation`, `sandbox` and `webSecurity` on, `nodeIntegration` off. Give pages what they need through a preload script and `contextBridge`.',
  severity: 'error',
  confidence: 'high',
  category: 'electron',
  languages: ['typescript', 'javascript'],
  cwe: [1188, 653],
  sources: [{ title: 'Electron: security', url: 'https://www.electronjs.org/docs/latest/tutorial/security' }],
  limits: 'Settings that are computed are not seen.',
  examples: [
    {
      name: 'pages can use Node',
      base: {},
      head: { 'src/main.ts': 'export const open = () => new BrowserWindow({ webPreferences: { nodeIntegration: true } });\n' },
      finds: ['src/main.ts:1 With `nodeIntegration: true` pages in the window can use the whole of Node, files and processes included.'],
      fixed: { 'src/main.ts': 'export const open = () => new BrowserWindow({ webPreferences: { nodeIntegration: false } });\n' },
    },
    {
      name: 'a window has the defaults',
      base: {},
      head: { 'src/main.ts': 'export const open = () => new BrowserWindow({ webPreferences: { preload } });\n' },
      finds: [],
    },
    {
      name: 'the same-origin policy is off',
      base: {},
      head: { 'src/main.js': 'const window = new BrowserWindow({ webPreferences: { preload, webSecurity: false } });\n' },
      finds: ['src/main.js:1 With `webSecurity: false` pages in the window can read the answers of every other site.'],
      fixed: { 'src/main.js': 'const window = new BrowserWindow({ webPreferences: { preload, webSecurity: true } });\n' },
    },
    {
      name: 'another option has such a name',
      base: {},
      head: { 'src/main.js': 'run({ sandbox: false });\n' },
      finds: [],
    },
  ],
  *look(code) {
    for (const at of code.properties(...preferences.keys())) {
      const [bad, harm] = preferences.get(at.key) ?? [];
      if (harm === undefined || truthOf(at.value, at) !== bad || !isPreference(at, code.file.text)) continue;
      const kept = at.value.kind === 'true' || at.value.kind === 'false';
      yield {
        at,
        range: at.range,
        message: `With \`${at.key}: ${String(bad)}\` ${harm}.`,
        ...(at.key === 'sandbox' && { confidence: 'medium' as const }),
        ...(kept && { fix: { title: 'Take the safe value', edits: [{ range: at.value.range, newText: String(bad !== true) }] } }),
      };
    }
  },
});

/** Inside of `webPreferences`, or in a variable that is called so. */
function isPreference(
  at: {
    readonly object?: { readonly node: { readonly range: { readonly start: number } } };
    readonly symbol: { readonly qualifiedName: string };
  },
  text: string,
): boolean {
  const start = at.object?.node.range.start;
  const before = start === undefined ? '' : text.slice(Math.max(0, start - 40), start);
  return /web[-_]?preferences["']?\s*[:=]\s*$/i.test(before) || /webPreferences/i.test(at.symbol.qualifiedName);
}
