#!/usr/bin/env node
import { version } from '../../package.json';

// Answered before anything else is loaded: tools ask for the version on every start.
const [, , first] = process.argv;
if (first === '--version' || first === '-v') process.stdout.write(`${version}\n`);
else {
  const { main } = await import('./run.ts');
  await main(process.argv.slice(2));
}
