/** Whether a text is the root document of an API of messages: it names the version of the format at its top. */
export function isAsyncApi(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path) || !text.includes('asyncapi')) return false;
  return (
    /^[ \t]{0,20}["']?asyncapi["']?[ \t]{0,20}:[ \t]{0,20}["']?[23]\./m.test(text) ||
    /"asyncapi"\s{0,20}:\s{0,20}"[23]\./.test(text.slice(0, 2000))
  );
}
