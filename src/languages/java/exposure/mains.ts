import type { TreeReader } from '../../../change/change-set.ts';

const words = ['SpringBootApplication', 'SpringApplication', 'SpringBootServletInitializer', 'EnableAutoConfiguration'];

/** The first file below a folder's production code that starts Spring Boot. The tree is searched when first asked. */
export type FindMain = (folder: string) => Promise<string | undefined>;

export function mainsOf(tree: TreeReader): FindMain {
  let found: ReturnType<TreeReader['grep']> | undefined;
  return async (folder) => {
    found ??= tree.grep(words, ['.java', '.kt', '.groovy']);
    return [...(await found).keys()].find((path) => path.startsWith(folder) && `/${path}`.includes('/src/main/'));
  };
}
