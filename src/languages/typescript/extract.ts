import type { TextRange } from '../../base/text-range.ts';
import type { ExportFact, FileFacts, ImportFact, SymbolFact } from '../../code/facts.ts';
import type { ModuleFacts, Touched } from '../../code/language.ts';
import { syntaxErrors } from '../../syntax/errors.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { isServerModule } from '../../code/surface/server-module.ts';
import { readNamed } from '../named-by-touched.ts';
import { lowering } from './body/lowering.ts';
import { readComments } from './comments.ts';
import { declareAssigned, withAttached } from './declarations/assigned.ts';
import type { Assigned } from './declarations/assigned.ts';
import { flatten } from './declarations/declaration.ts';
import type { Declaration, Scope } from './declarations/declaration.ts';
import { documentedTypes } from './declarations/documented-types.ts';
import { isStatement, readDeclarations } from './declarations/module.ts';
import { exportsByAssignment, exportsByCall, readAssignment } from './modules/assignments.ts';
import { readExports } from './modules/exports.ts';
import { documentedImports, readDynamicImports, readImports } from './modules/imports.ts';
import { Part } from './part.ts';
import { Reader } from './reader.ts';
import { roleOf } from './role.ts';
import { readTests } from './tests/tests.ts';

export interface ExtractRequest {
  readonly path: string;
  readonly text: string;
  readonly touched: Touched;
}

/** Reads the facts of one file. */
export function extractFacts(tree: SyntaxTree, language: 'typescript' | 'javascript', request: ExtractRequest): FileFacts {
  const reader = new Reader(request.text, request.touched, lowering);
  const root = tree.rootNode;
  const { parts } = new Part(root);
  const documenting = language === 'javascript' ? typeComments(root, reader) : [];
  const imports = [...readImports(parts, reader), ...documentedImports(documenting, reader)];
  const exports = moduleExports(parts, imports, reader);
  const { declarations, statements } = moduleContents({ parts, exports, language, documenting }, request.path, reader);
  const module = moduleSymbol(request, statements, reader);
  const symbols = flatten(module, declarations);
  readNamed(symbols, reader.unread, isServerModule(request.text));
  const allImports = [...imports, ...readDynamicImports(root, request.text, imports)];
  return {
    path: request.path,
    language,
    symbols,
    imports: allImports,
    exports,
    comments: module.touched ? readComments(root, reader, symbols) : [],
    tests: readTests(module.body ?? [], allImports, reader),
    errors: [...syntaxErrors(tree), ...reader.tooDeep],
  };
}

/** Reads what a file imports and exports at its top. */
export function readModule(tree: SyntaxTree, { path, text }: Pick<ExtractRequest, 'path' | 'text'>): ModuleFacts {
  const reader = new Reader(text, [], lowering);
  const { parts } = new Part(tree.rootNode);
  const imports = readImports(parts, reader);
  return { name: path, imports, exports: moduleExports(parts, imports, reader) };
}

function moduleExports(parts: readonly Part[], imports: readonly ImportFact[], reader: Reader): readonly ExportFact[] {
  const locals = new Map(imports.map((fact) => [fact.local, fact.source]));
  return [...readExports(parts, reader), ...parts.flatMap((part) => commonJsExports(part, locals, reader))].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

function commonJsExports(part: Part, locals: ReadonlyMap<string, string>, reader: Reader): ExportFact[] {
  const assignment = readAssignment(part, reader);
  return assignment ? exportsByAssignment(assignment, locals, reader) : exportsByCall(part, locals, reader);
}

/** The comments that declare or import types. */
function typeComments(root: SyntaxNode, { text }: Reader): readonly TextRange[] {
  if (!/@(?:typedef|callback|import)\b/.test(text)) return [];
  return root
    .descendantsOfType(['comment'])
    .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }))
    .filter(({ start, end }) => text.startsWith('/**', start) && /@(?:typedef|callback|import)\b/.test(text.slice(start, end)));
}

interface ModuleParts {
  readonly parts: readonly Part[];
  readonly exports: readonly ExportFact[];
  readonly language: string;
  /** Comments that declare types. */
  readonly documenting: readonly TextRange[];
}

interface ModuleContents {
  readonly declarations: readonly Declaration[];
  readonly statements: readonly Part[];
}

function moduleContents({ parts, exports, language, documenting }: ModuleParts, path: string, reader: Reader): ModuleContents {
  const exported = new Set(exports.filter(({ source }) => source === undefined).map(({ name }) => name));
  const isAmbient = /\.d\.[mc]?ts$/.test(path);
  const isGlobal = isAmbient && exports.length === 0;
  const isExported = (name: string): boolean => isGlobal || exported.has(name);
  const scope: Scope = { reader, owner: '', isJavaScript: language === 'javascript', isExported, isAmbient };
  const declarations = [...readDeclarations(scope, parts), ...documentedTypes(scope, documenting)];
  const names = new Set(declarations.map(({ symbol }) => symbol.name));
  const assigned = parts.filter(isStatement).map((part) => ({ part, declared: declaredBy(scope, part, names) }));
  const found = assigned.flatMap(({ declared }) => declared ?? []);
  const all = [...declarations, ...found.flatMap((each) => each.declarations)];
  return {
    declarations: withAttached(
      all,
      found.flatMap((each) => each.attached),
    ),
    statements: assigned.filter(({ declared }) => !declared).map(({ part }) => part),
  };
}

function declaredBy(scope: Scope, part: Part, names: ReadonlySet<string>): Assigned | undefined {
  const assignment = readAssignment(part, scope.reader);
  return assignment && declareAssigned(scope, assignment, (name) => names.has(name));
}

function moduleSymbol({ path, text }: ExtractRequest, statements: readonly Part[], reader: Reader): SymbolFact {
  const start = { start: 0, end: 0 };
  const touched = reader.touched === 'all' || reader.touched.length > 0;
  const beside = touched && roleOf(path, '') === 'production' ? reader.untouchedCalls(statements) : [];
  return {
    kind: 'module',
    name: (path.split('/').at(-1) ?? path).replace(/(?:\.d)?\.[^.]+$/, ''),
    qualifiedName: path,
    visibility: 'public',
    modifiers: [],
    annotations: [],
    typeParameters: [],
    throws: [],
    supertypes: [],
    range: { start: 0, end: text.length },
    nameRange: start,
    signatureRange: start,
    deprecated: false,
    touched,
    ...(touched && { body: reader.moduleStatements(statements) }),
    ...(beside.length > 0 && { context: { body: beside } }),
  };
}
