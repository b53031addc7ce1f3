import type { Notice } from '../base/notice.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentFormat, SourceDocument } from '../code/document-node.ts';
import { documentFormat } from './document-format.ts';
import { readDocument, type ReadFormat } from './read-document.ts';

/** The readers' libraries, each loaded when a file of its format is met. */
const loaders: Readonly<Record<DocumentFormat, () => Promise<ReadFormat>>> = {
  yaml: async () => (await import('./read-yaml.ts')).readYaml,
  json: async () => (await import('./read-json.ts')).readJson,
  xml: async () => (await import('./read-xml.ts')).readXml,
  properties: async () => (await import('./read-properties.ts')).readProperties,
  dockerfile: async () => (await import('./read-dockerfile.ts')).readDockerfile,
  toml: async () => (await import('./read-toml.ts')).readToml,
  hcl: async () => (await import('./read-hcl.ts')).readHcl,
};

/** Reads the documents of a change. Reading is for whoever asks first; what it needs is loaded before. */
export class DocumentReader {
  readonly #readers = new Map<DocumentFormat, ReadFormat>();

  /** Loads what the files need that have these paths. */
  async prepare(...paths: readonly (string | undefined)[]): Promise<void> {
    for (const path of paths) {
      const format = path === undefined ? undefined : documentFormat(path);
      if (format && !this.#readers.has(format)) this.#readers.set(format, await loaders[format]());
    }
  }

  /** Undefined where no format is known for the path, or it was not prepared. Never throws. */
  read(file: SourceFile): SourceDocument | undefined {
    const format = documentFormat(file.path);
    const read = format && this.#readers.get(format);
    return format && read && readDocument(file, format, read);
  }
}

/** That a document, or a part of it, could not be looked at. */
export function unreadDocument({ path, side }: SourceFile, { error }: SourceDocument): Notice[] {
  if (!error) return [];
  return [
    {
      id: 'document-not-read',
      message: `\`${path}\` at ${side} could not be read as a whole: ${error.reason}.`,
      remedy: error.kind === 'broken' ? 'Correct the document.' : 'Look at it by hand, or ignore it if it is generated.',
      path,
      incomplete: error.kind !== 'broken',
    },
  ];
}
