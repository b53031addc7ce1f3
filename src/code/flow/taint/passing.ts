import type { Use } from './knowledge.ts';
import { leadingTaint } from './text.ts';
import { stepped, taintOf, unknown, type Taint, type Value } from './value.ts';

/** What these tell of a text carries nothing of it. */
const tellsNothing =
  /^(length|size|count|indexOf|lastIndexOf|equals|equalsIgnoreCase|startsWith|endsWith|contains|containsKey|containsValue|includes|isEmpty|isBlank|isPresent|hashCode|compareTo|compareToIgnoreCase|charCodeAt|codePointAt|test|search|localeCompare|hasNext|hasMoreElements|hasMore|matches|getClass|has|some|every|findIndex|intValue|longValue|doubleValue|toFixed|valueOf|getTime|exists|isFile|isDirectory|lookingAt|find|ordinal|available|read|close|flush|end|destroy|addEventListener|on|once|emit|ownerDocument|nodeType|isArray|getSize|getContentType)$/;
/** What stands before stays in front. */
const keepsStart =
  /^(trim|trimEnd|strip|stripTrailing|toString|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|concat|intern|replace|replaceAll|replaceFirst|padEnd|normalize|append|build|valueOf|toURL|toURI|asString|repeat|stripIndent|formatted|getPath|get|toPath|toFile|toAbsolutePath|getAbsolutePath|getBytes|toCharArray)$/;
/** Looking something up gives what is kept there, and a check gives its outcome. */
const looksUp =
  /^(find|get|load|fetch|read|query|lookup|resolve|search|list|exists?|is|has|count|check|validate|verify|save|insert|update|delete|remove|create|register|store|persist|send|post|put|publish|dispatch|emit|log|info|warn|error|debug|trace|print|assert|require|auth|login|hash|digest|sign|encrypt|sanitiz|sanitis|escape|clean|purify|select|execute|run|exec|open|connect|subscribe|handle|compare|match|test|equals|parseInt|number|bool|use|set|add|push|min|max|by|with|on|start|stop|close|write|render|redirect|next|done|resolve|reject|setTimeout|setInterval|require)/i;
const makesText =
  /^(?=\w*$)\w*(?:format|convert|transform|wrap|prefix|suffix|concat|join|combine|normali[sz]e|stringify|serialize|decode|unescape|compile|markdown|marked|build|compose|interpolate|substitute|append|prepend|replace|trim|lower|upper|capitali[sz]e|camel|kebab|snake|slug|clone|copy|merge|extend|assign|defaults|omit|pick|toString|makeHtml|parse|process|to[A-Z]|from|as[A-Z]|id)/;

/** What comes of data that goes through a function that is not known. */
export function passedOn(use: Use, awaited: boolean, isJava: boolean): Value {
  const { receiver, name, values } = use;
  const origin = callOrigin(use, isJava);
  const own = receiver?.taint;
  if (own && !tellsNothing.test(name)) {
    const lead = keepsStart.test(name) ? (name === 'concat' ? (leadingTaint([receiver, ...values], '')?.lead ?? own.lead) : own.lead) : '';
    return { ...origin, taint: { ...own, lead } };
  }
  const isTextMethod =
    typeof receiver?.constant === 'string' || name === 'concat' || /^(replace|replaceAll|concat|padStart|padEnd)$/.test(name);
  if (isTextMethod && receiver) {
    const taint =
      name === 'concat'
        ? leadingTaint([receiver, ...values], '')
        : values.map((value) => taintOf(value)).find((each) => each !== undefined);
    if (taint) return { taint };
  }
  const held = receiver && !receiver.taint && receiver.members ? heldTaint(receiver, name) : undefined;
  if (held) return { ...origin, taint: held };
  const through = throughUnknown(use, awaited, isJava);
  return through ? { ...origin, taint: through } : Object.keys(origin).length > 0 ? origin : unknown;
}

/** A getter of an object, or the object as text. */
function heldTaint(receiver: Value, name: string): Taint | undefined {
  const property = /^get([A-Z])(\w*)$/.exec(name);
  if (property) return taintOf(receiver.members?.get(`${property[1]?.toLowerCase() ?? ''}${property[2] ?? ''}`));
  return name === 'toString' || name === 'build' || name === 'values' ? taintOf(receiver) : undefined;
}

function throughUnknown(use: Use, awaited: boolean, isJava: boolean): Taint | undefined {
  const { name, values, range } = use;
  if (awaited || looksUp.test(name) || tellsNothing.test(name)) return undefined;
  if (
    !isJava &&
    !(
      makesText.test(name) ||
      (name === '' && use.origin?.startsWith('@') === false && !use.origin.endsWith(')')) ||
      isFunctionOfModule(use)
    )
  )
    return undefined;
  const taint = values.map((value) => (isJava ? value.taint : taintOf(value))).find((each) => each !== undefined);
  return taint && { ...stepped(taint, range, `goes through \`${name}\``), weak: true, lead: '' };
}

/** `marked(text)`: a package that is one function. */
function isFunctionOfModule(use: Use): boolean {
  return (
    use.receiver === undefined &&
    use.origin !== undefined &&
    /^[a-z@][\w@/.-]*$/.test(use.origin) &&
    !use.origin.startsWith('.') &&
    !use.origin.startsWith('@')
  );
}

function callOrigin({ origin, name, receiver }: Use, isJava: boolean): Pick<Value, 'origin'> {
  if (origin === undefined || isJava || origin.length > 120 || origin.startsWith('text:')) return {};
  return { origin: receiver && name !== '' ? `${origin}.${name}()` : `${origin}()` };
}
