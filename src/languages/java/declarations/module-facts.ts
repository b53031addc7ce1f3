import type { ExportFact, ImportFact, SymbolFact } from '../../../code/facts.ts';
import { isTouched } from '../../../code/touched.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import type { Declaring } from './declaring.ts';
import { annotationOf, hasAnnotation } from './modifiers.ts';
import { partsOf, rangeOf, typeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** The symbol of the file itself: its package, or the module that `module-info.java` declares. */
export function moduleSymbol(
  { reading, touched }: Pick<Declaring, 'reading' | 'touched'>,
  path: string,
  nodes: readonly SyntaxNode[],
): SymbolFact {
  const header = nodes.find((node) => node.type === 'package_declaration' || node.type === 'module_declaration');
  const named = header && partsOf(header).find((part) => part.type === 'identifier' || part.type === 'scoped_identifier');
  const annotations = header
    ? partsOf(header)
        .filter((part) => part.type.endsWith('annotation'))
        .map((node) => annotationOf(reading, node))
    : [];
  const range = { start: 0, end: reading.text.length };
  const nameRange = named ? rangeOf(named) : { start: 0, end: 0 };
  const documentation =
    /(?:^|\/)(?:package|module)-info\.java$/.test(path) && header ? documentationBefore(reading, nodes, header) : undefined;
  const text = documentation ? reading.text.slice(documentation.start, documentation.end) : '';
  return {
    kind: 'module',
    name: path.slice(path.lastIndexOf('/') + 1).replace(/\.java$/, ''),
    qualifiedName: named ? typeOf(reading, named) : path,
    visibility: 'public',
    modifiers:
      header?.type === 'module_declaration' && /\bopen\s+module\b/.test(reading.text.slice(header.startIndex, nameRange.start))
        ? ['open']
        : [],
    annotations,
    typeParameters: [],
    throws: [],
    supertypes: [],
    range,
    nameRange,
    signatureRange: { start: nameRange.end, end: nameRange.end },
    deprecated: hasAnnotation(annotations, 'Deprecated') || /@deprecated\b/.test(text),
    touched: isTouched(range, touched),
    ...(documentation && { documentation }),
  };
}

function documentationBefore(reading: Reading, nodes: readonly SyntaxNode[], header: SyntaxNode): SymbolFact['documentation'] {
  const before = nodes.filter((node) => node.startIndex < header.startIndex && node.type === 'block_comment');
  const last = before.findLast((node) => reading.text.startsWith('/**', node.startIndex));
  return last && rangeOf(last);
}

/** `import a.b.C` is `C` from `a.b`; `import static a.B.c` is `c` from `a.B`; `import a.b.*` is `*` from `a.b`. */
export function importsOf(reading: Reading, nodes: readonly SyntaxNode[]): ImportFact[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'import_declaration') return [];
    const [path, asterisk] = partsOf(node);
    if (!path) return [];
    const written = typeOf(reading, path);
    const split = asterisk ? written.length : written.lastIndexOf('.');
    const name = asterisk ? '*' : written.slice(split + 1);
    return [{ source: written.slice(0, Math.max(split, 0)), name, local: name, typeOnly: false, range: rangeOf(node) }];
  });
}

/** What a module exports to everyone; `exports … to` some is no promise to others. */
export function exportsOf(reading: Reading, nodes: readonly SyntaxNode[]): ExportFact[] {
  const body = nodes.find((node) => node.type === 'module_declaration')?.childForFieldName('body');
  return (body ? partsOf(body) : []).flatMap((directive) => {
    const [name, ...targets] = partsOf(directive);
    if (directive.type !== 'exports_module_directive' || !name || targets.length > 0) return [];
    const written = typeOf(reading, name);
    return [{ name: written, exported: written, typeOnly: false, range: rangeOf(directive) }];
  });
}
