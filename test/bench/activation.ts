import { createRequire } from 'node:module';
import Module from 'node:module';

/** Milliseconds that loading the built extension and `activate` take, with everything of VS Code answered by a stand-in. */
export async function measureActivation(entry: string): Promise<number> {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => (request === 'vscode' ? standIn() : load.call(loader, request, ...rest));
  try {
    const start = performance.now();
    const extension = createRequire(import.meta.url)(entry) as { activate(context: unknown): unknown };
    await extension.activate(standInContext());
    return Number((performance.now() - start).toFixed(1));
  } finally {
    loader._load = load;
  }
}

/** Whatever is asked of it, called or constructed: another stand-in. */
function standIn(): unknown {
  const target = function StandIn(): void {
    // Only there to be called.
  };
  return new Proxy(target, {
    get: (_, name) =>
      name === Symbol.toPrimitive
        ? () => ''
        : name === 'then'
          ? undefined
          : name === Symbol.iterator
            ? [][Symbol.iterator].bind([])
            : standIn(),
    apply: () => standIn(),
    construct: () => standIn() as object,
    set: () => true,
  });
}

function standInContext(): unknown {
  return new Proxy(
    { subscriptions: [], extensionPath: process.cwd() },
    { get: (known, name) => (name in known ? known[name as keyof typeof known] : standIn()) },
  );
}
