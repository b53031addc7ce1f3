import assert from 'node:assert/strict';
import { roleByPath } from '../../../src/code/file-role.ts';

describe('the role of a file of no known language', () => {
  for (const [path, role] of Object.entries({
    'tests/compose.yaml': 'test',
    'deploy/tests/values.yaml': 'test',
    'src/test/resources/application.yml': 'test',
    'src/main/resources/tests/application.yml': 'configuration',
    'core/src/main/resources/db/specs/V1__tests.sql': 'configuration',
    'src/main/resources/fixtures/countries.json': 'configuration',
    'vendor/src/main/resources/a.yml': 'vendored',
  }))
    it(`${path} is ${role}`, () => {
      assert.equal(roleByPath(path), role);
    });
});
