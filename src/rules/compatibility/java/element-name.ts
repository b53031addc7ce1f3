import type { SymbolAt } from '../../../code/code-change.ts';
import { enclosing } from '../../code-in-file.ts';
import { importedFrom } from './java-side.ts';
import { parseJavaType, type JavaType } from './java-type.ts';
import { isOfJavaLang } from './jdk-types.ts';

/** A symbol as tools that read class files call it, e.g. `com.acme.Cart.<init>(java.util.List<java.lang.String>)`. */
export function elementName({ file, symbol }: SymbolAt): string {
  const [owner] = file.facts ? enclosing(symbol, file.facts) : [];
  if (!symbol.parameters || symbol.kind === 'record' || !owner) return symbol.qualifiedName;
  const names = { variable: () => undefined, qualifier: importedFrom(file) };
  const types = symbol.parameters.map(({ type, rest }) => `${printed(parseJavaType(type ?? '', names))}${rest ? '...' : ''}`);
  return `${owner.qualifiedName}.${symbol.kind === 'constructor' ? '<init>' : symbol.name}(${types.join(',')})`;
}

function printed({ name, qualifier, args, dimensions, bound }: JavaType): string {
  const inner = args.map(printed).join(',');
  if (name === '?') return bound ? `? ${bound} ${inner}` : '?';
  const place = qualifier === '' && isOfJavaLang(name) ? 'java.lang' : qualifier;
  return `${place === '' ? '' : `${place}.`}${name}${inner === '' ? '' : `<${inner}>`}${'[]'.repeat(dimensions)}`;
}
