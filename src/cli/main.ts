#!/usr/bin/env node
import { engines, version } from '../../package.json';

const { node } = process.versions;
const oldest = /\d+/.exec(engines.node)?.[0] ?? '';

// Answered before anything else is loaded: tools ask for the version on every start, and an older Node cannot even load the rest.
const [, , first] = process.argv;
if (first === '--version' || first === '-v') process.stdout.write(`${version}\n`);
else if (Number.parseInt(node) < Number(oldest)) {
  process.stderr.write(
    `error This is Node ${node}, and Plumbline needs Node ${oldest} or later.\n      Install a newer one (https://nodejs.org).\n`,
  );
  process.exitCode = 2;
} else {
  if (!process.argv.includes('--no-cache')) {
    const { keepCompiled } = await import('./keep-compiled.ts');
    await keepCompiled();
  }
  const { main } = await import('./run.ts');
  await main(process.argv.slice(2));
}
