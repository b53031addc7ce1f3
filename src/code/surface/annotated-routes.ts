import type { AnnotationFact, ParameterFact, SymbolFact } from '../facts.ts';
import type { SourceFile } from '../code-change.ts';
import {
  annotationOf,
  argumentOf,
  argumentTexts,
  flagOf,
  literalText,
  simpleNameOf,
  textsIn,
  type Annotated,
} from './annotation-values.ts';
import { allBelow } from './mounts.ts';
import { jaxRsTerms, nestTerms, springTerms, valueForm, type RouteTerms } from './route-terms.ts';
import { joinedPath, pathTemplate, type SurfaceElement } from './surface-element.ts';

/** How a framework says its routes by annotations. */
interface Framework {
  /** Of a type: says the beginning of its paths, or only that it has routes. */
  readonly owners: readonly string[];
  /** Types with these are clients of others. */
  readonly clients: readonly string[];
  /** Whether a type without any of the owners has routes too: an interface that a controller implements. */
  readonly alsoWithout: boolean;
  /** The methods that an annotation of a function stands for; undefined where it makes no route. */
  methodsOf(annotation: AnnotationFact, at: Annotated): readonly string[] | undefined;
  pathsOf(annotation: AnnotationFact | undefined, at: Annotated): readonly string[];
  /** A further annotation of the function that says its path. */
  readonly pathBeside?: string;
  parameterOf(parameter: ParameterFact, at: Annotated): RouteParameter | undefined;
  termsOf(annotation: AnnotationFact, at: Annotated, owner: SymbolFact): RouteTerms;
}

interface RouteParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly default?: string | undefined;
}

const spring: Framework = {
  owners: ['RequestMapping', 'RestController', 'Controller', 'HttpExchange'],
  clients: ['FeignClient', 'HttpExchange'],
  alsoWithout: true,
  termsOf: springTerms,
  methodsOf: (annotation, at) => {
    const name = simpleNameOf(annotation);
    const [, method] = /^(Get|Post|Put|Delete|Patch)Mapping$/.exec(name) ?? [];
    if (method !== undefined) return [method.toUpperCase()];
    if (name !== 'RequestMapping') return undefined;
    const said = argumentTexts(annotation, ['method'], at).map((text) => text.replace(/^\$\{(?:.*\.)?(\w+)\}$/, '$1'));
    return said.length > 0 ? said : ['ANY'];
  },
  pathsOf: (annotation, at) => argumentTexts(annotation, ['value', 'path'], at),
  parameterOf: (parameter, at) => {
    const annotation = annotationOf(parameter.annotations, 'RequestParam', 'RequestHeader', 'CookieValue', 'RequestPart', 'RequestBody');
    if (!annotation) return undefined;
    const place =
      { RequestHeader: 'header', CookieValue: 'cookie', RequestPart: 'part', RequestBody: 'body' }[simpleNameOf(annotation)] ??
      'query parameter';
    const fallback = literalText(argumentOf(annotation, 'defaultValue'));
    // A map or a bean takes whatever comes.
    if (/^(?:Multi[vV]alue)?Map\b|^HttpHeaders$/.test(parameter.type ?? '') && !argumentOf(annotation, 'value', 'name')) return undefined;
    const isOptional =
      flagOf(annotation, 'required') === false || /^(?:java\.util\.)?Optional\b/.test(parameter.type ?? '') || fallback !== undefined;
    const nullable = annotationOf(parameter.annotations, 'Nullable') !== undefined;
    const [name = parameter.name] = argumentTexts(annotation, ['value', 'name'], at);
    return { name: place === 'body' ? '' : name, in: place, required: !isOptional && !nullable, default: fallback };
  },
};

const jaxRs: Framework = {
  owners: ['Path'],
  clients: ['RegisterRestClient'],
  alsoWithout: false,
  termsOf: jaxRsTerms,
  methodsOf: (annotation) =>
    /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/.test(simpleNameOf(annotation)) ? [simpleNameOf(annotation)] : undefined,
  pathsOf: (annotation, at) => argumentTexts(annotation, ['value'], at),
  pathBeside: 'Path',
  parameterOf: (parameter, at) => {
    const annotation = annotationOf(parameter.annotations, 'QueryParam', 'HeaderParam', 'CookieParam', 'FormParam');
    if (!annotation) return undefined;
    const [name = parameter.name] = argumentTexts(annotation, ['value'], at);
    const place = { HeaderParam: 'header', CookieParam: 'cookie', FormParam: 'form field' }[simpleNameOf(annotation)] ?? 'query parameter';
    const fallback = literalText(argumentOf(annotationOf(parameter.annotations, 'DefaultValue'), 'value'));
    const must = annotationOf(parameter.annotations, 'NotNull', 'NotBlank', 'NotEmpty') !== undefined;
    return { name, in: place, required: must && fallback === undefined, default: fallback };
  },
};

const nest: Framework = {
  owners: ['Controller', 'JsonController', 'Route'],
  clients: [],
  alsoWithout: false,
  termsOf: nestTerms,
  methodsOf: (annotation) => {
    const name = simpleNameOf(annotation);
    return /^(?:Get|Post|Put|Delete|Patch|All|Head|Options|Sse)$/.test(name)
      ? [{ All: 'ANY', Sse: 'GET' }[name] ?? name.toUpperCase()]
      : undefined;
  },
  pathsOf: (annotation, at) => {
    const value = argumentOf(annotation, 'value', '0');
    const path = value?.kind === 'object' ? value.properties.find(({ key }) => key === 'path')?.value : value;
    return textsIn(path, at);
  },
  parameterOf: (parameter, at) => {
    const annotation = annotationOf(parameter.annotations, 'Query', 'Headers', 'QueryParam', 'HeaderParam');
    const [name] = argumentTexts(annotation, ['value', '0'], at);
    if (!annotation || name === undefined) return undefined;
    return { name, in: simpleNameOf(annotation).startsWith('Header') ? 'header' : 'query parameter', required: false };
  },
};

