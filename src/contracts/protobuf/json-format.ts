import { report, type Comparison } from './comparison.ts';
import { featureOf, isOtherSyntax } from './features.ts';
import type { ProtoEnum, ProtoMessage } from './model.ts';

/** Whether a message or an enum was sure to have JSON and no longer is. */
export function compareJsonFormat(comparison: Comparison, base: ProtoMessage | ProtoEnum, head: ProtoMessage | ProtoEnum): void {
  const [before, after] = [featureOf(base, 'json_format'), featureOf(head, 'json_format')];
  if (before !== 'ALLOW' || after === 'ALLOW' || isOtherSyntax(base, head)) return;
  report(comparison, base, head, {
    change: `${base.kind}-same-json-format`,
    impact: 'breaking',
    message: `\`${base.fullName}\` has \`json_format\` \`${after}\`, was \`${before}\`: nothing holds any more that it can be written as JSON and read again.`,
  });
}
