import * as z from 'zod/mini';
import type { Snapshot, TreeReader } from '../../../src/change/change-set.ts';
import { defineFileRule } from '../../../src/rules/rule.ts';
import type { Rule, RuleMetadata } from '../../../src/rules/rule.ts';
import { describeProvenance } from '../../../src/standard/problem.ts';
import type { Standard } from '../../../src/standard/standard.ts';

const nothing = (): never[] => [];

function metadata(id: RuleMetadata['id'], severity: RuleMetadata['severity']): RuleMetadata {
  return {
    id,
    title: `Title of ${id}`,
    reason: 'Because.',
    remedy: 'Do it.',
    severity,
    confidence: 'high',
    languages: 'any',
    examples: [],
  };
}

/** Three rules, the last with options. */
export const testRules: readonly Rule[] = [
  defineFileRule({ ...metadata('security/hardcoded-secret', 'error'), options: z.object({}), check: nothing }),
  defineFileRule({ ...metadata('tests/untested-change', 'warning'), options: z.object({}), check: nothing }),
  defineFileRule({
    ...metadata('versioning/oversized-change', 'note'),
    options: z.object({
      maximumLines: z._default(z.int().check(z.minimum(1), z.describe('Most lines.')), 400),
      counted: z._default(z.array(z.string()), ['src/**']),
    }),
    check: nothing,
  }),
];

/** A tree held in memory. */
export function treeOf(files: Readonly<Record<string, string>>): TreeReader {
  return {
    paths: () => Promise.resolve(Object.keys(files).sort()),
    read: (paths) =>
      Promise.resolve(new Map(paths.flatMap((path) => (files[path] === undefined ? [] : [[path, snapshot(path, files[path])]])))),
    grep: () => Promise.resolve(new Map()),
  };
}

function snapshot(path: string, text: string): Snapshot {
  return { path, blob: '', mode: 'file', size: text.length, text, encoding: 'utf-8', byteOrderMark: false };
}

/** Every setting with its source, as one would print it. */
export function described(standard: Standard): Record<string, string> {
  return Object.fromEntries([...standard.provenance].map(([setting, place]) => [setting, describeProvenance(place)]));
}
