/** A resource of Terraform with one setting a line. */
export function resource(type: string, ...lines: readonly string[]): string {
  return [`resource "${type}" "x" {`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}
