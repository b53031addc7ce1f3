import { loosenedCheckSettings } from '../../../../src/rules/delivery/loosened-check-settings.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const rules = (...lines: readonly string[]): string =>
  `export default [\n  js.configs.recommended,\n  { rules: { ${lines.join(', ')} } },\n];\n`;
const lint = (rule: string, before: string, after: string): string =>
  `3 The lint rule \`${rule}\` goes from \`${before}\` to \`${after}\`: what it has found so far passes.`;

for (const path of ['eslint.config.js', 'packages/app/eslint.config.ts']) {
  describe(`delivery/loosened-check-settings in ${path}`, () => {
    fileCases(loosenedCheckSettings, path, [
      ['finds a rule that only warns', rules("eqeqeq: 'error'"), rules("eqeqeq: 'warn'"), [lint('eqeqeq', "'error'", "'warn'")]],
      [
        'finds a rule with options',
        rules("'max-depth': ['error', 3]"),
        rules("'max-depth': ['off', 3]"),
        [lint('max-depth', "['error', 3]", "['off', 3]")],
      ],
      ['finds numbers', rules("'no-eval': 2"), rules("'no-eval': 0"), [lint('no-eval', '2', '0')]],
      ['leaves a rule that is left to the preset alone', rules("'no-eval': 'error'", "eqeqeq: 'error'"), rules("eqeqeq: 'error'"), []],
      ['leaves a stricter rule alone', rules("eqeqeq: 'off'"), rules("eqeqeq: 'error'"), []],
      ['leaves a level that is computed alone', rules("eqeqeq: 'error'"), rules('eqeqeq: level'), []],
    ]);
  });
}

describe('delivery/loosened-check-settings elsewhere', () => {
  const jest = (threshold: string): string => `module.exports = {\n  coverageThreshold: { global: { ${threshold} } },\n};\n`;
  fileCases(loosenedCheckSettings, 'jest.config.js', [
    [
      'finds a lower threshold',
      jest('lines: 90, branches: 80'),
      jest('lines: 60, branches: 80'),
      ['2 The coverage that is asked for (`lines`) goes from `90` to `60`: that much code may lose its tests unseen.'],
    ],
    [
      'finds a threshold that is left out',
      jest('lines: 90, branches: 80'),
      jest('branches: 80'),
      ['1 The coverage that is asked for (`lines`) goes from `90` to nothing: that much code may lose its tests unseen.'],
    ],
    ['leaves a higher threshold alone', jest('lines: 60'), jest('lines: 90'), []],
  ]);
  fileCases(loosenedCheckSettings, 'next.config.ts', [
    [
      'finds errors that no longer stop the build',
      'export default { reactStrictMode: true };\n',
      'export default { reactStrictMode: true, typescript: { ignoreBuildErrors: true } };\n',
      ['1 `ignoreBuildErrors` is set to `true`: what fails there no longer fails the build.'],
    ],
  ]);
  it('leaves other files alone', async () => {
    await expectFindings(
      loosenedCheckSettings,
      { 'src/rules.js': rules("eqeqeq: 'error'") },
      { 'src/rules.js': rules("eqeqeq: 'off'") },
      [],
    );
  });
});
