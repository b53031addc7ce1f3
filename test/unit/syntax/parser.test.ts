import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { editTree } from '../../../src/syntax/incremental.ts';
import { SyntaxParser } from '../../../src/syntax/parser.ts';
import type { SyntaxTree } from '../../../src/syntax/tree.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

const loadWasm = locateWasmInPackages(process.cwd());

describe('SyntaxParser', () => {
  it('parses with each grammar', async () => {
    const parser = new SyntaxParser(loadWasm);
    const types = [];
    for (const [grammar, text] of [
      ['java', 'class A {}'],
      ['typescript', 'let a: number;'],
      ['tsx', 'let a = <b/>;'],
      ['javascript', 'let a = <b/>;'],
    ] as const) {
      const { tree } = await parser.parse(grammar, text);
      types.push(tree?.parsed.rootNode.toString());
      tree?.delete();
    }
    assert.deepEqual(types, [
      '(program (class_declaration name: (identifier) body: (class_body)))',
      '(program (lexical_declaration (variable_declarator name: (identifier) type: (type_annotation (predefined_type)))))',
      '(program (lexical_declaration (variable_declarator name: (identifier) value: (jsx_self_closing_element name: (identifier)))))',
      '(program (lexical_declaration (variable_declarator name: (identifier) value: (jsx_self_closing_element name: (identifier)))))',
    ]);
    await parser.dispose();
  });

  it('says so when a grammar cannot be loaded', async () => {
    const parser = new SyntaxParser((file) => (file.includes('java') ? Promise.reject(new Error('no such file')) : loadWasm(file)));
    const result = await parser.parse('java', 'class A {}');
    assert.deepEqual(result.failure, {
      id: 'grammar-not-loaded',
      message: 'The grammar java could not be loaded: no such file',
      remedy: 'Install Plumbline again: a file of it is missing or damaged.',
      incomplete: true,
    });
    const damaged = await new SyntaxParser((file) => (file.includes('java') ? Promise.resolve(new Uint8Array(9)) : loadWasm(file))).parse(
      'java',
      '',
    );
    assert.equal(damaged.failure?.id, 'grammar-not-loaded');
  });

  it('takes compiled modules, which workers share', async () => {
    const parser = new SyntaxParser(async (file) => {
      const wasm = await loadWasm(file);
      return wasm instanceof Uint8Array ? WebAssembly.compile(wasm) : wasm;
    });
    const { tree } = await parser.parse('java', 'class A {}');
    assert.equal(tree?.rootNode.hasError, false);
    tree.delete();
  });

  it('starts in a worker thread from modules that another thread compiled', async () => {
    const files = ['web-tree-sitter.wasm', 'tree-sitter-java.wasm'];
    const modules = await Promise.all(
      files.map(async (file) => [file, await WebAssembly.compile((await loadWasm(file)) as Uint8Array)] as const),
    );
    const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(new URL('parse-in-worker.ts', import.meta.url))}); });`;
    const worker = new Worker(code, { eval: true, workerData: new Map(modules) });
    const [outcome] = (await once(worker, 'message')) as [string];
    await worker.terminate();
    assert.equal(outcome, '(program (class_declaration name: (identifier) body: (class_body)))');
  });

  it('gives up when time is over, and works on', async () => {
    const parser = new SyntaxParser(loadWasm, { time: 0 });
    const slow = await parser.parse('java', `class A { int a = ${'('.repeat(50_000)}1; }`);
    assert.equal(slow.failure?.id, 'parse-too-slow');
    const { tree } = await parser.parse('java', 'class B {}');
    assert.equal(tree?.parsed.rootNode.toString(), '(program (class_declaration name: (identifier) body: (class_body)))');
    tree.delete();
  });

  it('survives 200,000 nested parentheses, balanced or not', async () => {
    const parser = new SyntaxParser(loadWasm);
    for (const closing of ['', ')'.repeat(200_000)]) {
      const result = await parser.parse('java', `class A { int a = ${'('.repeat(200_000)}1${closing}; }`);
      assert.equal(result.failure, undefined);
      result.tree.delete();
    }
  });
});

describe('reparse', () => {
  it('gives the tree of a parse from scratch and keeps the older tree', async () => {
    const parser = new SyntaxParser(loadWasm);
    const method = (index: number): string => `  int m${index}() {\n    return ${index};\n  }\n`;
    const older = `class A {\n${Array.from({ length: 200 }, (_, index) => method(index)).join('')}}\n`;
    const first = older.indexOf('return 7;');
    const second = older.indexOf('  int m90()');
    const added = '  void more(int é) {\n  }\n';
    const text = `${older.slice(0, first)}if (true) return 8;${older.slice(first + 9, second)}${added}${older.slice(second)}`;
    const edits = [
      { range: { start: first, end: first + 9 }, length: 19 },
      { range: { start: second, end: second }, length: added.length },
    ];
    const { tree } = await parser.parse('java', older);
    assert.ok(tree);
    const before = outline(tree);
    const reparsed = await parser.reparse('java', { text: older, tree }, edits, text);
    const fresh = await parser.parse('java', text);
    assert.ok(reparsed.tree && fresh.tree);
    assert.deepEqual(outline(reparsed.tree), outline(fresh.tree));
    assert.deepEqual(outline(tree), before);
    const edited = editTree({ text: older, tree }, edits, text);
    assert.deepEqual(
      [edited.rootNode.endIndex, edited.rootNode.endPosition],
      [fresh.tree.parsed.rootNode.endIndex, fresh.tree.parsed.rootNode.endPosition],
    );
    for (const each of [tree, reparsed.tree, fresh.tree, edited]) each.delete();
  });
});

function outline(tree: SyntaxTree): unknown[] {
  const nodes: unknown[] = [];
  const cursor = tree.parsed.walk();
  for (;;) {
    nodes.push([cursor.nodeType, cursor.currentFieldName, cursor.startIndex, cursor.endIndex, cursor.startPosition, cursor.endPosition]);
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        return nodes;
      }
    }
  }
}
