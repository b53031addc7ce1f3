/** Whether a text is the root document of an API: it names the version of the format at its top. */
export function isOpenApi(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path) || !(text.includes('openapi') || text.includes('swagger'))) return false;
  if (/\.json$/i.test(path)) return /"(?:openapi|swagger)"\s{0,20}:\s{0,20}"?[23]\./.test(text);
  return (
    /^["']?(?:openapi|swagger)["']?[ \t]{0,20}:[ \t]{0,20}["']?[23]\.?/m.test(text) ||
    /^\s{0,20}\{[\s\S]{0,20000}?"(?:openapi|swagger)"\s{0,20}:\s{0,20}"?[23]\./.test(text.slice(0, 20_100))
  );
}
