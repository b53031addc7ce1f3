/** Whether a text says that it is a schema. A document that names the schema it fits (`"$schema": "./mine.json"`) is none. */
export function isJsonSchema(path: string, text: string): boolean {
  if (!/\.(?:json|ya?ml)$/i.test(path) || !text.includes('json-schema.org')) return false;
  return /["']?\$schema["']?\s{0,20}:\s{0,20}["']?https?:\/\/json-schema\.org\/(?:draft|schema)/.test(text);
}
