/** The part of the WebAssembly interface used here; neither ES2023 nor Node 20's types declare it. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;

  /** Compiled code. Can be posted to worker threads. */
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }

  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }

  function compile(bytes: Uint8Array): Promise<Module>;
}
