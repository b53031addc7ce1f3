import { leakedBuildEnvironment } from '../../../../src/rules/security/leaked-build-environment.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/leaked-build-environment in ${path}`, () => {
    fileCases(leakedBuildEnvironment, path, [
      [
        'finds webpack',
        '',
        "new webpack.DefinePlugin({ 'process.env': JSON.stringify(process.env) });\n",
        ['1 The whole environment of the build goes into the bundle, with every token in it.'],
      ],
      [
        'finds a spread',
        '',
        "new webpack.DefinePlugin({ 'process.env': JSON.stringify(process.env) });\n",
        ['1 The whole environment of the build goes into the bundle, with every token in it.'],
      ],
      [
        'finds definitions in a variable',
        '',
        "const define = { 'process.env': process.env };\nbuild({ define });\n",
        ['2 The whole environment of the build goes into the bundle, with every token in it.'],
      ],
      ['leaves one variable alone', '', "new webpack.DefinePlugin({ 'process.env.API': JSON.stringify(process.env.API) });\n", []],
      [
        'leaves those of a prefix alone',
        '',
        "const own = Object.keys(process.env).filter((key) => key.startsWith('APP_'));\nnew webpack.DefinePlugin({ own });\n",
        [],
      ],
      ['leaves a child process alone', '', "spawn('node', [], { env: { ...process.env } });\n", []],
    ]);
  });
}
