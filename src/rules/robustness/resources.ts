import type { Expression } from '../../code/expression.ts';
import type { Statement, VariableStatement } from '../../code/statement.ts';
import { bare, visitsOf, walk, type CodeNode } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';

const made =
  /^(File(Input|Output)Stream|File(Reader|Writer)|RandomAccessFile|Socket|ServerSocket|DatagramSocket|ZipFile|JarFile|Zip(In|Out)putStream|GZIP(In|Out)putStream|ObjectInputStream|ObjectOutputStream|InputStreamReader|OutputStreamWriter|BufferedReader|BufferedWriter|BufferedInputStream|BufferedOutputStream|PrintWriter|Scanner|DataInputStream|DataOutputStream|URLClassLoader|FileChannel)$/;
/** These only hold what another stream or a text in memory has, unless that is itself opened here. */
const wrapping =
  /^(InputStreamReader|OutputStreamWriter|BufferedReader|BufferedWriter|BufferedInputStream|BufferedOutputStream|PrintWriter|Scanner|DataInputStream|DataOutputStream|Zip(In|Out)putStream|GZIP(In|Out)putStream|ObjectInputStream|ObjectOutputStream)$/;
const opening = new Map<string, RegExp>([
  ['newBufferedReader', /^Files$/],
  ['newBufferedWriter', /^Files$/],
  ['newInputStream', /^Files$/],
  ['newOutputStream', /^Files$/],
  ['newDirectoryStream', /^Files$/],
  ['lines', /^Files$/],
  ['list', /^Files$/],
  ['walk', /^Files$/],
  ['find', /^Files$/],
  ['getConnection', /^(DriverManager|\w*[dD]ataSource|ds)$/],
  ['prepareStatement', /./],
  ['prepareCall', /./],
  ['createStatement', /./],
  ['executeQuery', /./],
  ['openStream', /./],
]);

/** Whether an expression opens something that must be closed. */
export function opensResource(expression: Expression, depth = 0): boolean {
  const value = bare(expression);
  if (depth > 5) return false;
  if (value.kind === 'new') {
    const type = simpleTypeName(value.type);
    if (!made.test(type) || value.members) return false;
    return !wrapping.test(type) || value.arguments.some((each) => opensResource(each, depth + 1) || isFileName(each, type));
  }
  if (value.kind !== 'call' || !value.receiver) return false;
  const receiver = value.receiver;
  const name = receiver.kind === 'name' || receiver.kind === 'member' || receiver.kind === 'call' ? receiver.name : '';
  return opening.get(value.name)?.test(name) ?? false;
}

/** `new PrintWriter("out.txt")`, `new Scanner(new File(name))`. */
function isFileName(expression: Expression, type: string): boolean {
  if (expression.kind === 'new') return simpleTypeName(expression.type) === 'File';
  return type === 'PrintWriter' && expression.kind === 'string';
}

/** A variable that holds what was opened, with the statements behind it in its block. */
export interface HeldResource {
  readonly variable: VariableStatement;
  readonly behind: readonly Statement[];
}

/** Variables that are set to something that must be closed, outside of the head of a `try`. */
export function* heldResources(code: readonly CodeNode[]): Generator<HeldResource> {
  for (const held of variablesIn(code)) if (held.variable.value && opensResource(held.variable.value)) yield held;
}

/** All variables, each with the statements behind it in its block. */
export function* variablesIn(code: readonly CodeNode[]): Generator<HeldResource> {
  for (const block of blocksIn(code)) {
    for (const [index, statement] of block.entries())
      if (statement.kind === 'variable') yield { variable: statement, behind: block.slice(index + 1) };
  }
}

function* blocksIn(code: readonly CodeNode[]): Generator<readonly Statement[]> {
  yield code as readonly Statement[];
  for (const { node } of walk(code)) {
    if (node.kind === 'if') yield* [node.then, node.otherwise ?? []];
    else if (node.kind === 'try') yield* [node.body, ...node.handlers.map(({ body }) => body), node.finalizer ?? []];
    else if (node.kind === 'loop' || node.kind === 'block' || node.kind === 'function') yield node.body;
    else if (node.kind === 'switch') yield* node.cases.map(({ body }) => body);
    else if (node.kind === 'functions') yield* node.functions.map(({ body }) => body);
  }
}

/** Whether somebody else may close it: it is returned, handed on, kept, or is the resource of a `try`. */
export function isHandedOn(name: string, behind: readonly Statement[]): boolean {
  return visitsOf(behind, 'name').some(({ node, parent }) => {
    if (node.name !== name) return false;
    const around = parent?.node;
    switch (around?.kind) {
      case 'member':
      case 'binary':
        return false;
      case 'call':
        return around.arguments.includes(node) && !/^(close|closeQuietly)$/.test(around.name);
      case undefined:
        return true;
      default:
        return true;
    }
  });
}

/** How it is closed: for sure, only where nothing fails, or never. */
export function closingOf(name: string, behind: readonly Statement[]): 'always' | 'without-failure' | 'never' {
  const closes = visitsOf(behind, 'call').filter(({ node }) => isClosing(node, name));
  if (closes.length === 0) return 'never';
  const inFinally = visitsOf(behind, 'try').some(({ node }) =>
    visitsOf(node.finalizer ?? [], 'call').some((each) => isClosing(each.node, name)),
  );
  return inFinally ? 'always' : 'without-failure';
}

function isClosing(call: Extract<Expression, { kind: 'call' }>, name: string): boolean {
  if (!/^(close|closeQuietly|closeStatement|closeConnection|closeResultSet|release\w*)$/.test(call.name)) return false;
  return (
    (call.receiver?.kind === 'name' && call.receiver.name === name) ||
    call.arguments.some((each) => each.kind === 'name' && each.name === name)
  );
}

/** `rows` of `statement.executeQuery()`: JDBC closes them with the statement, which a `try` holds or somebody closes for sure. */
export function isClosedWithStatement({ variable: { value } }: HeldResource, code: readonly CodeNode[]): boolean {
  const query = value && bare(value);
  const statement = query?.kind === 'call' && query.name === 'executeQuery' ? query.receiver : undefined;
  if (statement?.kind !== 'name') return false;
  const { name } = statement;
  const held = visitsOf(code, 'try').flatMap(({ node }) => node.resources);
  if (held.some((each) => each.kind === 'variable' && each.name === name)) return true;
  return visitsOf(code, 'try').some(({ node }) => visitsOf(node.finalizer ?? [], 'call').some((each) => isClosing(each.node, name)));
}
