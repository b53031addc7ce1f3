// Builds `dist/`: the extension's thin entry, the engine and its workers, and the command line.
// --minify for packages, --watch for development, --quiet for no word but problems.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  // The `main` of some packages hides its own modules from the bundler (jsonc-parser).
  mainFields: ['module', 'main'],
  minify,
  sourcemap: minify ? false : 'linked',
  metafile: true,
  legalComments: 'none',
  logLevel: process.argv.includes('--quiet') ? 'warning' : 'info',
};

/** VS Code requires the entry to be CommonJS. It is thin: it starts the engine in a worker. */
const extension = {
  ...shared,
  entryPoints: { extension: 'src/vscode/extension.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
};

/** Entries share chunks, which are loaded when first needed. All lie in one folder, so that each finds the files beside it. */
const engine = {
  ...shared,
  entryPoints: {
    cli: 'src/cli/main.ts',
    engine: 'src/vscode/engine-worker.ts',
    'extraction-worker': 'src/review/extraction-worker.ts',
    'compiler-worker': 'src/deep/compiler-worker.ts',
  },
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  // CommonJS packages in the bundle call `require` for Node's own modules, and ask for their file.
  // `import.meta.filename` is not in the first versions of Node 20.
  define: { __filename: 'filenameOfBundle', __dirname: 'directoryOfBundle', 'import.meta.filename': 'filenameOfBundle' },
  banner: {
    js: [
      "import { createRequire as createRequireOfBundle } from 'node:module';",
      "import { dirname as folderOfBundle } from 'node:path';",
      "import { fileURLToPath as fileOfBundle } from 'node:url';",
      'const require = createRequireOfBundle(import.meta.url), filenameOfBundle = fileOfBundle(import.meta.url), directoryOfBundle = folderOfBundle(filenameOfBundle);',
    ].join('\n'),
  },
};

mkdirSync('dist/grammars', { recursive: true });
const grammarPackages = copyWasm();
const configurations = [extension, engine];
if (watch) {
  for (const configuration of configurations) await (await context(configuration)).watch();
} else {
  const results = await Promise.all(configurations.map((configuration) => build(configuration)));
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  removeAllBut(results.flatMap((result) => Object.keys(result.metafile.outputs)));
  writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licences([...bundledPackages(inputs), ...grammarPackages]));
  chmodSync('dist/cli.js', 0o755);
}

/** Copies the parser's core and every grammar; returns the packages they are from. */
function copyWasm() {
  const packages = Object.keys(manifest.devDependencies).filter((name) => basename(name).startsWith('tree-sitter-'));
  for (const name of packages) {
    const folder = join('node_modules', name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.wasm'));
    for (const file of files) copyFileSync(join(folder, file), join('dist/grammars', file));
  }
  copyFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', 'dist/web-tree-sitter.wasm');
  return packages.map((name) => join('node_modules', name));
}

/** Removes what an earlier build left. Only afterwards, so that a running program finds its files as long as they are the same. */
function removeAllBut(outputs) {
  const kept = new Set(outputs.map((output) => basename(output)));
  const scripts = readdirSync('dist').filter((file) => /\.(?:js|cjs|map)$/.test(file));
  for (const file of scripts) if (!kept.has(file)) rmSync(join('dist', file));
}

/** Folders of the packages that went into the bundles, e.g. `node_modules/yaml`. */
function bundledPackages(inputs) {
  return inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
}

function licences(folders) {
  const notices = [...new Set(folders)].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  return notices.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text.trim()}\n`).join('\n');
}

function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const text = file ? readFileSync(join(folder, file), 'utf8') : `Copyright ${holder}. Licensed under ${license}.`;
  return { title: `${name} ${version} (${license})`, text };
}
