import type { SymbolAt } from '../../../code/code-change.ts';
import { enclosing } from '../../code-in-file.ts';
import { importedFrom } from './java-side.ts';
import { parseJavaType, type JavaType } from './java-type.ts';
import { isOfJavaLang } from './jdk-types.ts';

const isType = /^(?:class|interface|enum|record|annotation)$/;

/** A symbol as tools that read class files call it, e.g. `com.acme.Cart$Item.<init>(java.util.List<java.lang.String>)`. */
export function elementName({ file, symbol }: SymbolAt): string {
  const around = file.facts ? enclosing(symbol, file.facts) : [];
  const types = (isType.test(symbol.kind) ? [symbol, ...around] : around).map(({ name }) => name).reverse();
  const outermost = around.at(-1) ?? symbol;
  const owner = outermost.qualifiedName.slice(0, -outermost.name.length) + types.join('$');
  if (isType.test(symbol.kind)) return owner;
  const names = { variable: () => undefined, qualifier: importedFrom(file) };
  const parameters = symbol.parameters?.map(({ type, rest }) => `${printed(parseJavaType(type ?? '', names))}${rest ? '...' : ''}`);
  return `${owner}.${symbol.kind === 'constructor' ? '<init>' : symbol.name}${parameters ? `(${parameters.join(',')})` : ''}`;
}

function printed({ name, qualifier, args, dimensions, bound }: JavaType): string {
  const inner = args.map(printed).join(',');
  if (name === '?') return bound ? `? ${bound} ${inner}` : '?';
  const place = qualifier === '' && isOfJavaLang(name) ? 'java.lang' : qualifier;
  return `${place === '' ? '' : `${place}.`}${name}${inner === '' ? '' : `<${inner}>`}${'[]'.repeat(dimensions)}`;
}
