import type { JavaSide } from './java-side.ts';
import type { JavaType } from './java-type.ts';
import { isSubtype, type Answer } from './subtyping.ts';

const plain = (name: string): JavaType => ({ name, qualifier: '', args: [], dimensions: 0 });

/** Whether callers have to handle an exception. Of what nobody knows, only the name can tell. */
export function isChecked(type: JavaType, side: JavaSide): Answer {
  const [runtime, error] = [plain('RuntimeException'), plain('Error')].map((each) => isSubtype(type, each, side));
  if (runtime === true || error === true) return false;
  if (runtime === false && error === false) return true;
  return /(?:Runtime|Unchecked|Access|Json\w*|Beans)Exception$|Error$/.test(type.name) ? false : undefined;
}
