/** The names of the report formats. Apart from the reporters, so that they can be named without loading them. */
export const formats = ['pretty', 'json', 'sarif', 'markdown', 'html', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof formats)[number];
