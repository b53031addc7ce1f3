import type { SettingRow } from '../../pattern/settings.ts';

/** A way to use a library that lets more through than it should. */
export interface LibraryRow extends Partial<SettingRow> {
  /** What is called or made, without brackets: `helmet`, `express.static`; alternatives with `|`. */
  readonly of: string;
  /** The kind of thing: the findings' category. */
  readonly category: string;
  /** What comes of it; completes "With `option: value` …". */
  readonly harm: string;
}

/** What options are set to. */
export const on = /^true$/;
export const off = /^false$/;
/** What comes of it where others can read what is sent. */
export const cleartext = 'cleartext-transport';
