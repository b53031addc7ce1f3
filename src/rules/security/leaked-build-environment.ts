import type { Expression } from '../../code/expression.ts';
import { heldBy } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare, dottedName, visitsOf } from '../../code/walk.ts';
import { lastName } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const leakedBuildEnvironment = patternRule({
  id: 'security/leaked-build-environment',
  title: 'The environment of the build goes into what is delivered',
  reason:
    'What a bundler defines is written into the scripts that every visitor loads. The environment of a build holds the tokens that it works with: they would be public with the next release.',
  remedy: 'Name the variables that the page needs, one by one.',
  severity: 'error',
  confidence: 'high',
  category: 'info-exposure',
  languages: ['typescript', 'javascript'],
  cwe: [526, 200],
  sources: [{ title: 'webpack: DefinePlugin', url: 'https://webpack.js.org/plugins/define-plugin/' }],
  limits: 'Environments that are copied variable by variable in a loop are not seen.',
  examples: [
    {
      name: 'the whole environment is defined',
      base: {},
      head: { 'src/bundle.ts': "export const plugin = new DefinePlugin({ 'process.env': JSON.stringify(process.env) });\n" },
      finds: ['src/bundle.ts:1 The whole environment of the build goes into the bundle, with every token in it.'],
    },
    {
      name: 'one variable is defined',
      base: {},
      head: {
        'src/bundle.ts': "export const plugin = new DefinePlugin({ 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV) });\n",
      },
      finds: [],
    },
    {
      name: 'a bundler takes everything',
      base: {},
      head: { 'src/bundle.js': "export default defineConfig({ define: { 'process.env': process.env } });\n" },
      finds: ['src/bundle.js:1 The whole environment of the build goes into the bundle, with every token in it.'],
    },
    {
      name: 'a process gets the environment',
      base: {},
      head: { 'src/bundle.js': "spawn('build', { env: process.env });\n" },
      finds: [],
    },
  ],
  *look(code) {
    const message = 'The whole environment of the build goes into the bundle, with every token in it.';
    for (const sight of code.constructions('DefinePlugin'))
      if (sight.node.arguments.some((each) => holdsEnvironment(each, sight))) yield { at: sight, range: sight.node.range, message };
    for (const at of code.properties('define')) if (holdsEnvironment(at.value, at)) yield { at, range: at.range, message };
  },
});

/** `process.env` itself, alone, spread or written as JSON. */
function holdsEnvironment(expression: Expression, scope: Scope): boolean {
  const value = bare(heldBy(expression, scope) ?? expression);
  if (value.kind === 'object') return value.properties.some((property) => holdsEnvironment(property.value, scope));
  if (value.kind === 'call' && value.name === 'stringify') return value.arguments.some((each) => holdsEnvironment(each, scope));
  if (value.kind === 'spread') return holdsEnvironment(value.value, scope);
  if (dottedName(value) === 'process.env') return true;
  return value.kind === 'call' && isCopy(value);
}

/** `Object.keys(process.env).reduce(…)` without a condition or filter. */
function isCopy(value: Extract<Expression, { kind: 'call' }>): boolean {
  const keys = visitsOf([value], 'call').some(
    ({ node }) =>
      /^(keys|entries|assign)$/.test(node.name) &&
      (node.receiver && lastName(node.receiver)) === 'Object' &&
      node.arguments.some((each) => dottedName(bare(each)) === 'process.env'),
  );
  const chosen =
    visitsOf([value], 'call').some(({ node }) => /^(filter|pick|test|startsWith|includes|match)$/.test(node.name)) ||
    visitsOf([value], 'if').length > 0;
  return keys && !chosen;
}
