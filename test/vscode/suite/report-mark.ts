/** Begins each line of mocha's report, for all logs of a window arrive as one stream. */
export const REPORT_MARK = '[suite] ';
