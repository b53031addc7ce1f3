import type { Location } from '../finding/finding.ts';
import type { Notice } from '../base/notice.ts';
import type { Review } from '../review/review-result.ts';
import { htmlStyle } from './html-style.ts';
import type { Reporter } from './reporter.ts';
import {
  byExpectation,
  captionOf,
  linesOfAlike,
  placesOf,
  severityCounts,
  shownFindings,
  unnamedPath,
  withRepetitions,
  type FindingGroup,
  type Repeated,
} from './selection.ts';
import { hiddenLine, subjectLine, verdictLine } from './summary.ts';
import { testPlanSection } from './test-plan-html.ts';
import { list, prose, text } from './html-text.ts';

/** One page without scripts or anything from outside, for people who do not read code as well. */
export const html: Reporter = (review, options) => {
  const groups = byExpectation(shownFindings(review, options));
  const body = [
    `<header class="${review.verdict.gate}"><h1>${text(verdictLine(review))}</h1><p>${text(subjectLine(review))}</p></header>`,
    ...groups.map((group) => section(group, review)),
    testPlanSection(review.testPlan),
    noticeSection(review.notices),
    options.all ? '' : paragraph(hiddenLine(review)),
    `<footer>Plumbline ${text(options.version)}, standard ${text(review.standard.name)}</footer>`,
  ];
  return page(`Plumbline: ${review.head.name}`, body.filter(Boolean).join('\n'));
};

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function section(group: FindingGroup, review: Review): string {
  const { title, promise } = group.expectation;
  const findings = withRepetitions(group.findings, review).map(article);
  return `<section>
<h2>${text(title)} <small>${text(severityCounts(group.findings))}</small></h2>
<p class="promise">${text(promise)}</p>
${findings.join('\n')}
</section>`;
}

function article({ finding, why, elsewhere, alike }: Repeated): string {
  const { path, start } = finding.location;
  const related = finding.related.map(
    (place) => `<li>${prose(captionOf(place))}: <code>${text(`${place.path}:${place.start.line}`)}</code></li>`,
  );
  const more = alike.length > 0 ? [`<li>${text(linesOfAlike(alike))}</li>`] : [];
  const same = elsewhere.length > 0 ? [`<li>The same at ${placesOf(elsewhere, (place) => `<code>${text(place)}</code>`)}</li>`] : [];
  const fixes = finding.fixes.map((fix) => `<li>Fix: ${prose(fix.title)}</li>`);
  return `<article class="${finding.severity}${why && ' aside'}">
<h3><span class="severity">${finding.severity}</span> ${prose(finding.message)}</h3>
<p><code>${text(`${path}:${start.line}`)}</code> <span class="rule">${text(finding.rule)}</span>${why && ` <em>${text(why)}</em>`}</p>
${frame(finding.location)}${list([...related, ...same, ...more, ...fixes])}
</article>`;
}

function frame({ snippet, start, end }: Location): string {
  if (snippet.lines.length === 0) return '';
  const lines = snippet.lines.map((line, index) => {
    const number = snippet.firstLine + index;
    const marked = number >= start.line && number <= Math.max(start.line, end.line);
    return `<span class="${marked ? 'line marked' : 'line'}"><b>${number}</b>${text(line)}</span>`;
  });
  return `<details><summary>Code</summary><pre>${lines.join('')}</pre></details>\n`;
}

function noticeSection(notices: readonly Notice[]): string {
  if (notices.length === 0) return '';
  const items = notices.map(
    (notice) => `<li>${prose([unnamedPath(notice), notice.message, notice.remedy].filter(Boolean).join(' '))}</li>`,
  );
  return `<section>\n<h2>Not reviewed, or otherwise than asked</h2>\n${list(items)}\n</section>`;
}

function paragraph(sentence: string): string {
  return sentence && `<p>${text(sentence)}</p>`;
}
