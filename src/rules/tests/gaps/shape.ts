/** As much as the sources tell about a value before anything runs. */
export type Shape =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'array'; readonly length: number; readonly elements?: readonly (Shape | undefined)[] }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly flags: string }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Shape | undefined>; readonly isOpen: boolean }
  | { readonly kind: 'function' }
  /** Some object of a class. */
  | { readonly kind: 'instance'; readonly type: string };

/** What a name stands for; undefined where that is not known. */
export type Names = (name: string) => Shape | undefined;
