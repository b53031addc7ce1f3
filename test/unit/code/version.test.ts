import assert from 'node:assert/strict';
import { allowedStep, isBeforeMajor, isVersion, versionAfter, type VersionStep } from '../../../src/code/version.ts';

describe('versions', () => {
  const steps: readonly (readonly [before: string, after: string, allowed: VersionStep | undefined])[] = [
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.9', '1.10', 'minor'],
    ['1.9', '1.9.1', 'patch'],
    ['6.1.0.RELEASE', '6.1.1.RELEASE', 'patch'],
    ['v1.2.3', 'v1.3.0', 'minor'],
    ['0.4.1', '0.5.0', 'major'],
    ['0.4.1', '0.4.2', 'minor'],
    ['0.0.1', '0.0.2', 'major'],
    ['0.4.1', '1.0.0', 'major'],
    ['2.0.0-rc.1', '2.1.0', 'major'],
    ['1.3.0-SNAPSHOT', '1.3.1-SNAPSHOT', 'minor'],
    ['1.3.1-SNAPSHOT', '1.4.0-SNAPSHOT', 'minor'],
    ['2.0.0-rc.1', '2.0.0-rc.2', undefined],
    ['1.3.0-SNAPSHOT', '1.3.0', undefined],
    ['1.3.0', '1.2.0', undefined],
    ['2025.1.0', '2025.2.0', undefined],
    ['${revision}', '1.2.0', undefined],
    ['7', '8', undefined],
  ];
  for (const [before, after, allowed] of steps)
    it(`${before} to ${after} allows ${allowed ?? 'what cannot be said'}`, () => {
      assert.equal(allowedStep(before, after), allowed);
    });

  it('gives the version that a step leads to, written as the other one', () => {
    assert.deepEqual(
      [
        versionAfter('1.2.3', 'major'),
        versionAfter('1.2.3', 'minor'),
        versionAfter('0.2.3', 'major'),
        versionAfter('0.2.3', 'minor'),
        versionAfter('1.9', 'major'),
        versionAfter('1.2.0', 'major', '1.3.0-SNAPSHOT'),
        versionAfter('v1.2.3', 'minor'),
        versionAfter('latest', 'minor'),
      ],
      ['2.0.0', '1.3.0', '0.3.0', '0.2.4', '2.0', '2.0.0-SNAPSHOT', 'v1.3.0', undefined],
    );
  });

  it('knows what comes before a major release', () => {
    const versions = [
      '2.0.0-rc.1',
      '7.0.0-SNAPSHOT',
      '7.0-SNAPSHOT',
      '6.0.0.M2',
      '2.0.0',
      '2.1.0-rc.1',
      '2.0.1-SNAPSHOT',
      '0.0.0-dev',
      'next',
    ];
    assert.deepEqual(versions.filter(isBeforeMajor), versions.slice(0, 4));
  });

  it('knows what is a version', () => {
    assert.deepEqual(['1.2', '1.2.3-beta.1+5', '2.0.0.Final', '1', '', 'next', '2024.10.1'].map(isVersion), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
