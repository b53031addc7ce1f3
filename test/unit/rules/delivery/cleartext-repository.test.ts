import { cleartextRepository } from '../../../../src/rules/delivery/cleartext-repository.ts';
import { fileCases } from '../rule-cases.ts';

const pom = (...urls: readonly string[]): string =>
  `<project>\n  <pluginRepositories>\n${urls.map((url) => `    <pluginRepository>\n      <url>${url}</url>\n    </pluginRepository>\n`).join('')}  </pluginRepositories>\n  <url>http://acme.example</url>\n</project>\n`;

describe('delivery/cleartext-repository', () => {
  fileCases(cleartextRepository, 'pom.xml', [
    [
      'finds repositories of Maven',
      pom('https://a.example'),
      pom('http://a.example', 'http://b.example/x'),
      [
        '4 Dependencies are fetched from `http://a.example` unencrypted, so that anyone on the way can replace them: use `https`.',
        '7 Dependencies are fetched from `http://b.example/x` unencrypted, so that anyone on the way can replace them: use `https`.',
      ],
    ],
    ['leaves encrypted ones alone', '', pom('https://a.example', 'http://localhost:8081/m2'), []],
  ]);
  fileCases(cleartextRepository, 'build.gradle', [
    [
      'finds repositories of Gradle',
      '',
      "repositories {\n  maven { url 'http://a.example/m2' }\n}\n",
      ['2 Dependencies are fetched from `http://a.example/m2` unencrypted, so that anyone on the way can replace them: use `https`.'],
    ],
    [
      'finds what allows them',
      '',
      'maven {\n  url = uri("https://a.example")\n  allowInsecureProtocol = true\n}\n',
      ['3 `allowInsecureProtocol = true` turns off the check of who sends the dependencies: leave it on.'],
    ],
    ['leaves encrypted ones alone', '', "maven { url 'https://a.example/m2' }\n// see http://a.example\n", []],
  ]);
  fileCases(cleartextRepository, '.npmrc', [
    [
      'finds registries of npm',
      '',
      'fund=false\n@acme:registry=http://npm.acme.example/\nstrict-ssl=false\n',
      [
        '2 Dependencies are fetched from `http://npm.acme.example/` unencrypted, so that anyone on the way can replace them: use `https`.',
        '3 `strict-ssl=false` turns off the check of who sends the dependencies: leave it on.',
      ],
    ],
    ['leaves encrypted ones alone', '', 'registry=https://npm.acme.example/\n', []],
  ]);
  fileCases(cleartextRepository, 'chart/Chart.yaml', [
    [
      'finds a repository of charts',
      '',
      'dependencies:\n  - name: redis\n    version: 17.0.0\n    repository: "http://charts.acme.example"\n',
      [
        '4 Dependencies are fetched from `http://charts.acme.example` unencrypted, so that anyone on the way can replace them: use `https`.',
      ],
    ],
    ['leaves an encrypted one alone', '', 'dependencies:\n  - name: redis\n    repository: https://charts.acme.example\n', []],
  ]);
});
