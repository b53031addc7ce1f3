import { parentPort, workerData } from 'node:worker_threads';
import { SyntaxParser } from '../../../src/syntax/parser.ts';

const modules = workerData as ReadonlyMap<string, WebAssembly.Module>;

function loadWasm(file: string): Promise<WebAssembly.Module> {
  const module = modules.get(file);
  return module ? Promise.resolve(module) : Promise.reject(new Error(`${file} was not sent`));
}

const { tree, failure } = await new SyntaxParser(loadWasm).parse('java', 'class A {}');
parentPort?.postMessage(tree?.parsed.rootNode.toString() ?? failure?.message);
