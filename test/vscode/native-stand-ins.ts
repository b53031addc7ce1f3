import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes log files as the native logger does, so that log channels show what an extension logs. */
const SPDLOG = `// A stand-in for the native logger, which needs a compiler to install.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const labels = { warn: 'warning' };

class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 2;
    this.plain = false;
    LEVELS.forEach((name, level) => { this[name] = (message) => { if (level >= this.level) this.write(labels[name] || name, message); }; });
  }
  write(label, message) {
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try { appendFileSync(this.file, this.plain ? message : time + ' [' + label + '] ' + message + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.plain = false; }
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
}

async function create(name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

const WATCHDOG = '// A stand-in for the native watchdog, which ends an extension host whose server is gone.\nexports.start = () => {};\n';

const STAND_INS: readonly (readonly [module: string, text: string])[] = [
  ['@vscode/spdlog', SPDLOG],
  ['@vscode/native-watchdog', WATCHDOG],
  ['native-watchdog', WATCHDOG],
];

/** Replaces the server's native modules that an extension host asks for by JavaScript, for npm installs them without a native build. */
export function replaceNativeModules(server: string): void {
  for (const [module, text] of STAND_INS) {
    const folder = join(server, 'node_modules', module);
    if (existsSync(folder)) writeFileSync(join(folder, 'index.js'), text);
  }
}
