import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

interface Menu {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly keybindings: readonly Menu[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly scope?: string; readonly markdownDescription?: string }>
      >;
    };
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const names = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
const sources = readdirSync(join(root, 'src/vscode')).map((name) => readFileSync(join(root, 'src/vscode', name), 'utf8'));
const code = sources.join('\n');
const { commands, menus, keybindings, views, viewsContainers, viewsWelcome, configuration, yamlValidation } = manifest.contributes;
const conditions = [
  ...Object.values(menus)
    .flat()
    .flatMap(({ when }) => when ?? []),
  ...commands.flatMap(({ enablement }) => enablement ?? []),
  ...keybindings.flatMap(({ when }) => when ?? []),
  ...viewsWelcome.map(({ when }) => when),
];

describe('the extension manifest', () => {
  const declared = sorted(commands.map(({ command }) => command));

  it('declares exactly the commands that are registered', () => {
    const handlers = readFileSync(join(root, 'src/vscode/command-handlers.ts'), 'utf8');
    const registered = [...handlers.slice(handlers.indexOf('  return {')).matchAll(/^ {4}(\w+):/gm)].map(
      ([, name]) => `plumbline.${name!}`,
    );
    assert.deepEqual(sorted(registered), declared);
  });

  it('uses only commands that it declares, in menus, keys, welcome texts and code', () => {
    const used = [
      ...Object.values(menus)
        .flat()
        .map(({ command }) => command),
      ...keybindings.map(({ command }) => command),
      ...viewsWelcome.flatMap(({ contents }) =>
        [...(names[contents.slice(1, -1)] ?? '').matchAll(/command:(plumbline\.\w+)/g)].map(([, command]) => command!),
      ),
      ...[...code.matchAll(/['"`:](plumbline\.[a-z]+[A-Z]\w*|plumbline\.(?:cancel|clear|filter))\b/g)].map(([, command]) => command!),
    ];
    const settingsAndKeys = [...Object.keys(configuration.properties), 'plumbline.filter', 'plumbline.grouping'];
    assert.deepEqual(
      [...new Set(used)].filter((command) => !declared.includes(command) && !settingsAndKeys.includes(command)),
      [],
    );
  });

  it('gives every command a way to be reached', () => {
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const elsewhere = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])].map(({ command }) => command);
    const unreachable = hidden.filter((command) => !elsewhere.includes(command) && !new RegExp(`'${command}'`).test(code));
    assert.deepEqual(unreachable, []);
  });

  it('gives an icon to every command that is shown as one', () => {
    const shown = Object.values(menus)
      .flat()
      .filter(({ group }) => /^(?:inline|navigation)/.test(group ?? ''))
      .map(({ command }) => command);
    const without = commands.filter(({ icon }) => icon === undefined).map(({ command }) => command);
    assert.deepEqual(
      shown.filter((command) => without.includes(command)),
      [],
    );
  });

  it('asks only for context keys that are set, and all that are set are asked for', () => {
    const asked = new Set(
      conditions
        .flatMap((condition) => condition.match(/plumbline\.\w+(?!\w)/g) ?? [])
        .filter((key) => !declared.includes(key) && key !== 'plumbline.findings'),
    );
    const set = [...code.matchAll(/'setContext', '(plumbline\.\w+)'/g)].map(([, key]) => key!);
    assert.deepEqual(sorted(asked), sorted(set));
  });

  it('compares the view with contents that there are, and has a welcome for each that shows no text of its own', () => {
    const type = /type ViewContent = ([^;]+);/.exec(code)?.[1] ?? '';
    const contents = [...type.matchAll(/'([\w-]+)'/g)].map(([, content]) => content!);
    const compared = conditions.flatMap((condition) =>
      [...condition.matchAll(/plumbline\.view [!=]= ([\w-]+)/g)].map(([, content]) => content!),
    );
    assert.deepEqual(
      [...new Set(compared)].filter((content) => !contents.includes(content)),
      [],
    );
    const welcomed = viewsWelcome.flatMap(({ when }) => [...when.matchAll(/plumbline\.view == ([\w-]+)/g)].map(([, content]) => content!));
    assert.deepEqual(
      sorted(welcomed),
      sorted(contents.filter((content) => !['findings', 'running', 'failed', 'nothing-to-review'].includes(content))),
    );
  });

  it('asks only for kinds of rows that there are', () => {
    const items = readFileSync(join(root, 'src/vscode/tree-items.ts'), 'utf8');
    const asked = conditions.flatMap((condition) => /viewItem =~ \/([^/]+)\//.exec(condition)?.[1]?.match(/(?<!\\)\b[a-z]{3,}/g) ?? []);
    assert.deepEqual(
      [...new Set(asked)].filter((kind) => !items.includes(`'${kind}'`)),
      [],
    );
  });

  it('has every setting documented and read, and reads no other', () => {
    for (const [name, { markdownDescription = '' }] of Object.entries(configuration.properties))
      assert.ok(names[markdownDescription.slice(1, -1)], name);
    const settings = readFileSync(join(root, 'src/vscode/settings.ts'), 'utf8');
    const read = [...settings.matchAll(/(?:trustedText|\.get)\('(\w+)'/g)].map(([, name]) => `plumbline.${name!}`);
    assert.deepEqual(sorted(read), sorted(Object.keys(configuration.properties)));
    assert.equal(code.split('getConfiguration').length - 1, settings.split('getConfiguration').length - 1);
  });

  it('lets no repository choose what is loaded', () => {
    for (const name of ['plumbline.typescript', 'plumbline.typescriptSeconds'])
      assert.equal(configuration.properties[name]?.scope, 'machine', name);
  });

  it('offers to run tests in trusted workspaces only, and lets no repository say how', () => {
    for (const name of ['plumbline.runDeepCheck', 'plumbline.setTestCommand']) {
      const shown = Object.values(menus)
        .flat()
        .filter(({ command }) => command === name)
        .map(({ when }) => when ?? '');
      const enabled = commands.filter(({ command }) => command === name).map(({ enablement }) => enablement ?? '');
      for (const condition of [...shown, ...enabled]) assert.match(condition, /\bisWorkspaceTrusted\b/, name);
      assert.ok(shown.length > 0 && enabled.length === 1, name);
    }
    assert.deepEqual(
      Object.keys(configuration.properties).filter((name) => /command/i.test(name)),
      [],
    );
  });

  it('takes every text from package.nls.json, which has no other', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(sorted(new Set(used)), sorted(Object.keys(names)));
  });

  it('names files that exist', () => {
    const files = [
      manifest.icon,
      ...Object.values(views)
        .flat()
        .map(({ icon }) => icon),
      ...viewsContainers.activitybar.map(({ icon }) => icon),
      ...yamlValidation.map(({ url }) => url),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it('puts its views where its code and its conditions look for them', () => {
    const ids = Object.values(views)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(ids, ['plumbline.findings']);
    assert.match(code, /viewId = 'plumbline\.findings'/);
    const asked = conditions.flatMap((condition) => /(?<![.\w])view == ([\w.]+)/.exec(condition)?.[1] ?? []);
    assert.deepEqual([...new Set([...asked, ...viewsWelcome.map(({ view }) => view)])], ids);
    assert.deepEqual(
      Object.keys(views),
      viewsContainers.activitybar.map(({ id }) => id),
    );
  });

  it('wakes for nothing but the view, the commands and a standard being edited', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:yaml']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it('shows only texts that can be translated', () => {
    const literal = /(?:title|label|prompt|placeHolder|tooltip|description): '[A-Z][^']*'/g;
    assert.deepEqual(
      (code.match(literal) ?? []).filter((found) => !found.endsWith("'Plumbline'")),
      [],
    );
  });
});

function sorted(values: Iterable<string>): string[] {
  return [...values].sort();
}
