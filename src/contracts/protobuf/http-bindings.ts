import type { ProtoMethod } from './model.ts';

const verbs = ['get', 'put', 'post', 'delete', 'patch'];

/** The routes that `google.api.http` gives a method, e.g. `GET /v1/{name=shelves/*}`. */
export function httpBindings({ options }: ProtoMethod): readonly string[] {
  return [...options].flatMap(([name, value]) => {
    const [, key] = /^\(google\.api\.http\)\.(?:additional_bindings\.)*(\w+)$/.exec(name) ?? [];
    if (key === undefined || !verbs.includes(key)) return [];
    return value.split(', ').map((path) => `${key.toUpperCase()} ${path}`);
  });
}

/** Which field the body of a request is, `*` for all that the path does not hold; of several routes one after another. */
export function httpBody({ options }: ProtoMethod): string {
  return [...options]
    .flatMap(([name, value]) => (/^\(google\.api\.http\)\.(?:additional_bindings\.)*body$/.test(name) ? [value] : []))
    .join(', ');
}
