import { UserError } from '../base/errors.ts';
import { recommendedStandard } from './built-in.ts';
import type { Layer } from './layer.ts';
import type { Problem } from './problem.ts';
import { builtInStandard, findReferenced, sourceOf } from './references.ts';
import type { StandardSources, StandardText } from './references.ts';

const maximumDepth = 10;
/** A few files that each extend the next twice would otherwise be thousands of layers. */
const maximumLayers = 100;

export interface LayerCollection {
  readonly sources: StandardSources;
  readonly readLayer: (source: string, text: string) => Layer | undefined;
  /** What is wrong is added here. */
  readonly problems: Problem[];
}

/**
 * The layers of a standard and all that it extends; a later one overrides an earlier one. The first is always the recommended one:
 * at the bottom once, and not below every file, where it would override what the files before said.
 */
export async function collectLayers(start: StandardText, collection: LayerCollection): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  await addLayers(builtInStandard(recommendedStandard), [], layers, collection);
  if (sourceOf(start) !== recommendedStandard) await addLayers(start, [], layers, collection);
  return layers;
}

async function addLayers(file: StandardText, chain: readonly string[], layers: Layer[], collection: LayerCollection): Promise<void> {
  const source = sourceOf(file);
  const layer = collection.readLayer(source, file.text);
  if (!layer) return;
  for (const { reference, index } of references(layer)) {
    const place = layer.placeOfValue(index === undefined ? ['extends'] : ['extends', index]);
    try {
      const found = await findReferenced(file, reference, collection.sources);
      refuseEndless(sourceOf(found), [...chain, source], layers);
      await addLayers(found, [...chain, source], layers, collection);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      collection.problems.push({ ...place, message: `${error.message} ${error.hint}` });
    }
  }
  layers.push(layer);
}

function references({ settings }: Layer): { reference: string; index?: number }[] {
  if (Array.isArray(settings.extends)) return settings.extends.map((reference, index) => ({ reference, index }));
  return settings.extends === undefined ? [] : [{ reference: settings.extends }];
}

function refuseEndless(found: string, chain: readonly string[], layers: readonly Layer[]): void {
  if (chain.includes(found))
    throw new UserError(`Standards extend each other in a circle: ${[...chain, found].join(' → ')}.`, 'Take one of them out.');
  if (chain.length >= maximumDepth || layers.length >= maximumLayers)
    throw new UserError(`Standards extend each other too far (at most ${maximumDepth} deep and ${maximumLayers} in all).`, 'Flatten them.');
}
