import { insecureElectronWindow } from '../../../../src/rules/security/insecure-electron-window.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/insecure-electron-window in ${path}`, () => {
    fileCases(insecureElectronWindow, path, [
      [
        'finds pages that share the context',
        '',
        'new BrowserWindow({ webPreferences: { contextIsolation: false } });\n',
        ['1 With `contextIsolation: false` pages in the window can change what the preload script uses.'],
      ],
      [
        'finds preferences in a variable',
        '',
        'const webPreferences = { nodeIntegration: true };\nopen(webPreferences);\n',
        ['1 With `nodeIntegration: true` pages in the window can use the whole of Node, files and processes included.'],
      ],
      [
        'finds scripts over plain HTTP',
        '',
        'new BrowserView({ webPreferences: { allowRunningInsecureContent: true } });\n',
        ['1 With `allowRunningInsecureContent: true` pages over HTTPS can load scripts over plain HTTP.'],
      ],
      ['leaves safe values alone', '', 'new BrowserWindow({ webPreferences: { contextIsolation: true, nodeIntegration: false } });\n', []],
      ['leaves a setting alone', '', 'new BrowserWindow({ webPreferences: { webSecurity: settings.secure } });\n', []],
      ['leaves another object alone', '', 'launch({ webSecurity: false });\n', []],
    ]);
  });
}
