import { weakenedScanner } from '../../../../src/rules/delivery/weakened-scanner.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

describe('delivery/weakened-scanner', () => {
  fileCases(weakenedScanner, '.gitleaksignore', [
    [
      'finds an ignored secret',
      '',
      'a1b2:src/db.ts:generic-api-key:10\n',
      ['1 gitleaks is told to leave more out: `a1b2:src/db.ts:generic-api-key:10`.'],
    ],
    ['leaves comments alone', '', '# nothing is ignored\n', []],
    ['leaves what was there alone', 'a:b:c:1\n', 'a:b:c:1\n\n', []],
  ]);
  fileCases(weakenedScanner, 'sonar-project.properties', [
    [
      'finds code that is taken out',
      'sonar.projectKey=orders\n',
      'sonar.projectKey=orders\nsonar.exclusions=src/payments/**\n',
      ['2 Sonar is told to leave more out: `sonar.exclusions=src/payments/**`.'],
    ],
    ['leaves other settings alone', 'sonar.projectKey=orders\n', 'sonar.projectKey=orders\nsonar.sources=src\n', []],
  ]);
  fileCases(weakenedScanner, 'config/suppressions.xml', [
    [
      'finds a suppressed weakness',
      '<suppressions/>\n',
      '<suppressions>\n  <suppress><cve>CVE-2024-1</cve></suppress>\n</suppressions>\n',
      ['2 Dependency-Check is told to leave more out: `<suppress><cve>CVE-2024-1</cve></suppress>`.'],
    ],
    [
      'leaves alone what is commented out',
      '<suppressions/>\n',
      '<suppressions>\n<!--  <suppress><cpe>cpe:/a:apache:tomcat:8.5.5</cpe></suppress>-->\n</suppressions>\n',
      [],
    ],
  ]);

  const config = { '.secretlintrc.json': '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }\n' };

  it('finds a scanner that loses its configuration', async () => {
    await expectFindings(weakenedScanner, { ...config, 'a.md': 'a\n' }, { 'a.md': 'a\n' }, [
      '.secretlintrc.json:1 The configuration of secretlint is deleted: it finds nothing from then on, or only what it finds by default.',
    ]);
  });

  it('leaves a scanner alone whose place another takes', async () => {
    await expectFindings(weakenedScanner, config, { '.gitleaks.toml': '[extend]\nuseDefault = true\n' }, []);
  });
});
