/** `${name}` stands for what a query captures as `@name`; `$$` is a dollar. */
const placeholder = /\$(?:\$|\{([^{}]*)\})/g;

/** The names that a template asks for. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].flatMap(([, name]) => name ?? []);
}

/** The template with the text of every name in its place. */
export function fillIn(template: string, textOf: (name: string) => string): string {
  return template.replaceAll(placeholder, (_, name?: string) => (name === undefined ? '$' : textOf(name)));
}
