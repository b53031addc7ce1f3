import type { Expression } from '../../../code/expression.ts';
import { bare, dottedName, type Visited } from '../../../code/walk.ts';

/** Attributes that say how something looks. */
const styling = /^(?:class|className|\w*ClassName|classNames|style|\w+Style|sx|css|tw)$/;
const classLists = /^(?:cn|cx|clsx|classNames|classnames|twMerge|twJoin|cva|tv)$/;
const stylesheets = /^(?:css|keyframes|createGlobalStyle|injectGlobal)$/;
const styleMakers = /^(?:styled|makeStyles|createUseStyles|tss)$/;

export function isStyleAttribute(name: string): boolean {
  return styling.test(name);
}

/** A list of classes or a piece of a stylesheet: a test that compares it repeats it. */
export function isStyle(expression: Expression): boolean {
  const value = bare(expression);
  if (value.kind === 'call') return (!value.receiver && classLists.test(value.name)) || comesFromStyles(value);
  return (
    value.kind === 'concatenation' &&
    value.tag !== undefined &&
    (stylesheets.test(dottedName(bare(value.tag)) ?? '') || comesFromStyles(value.tag))
  );
}

/** `styled.div`, `styled(Input, …)`, `styled.div.attrs(…)` and what they are called with; `makeStyles()(…)`. */
function comesFromStyles(expression: Expression): boolean {
  const value = bare(expression);
  if (value.kind === 'name') return styleMakers.test(value.name);
  if (value.kind === 'member') return comesFromStyles(value.object);
  return value.kind === 'call' && (value.receiver ? comesFromStyles(value.receiver) : styleMakers.test(value.name));
}

/** Whether something only decides how the page looks. */
export function isPartOfStyle({ node, parent }: Visited): boolean {
  let inner = node;
  for (let at = parent; at; at = at.parent) {
    const around = at.node;
    if (around.kind === 'element' && around.attributes.some(({ name, value }) => value === inner && isStyleAttribute(name))) return true;
    if ((around.kind === 'call' || around.kind === 'concatenation') && isStyle(around)) return true;
    inner = around;
  }
  return false;
}
