import XMLBuilder from 'fast-xml-builder';
import type { Notice } from '../base/notice.ts';
import type { Finding } from '../finding/finding.ts';
import type { Review } from '../review/review-result.ts';
import type { Reporter } from './reporter.ts';
import { byExpectation, shownFindings, standing, type FindingGroup } from './selection.ts';
import { visible } from './text.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, attributeNamePrefix: '@', suppressEmptyNode: true });

/** JUnit XML: a suite an expectation, a failed test case a finding; a passed one where nothing was found. */
export const junit: Reporter = (review, options) => {
  const findings = shownFindings(review, options);
  const suites = [...byExpectation(findings).map((group) => suite(group, review)), notices(review.notices)].filter(
    (entry) => entry !== undefined,
  );
  const passed = {
    '@name': 'Plumbline',
    '@tests': 1,
    '@failures': 0,
    '@errors': 0,
    testcase: { '@classname': 'plumbline', '@name': 'Nothing to mend' },
  };
  const document = { testsuites: { '@name': 'Plumbline', testsuite: suites.length > 0 ? suites : [passed] } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`;
};

function suite(group: FindingGroup, review: Review): object {
  const failures = group.findings.filter((finding) => !standing(finding, review)).length;
  return {
    '@name': group.expectation.title,
    '@tests': group.findings.length,
    '@failures': failures,
    '@errors': 0,
    '@skipped': group.findings.length - failures,
    testcase: group.findings.map((finding) => testcase(finding, standing(finding, review))),
  };
}

function testcase(finding: Finding, why: string): object {
  const place = `${finding.location.path}:${finding.location.start.line}`;
  const message = printable(finding.message);
  return {
    '@classname': finding.rule,
    '@name': printable(`${place} ${finding.message}`),
    '@file': printable(finding.location.path),
    ...(why
      ? { skipped: { '@message': printable(why) } }
      : { failure: { '@message': message, '@type': finding.severity, '#text': printable(`${place}\n${finding.message}`) } }),
  };
}

function notices(all: readonly Notice[]): object | undefined {
  const incomplete = all.filter((notice) => notice.incomplete);
  if (incomplete.length === 0) return undefined;
  return {
    '@name': 'Not reviewed',
    '@tests': incomplete.length,
    '@failures': 0,
    '@errors': incomplete.length,
    testcase: incomplete.map((notice) => ({
      '@classname': notice.id,
      '@name': printable(notice.path ?? notice.id),
      error: { '@message': printable([notice.message, notice.remedy].filter(Boolean).join(' ')) },
    })),
  };
}

/** Without the characters that XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets). */
function printable(text: string): string {
  return visible(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
