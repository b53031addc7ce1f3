import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/line-index.ts';
import { deprecationIn, untilNextMajor } from '../../../../src/code/deprecation.ts';
import type { FixDraft } from '../../../../src/finding/draft.ts';
import { withNotice } from '../../../../src/review/planned/notice-date.ts';

const today = new Date('2026-08-31');
const fixOf = (newText: string): FixDraft => ({
  title: 'Keep `sum`, deprecated',
  safety: 'safe',
  edits: [{ file: fileOf(''), range: { start: 0, end: 0 }, newText }],
});
const textOf = ({ edits: [edit] }: FixDraft): string | undefined => edit?.newText;

function fileOf(text: string) {
  return { side: 'base', path: 'a.ts', text, lines: new LineIndex(text), role: 'production', touched: [], secrets: [] } as const;
}

describe('the notice in fixes that deprecate', () => {
  it('says the version and the day', () => {
    const fix = withNotice(fixOf(`/** @deprecated ${untilNextMajor} */`), {
      since: '1.3.0-SNAPSHOT',
      today: new Date('2026-08-10'),
      months: 6,
    });
    assert.equal(textOf(fix), '/** @deprecated since 1.3.0, to be removed after 2027-02-10 */');
  });

  it('says the day alone where no version is declared', () => {
    for (const since of [undefined, '${revision}'])
      assert.equal(
        textOf(withNotice(fixOf(untilNextMajor), { since, today: new Date('2026-08-10'), months: 12 })),
        'to be removed after 2027-08-10',
      );
  });

  it('is what a later review reads', () => {
    const text = textOf(withNotice(fixOf(`/** @deprecated ${untilNextMajor} */`), { since: '2.1', today, months: 3 })) ?? '';
    const { since, removal } = deprecationIn(fileOf(text), { start: 0, end: text.length }) ?? {};
    assert.deepEqual([since, removal], ['2.1', '2026-12-01']);
  });

  it('leaves other fixes as they are', () => {
    const fix = fixOf('/** @deprecated use total */');
    assert.equal(withNotice(fix, { since: '1.0.0', today, months: 6 }), fix);
  });
});
