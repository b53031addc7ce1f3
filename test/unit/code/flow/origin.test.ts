import assert from 'node:assert/strict';
import { moduleOf, originOf } from '../../../../src/code/flow/origin.ts';
import { typeOf } from '../../../../src/code/flow/type.ts';
import { seenInJava, seenInScript } from './scopes.ts';

async function origin(text: string): Promise<string | undefined> {
  const { expression, scope } = await seenInScript(text, 'src/a.js');
  return originOf(expression, scope);
}

describe('the origin of a value', () => {
  it('is the module that it was imported or required from', async () => {
    assert.equal(await origin("import fs from 'node:fs';\nsee(fs.readFile);"), 'fs.readFile');
    assert.equal(await origin("import { exec as run } from 'child_process';\nsee(run);"), 'child_process.exec');
    assert.equal(await origin("const { exec } = require('child_process');\nsee(exec);"), 'child_process.exec');
    assert.equal(await origin("function f() { const { exec: run } = require('child_process'); see(run); }"), 'child_process.exec');
    assert.equal(await origin("see(require('fs').promises.readFile);"), 'fs.promises.readFile');
    assert.equal(await origin("import { readFile } from 'node:fs/promises';\nsee(readFile);"), 'fs.promises.readFile');
  });

  it('goes on through calls and constructions', async () => {
    assert.equal(await origin("const express = require('express');\nconst app = express();\nsee(app.get);"), 'express().get');
    assert.equal(
      await origin("import { Pool } from 'pg';\nconst pool = new Pool();\nfunction f() { see(pool.query); }"),
      'pg.Pool().query',
    );
    assert.equal(
      await origin("import { promisify } from 'util';\nimport { exec } from 'child_process';\nconst run = promisify(exec);\nsee(run);"),
      'child_process.exec',
    );
  });

  it('knows modules that a console has under their names', async () => {
    assert.equal(await origin('see(child_process.exec);'), 'child_process.exec');
    assert.equal(await origin('see(fs.readFile);'), 'fs.readFile');
    assert.equal(await origin('const vm = open();\nsee(vm.run);'), undefined);
  });

  it('is unknown for what comes from no module', async () => {
    assert.equal(await origin('see(files.readFile);'), undefined);
    assert.equal(await origin("import fs from 'fs';\nfunction f(fs) { see(fs.readFile); }"), undefined);
  });

  it('tells the module', async () => {
    const { expression, scope } = await seenInScript("import { Pool } from 'pg';\nconst pool = new Pool();\nsee(pool);");
    assert.equal(moduleOf(expression, scope), 'pg');
  });
});

async function javaType(body: string): Promise<string | undefined> {
  const { expression, scope } = await seenInJava(
    `import javax.crypto.Cipher;\nimport java.sql.*;\nclass A {\n  private Statement field;\n  Cipher made() { return null; }\n  void run(Cipher given) {\n${body}\n}\n}\n`,
  );
  return typeOf(expression, scope);
}

describe('the type of an expression', () => {
  it('is the declared or constructed one, qualified by the imports', async () => {
    assert.equal(await javaType('see(given);'), 'javax.crypto.Cipher');
    assert.equal(await javaType('Cipher c = other(); see(c);'), 'javax.crypto.Cipher');
    assert.equal(await javaType('var c = Cipher.getInstance("AES"); see(c);'), 'javax.crypto.Cipher');
    assert.equal(await javaType('see(field);'), 'Statement');
    assert.equal(await javaType('see(new java.util.Random());'), 'java.util.Random');
    assert.equal(await javaType('see(made());'), 'javax.crypto.Cipher');
    assert.equal(await javaType('java.util.List<String> list = null; see(list);'), 'java.util.List');
  });

  it('is unknown where nothing says so', async () => {
    assert.equal(await javaType('see(unknown());'), undefined);
    const { expression, scope } = await seenInScript('function f(a) { see(a); }');
    assert.equal(typeOf(expression, scope), undefined);
  });
});
