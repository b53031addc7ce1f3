import { packageOf } from '../../../code/module-name.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { JavaImports } from './java-imports.ts';
import { javaMethods } from './java-skeleton.ts';
import { javaStyle, testAnnotation } from './java-style.ts';
import { licenceOf, type ModelTest } from './model-test.ts';

/** The text of a new test class, written as the model is. */
export function newJavaTest(found: FunctionUnderTest, model: ModelTest, file: SourceFile): string | undefined {
  const modelClass = model.file.facts?.symbols.find(({ kind }) => kind === 'class');
  // A base class may bring anything, its assertions too.
  if (!modelClass || modelClass.supertypes.some(({ relation }) => relation === 'extends')) return undefined;
  const name = /(?<![^/])([^/]+)\.java$/.exec(file.path)?.[1] ?? '';
  const inPackage = packageOf(found.at.file.facts);
  const style = javaStyle(model);
  const written = inPackageOf(file, inPackage);
  const imports = new JavaImports(written);
  imports.add(testAnnotation[style.framework], 'Test');
  const methods = javaMethods(found, written, style, imports);
  if (!methods) return undefined;
  const unit = unitOf(model);
  const body = methods.map((lines) => lines.map((line) => unit + line.replace(/^\t/, unit)).join('\n')).join('\n\n');
  const visibility = modelClass.visibility === 'public' ? 'public ' : '';
  const head = [...(inPackage === '' ? [] : [`package ${inPackage};`, '']), ...imports.sorted(model.file), ''];
  return `${licenceOf(model.file)}${head.join('\n')}\n${visibility}class ${name} {\n\n${body}\n}\n`;
}

/** The file as a part of a package. */
function inPackageOf(file: SourceFile, name: string): SourceFile {
  const { facts } = file;
  if (!facts) return file;
  const nowhere = { start: 0, end: 0 };
  const module = {
    kind: 'module',
    name,
    qualifiedName: name === '' ? file.path : name,
    visibility: 'public',
    modifiers: [],
    annotations: [],
    typeParameters: [],
    throws: [],
    supertypes: [],
    range: nowhere,
    nameRange: nowhere,
    signatureRange: nowhere,
    deprecated: false,
    touched: false,
  } as const;
  return { ...file, facts: { ...facts, symbols: [module] } };
}

function unitOf({ file, test }: ModelTest): string {
  const { start } = file.lines.lineRange(file.lines.position(test.range.start).line);
  const indent = /^[ \t]+/.exec(file.text.slice(start, start + 40))?.[0];
  return indent ?? '    ';
}