const frameworks: Readonly<Record<string, readonly Framework[]>> = { java: [spring, jaxRs], typescript: [nest], javascript: [nest] };

/** The routes that a file's types say by annotations (Spring, JAX-RS, NestJS and their like), with what they ask for. */
export function annotatedRoutes(file: SourceFile): readonly SurfaceElement[] {
  const { facts } = file;
  if (!facts) return [];
  const using = frameworks[facts.language] ?? [];
  return facts.symbols.flatMap((symbol) => {
    if (symbol.kind === 'class' && facts.language === 'java') return applicationOf({ file, symbol });
    const owner = symbol.parent === undefined ? undefined : facts.symbols[symbol.parent];
    if (symbol.kind !== 'method' || symbol.annotations.length === 0 || !owner) return [];
    return [...using.flatMap((framework) => routesOf({ file, symbol }, owner, framework)), ...locatorsOf({ file, symbol }, owner)];
  });
}

/** The path that all resources of a JAX-RS application stand under. */
function applicationOf(at: Annotated): readonly SurfaceElement[] {
  const said = annotationOf(at.symbol.annotations, 'ApplicationPath');
  return said ? jaxRs.pathsOf(said, at).flatMap((path) => (/\w/.test(path) ? [allBelowOf(path, said, at)] : [])) : [];
}

function allBelowOf(path: string, { range }: AnnotationFact, { file, symbol }: Annotated, deprecated = false): SurfaceElement {
  const under = `${joinedPath(path)}${allBelow}`;
  return { kind: 'route', name: `ANY ${under}`, identity: `ANY ${pathTemplate(under)}`, file, range, symbol, required: false, deprecated };
}

/** What JAX-RS hands on to another object: a method with a path and without a verb, which is written in capitals. */
function locatorsOf(at: Annotated, owner: SymbolFact): readonly SurfaceElement[] {
  const { file, symbol } = at;
  const own = annotationOf(symbol.annotations, 'Path');
  const around = annotationOf(owner.annotations, 'Path');
  const isVerb = symbol.annotations.some((each) => /^[A-Z]{2,}$/.test(simpleNameOf(each)));
  if (file.facts?.language !== 'java' || !own || !around || isVerb || annotationOf(owner.annotations, ...jaxRs.clients)) return [];
  return jaxRs
    .pathsOf(around, { ...at, symbol: owner })
    .flatMap((prefix) =>
      jaxRs.pathsOf(own, at).map((path) => allBelowOf(joinedPath(prefix, path), own, at, symbol.deprecated || owner.deprecated)),
    );
}

function routesOf(at: Annotated, owner: SymbolFact, framework: Framework): readonly SurfaceElement[] {
  const of = annotationOf(owner.annotations, ...framework.owners);
  if ((!of && !(framework.alsoWithout && owner.kind === 'interface')) || annotationOf(owner.annotations, ...framework.clients)) return [];
  const prefixes = owner.annotations
    .filter((annotation) => framework.owners.includes(simpleNameOf(annotation)) && isPath(annotation))
    .flatMap((annotation) => framework.pathsOf(annotation, { ...at, symbol: owner }));
  return at.symbol.annotations.flatMap((annotation) => {
    const methods = framework.methodsOf(annotation, at);
    if (!methods) return [];
    const paths = framework.pathsOf(
      framework.pathBeside === undefined ? annotation : annotationOf(at.symbol.annotations, framework.pathBeside),
      at,
    );
    return methods.flatMap((method) =>
      orRoot(prefixes).flatMap((prefix) =>
        orRoot(paths).flatMap((path) => elementsOf({ method, path: joinedPath(prefix, path), annotation }, at, owner, framework)),
      ),
    );
  });
}

/** Spring's `@RestController("name")` names the bean. */
function isPath(annotation: AnnotationFact): boolean {
  return !/^Rest|^Controller$/.test(simpleNameOf(annotation)) || annotation.name === 'Controller';
}

function orRoot(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : [''];
}

interface Said {
  readonly method: string;
  readonly path: string;
  readonly annotation: AnnotationFact;
}

function elementsOf(
  { method, path, annotation }: Said,
  { file, symbol }: Annotated,
  owner: SymbolFact,
  framework: Framework,
): readonly SurfaceElement[] {
  const route = { name: `${method} ${path}`, identity: `${method} ${pathTemplate(path)}` };
  const deprecated = symbol.deprecated || owner.deprecated;
  const parameters = (symbol.parameters ?? []).flatMap((parameter): SurfaceElement[] => {
    const said = framework.parameterOf(parameter, { file, symbol });
    if (!said) return [];
    const form = file.facts?.language === 'java' && said.in !== 'body' ? valueForm(parameter) : undefined;
    return [
      {
        kind: 'route-parameter',
        name: said.in === 'body' ? 'the body' : `the ${said.in} \`${said.name}\``,
        identity: `${route.identity} ${said.in} ${said.name.toLowerCase()}`,
        within: route,
        file,
        range: parameter.range,
        symbol,
        required: said.required,
        deprecated,
        ...(said.default !== undefined && { default: said.default }),
        ...(form && { form }),
      },
    ];
  });
  const terms = framework.termsOf(annotation, { file, symbol }, owner);
  return [{ kind: 'route', ...route, file, range: annotation.range, symbol, required: false, deprecated, terms }, ...parameters];
}
