import type { Expression } from '../../../code/expression.ts';
import type { Switch } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerTypeName } from './expression-parts.ts';
import { partsOf, rangeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

type Case = Switch['cases'][number];

/** The cases of a switch's block, old form (`case 1:`) or new (`case 1 ->`). */
export function switchCases(reading: Reading, block: SyntaxNode): Case[] {
  return partsOf(block).flatMap((group) => (group.type === 'switch_rule' ? [ruleCase(reading, group)] : groupCases(reading, group)));
}

function ruleCase(reading: Reading, rule: SyntaxNode): Case {
  const [label, ...rest] = partsOf(rule);
  const body = rest.flatMap((part) => (part.type === 'block' ? part.namedChildren : [part]));
  return { labels: label ? labels(reading, label) : [], body: reading.statements(body), range: rangeOf(rule) };
}

/** Several labels before one body are several cases; all but the last fall through. */
function groupCases(reading: Reading, group: SyntaxNode): Case[] {
  const parts = partsOf(group);
  const marks = parts.filter((part) => part.type === 'switch_label');
  const body = reading.statements(parts.filter((part) => part.type !== 'switch_label'));
  return marks.map((label, index) => {
    const isLast = index === marks.length - 1;
    return {
      labels: labels(reading, label),
      body: isLast ? body : [],
      range: isLast ? { start: label.startIndex, end: group.endIndex } : rangeOf(label),
    };
  });
}

/** A pattern's label is its type; with a guard it is `type when guard`. */
function labels(reading: Reading, label: SyntaxNode): Expression[] {
  const values: Expression[] = [];
  for (const part of partsOf(label)) {
    const before = values.at(-1);
    if (part.type !== 'guard') values.push(part.type === 'pattern' ? pattern(reading, part) : reading.expression(part));
    else if (before)
      values.splice(-1, 1, { kind: 'binary', operator: 'when', left: before, right: guard(reading, part), range: rangeOf(label) });
  }
  return values;
}

function pattern(reading: Reading, node: SyntaxNode): Expression {
  const [inner] = partsOf(node);
  const [type] = inner?.type === 'type_pattern' ? partsOf(inner) : [];
  return type ? lowerTypeName(reading, type) : reading.expression(inner ?? node);
}

function guard(reading: Reading, node: SyntaxNode): Expression {
  const [condition] = partsOf(node);
  return reading.expression(condition ?? node);
}
