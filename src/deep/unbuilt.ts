/** What compilers, loaders and type checkers say where code does not build: then no test has said anything about it. */
const marks: readonly RegExp[] = [
  /\bCOMPILATION ERROR\b/,
  /\.java:\d+: error: /,
  /\bCompilation failed\b/,
  /\berror TS\d+: /,
  /^[ \t]{0,40}(?:Uncaught )?SyntaxError: /m,
  /\bTransform failed with \d+ errors?\b/,
  /\bReferenceError: [\w$]+ is not defined\b/,
];

/**
 * Whether tests failed since the code did not build, by what they wrote.
 * @param usual what they write where they pass: a test may well speak of such errors itself
 */
export function looksUnbuilt(output: string, usual: string): boolean {
  return marks.some((mark) => mark.test(output) && !mark.test(usual));
}
