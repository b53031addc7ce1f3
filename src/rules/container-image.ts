/** Says how the name of a container image leaves open what is run; undefined where it names a version or a digest, or is computed. */
export function looseImage(image: string): string | undefined {
  if (image === '' || image === 'scratch' || /\$|__|\{\{|@sha256:/.test(image)) return undefined;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  if (tag === undefined) return 'has no tag, so that it is whatever was last published as `latest`';
  return moving.has(tag.toLowerCase()) ? `has the tag \`${tag}\`, which is moved with every release` : undefined;
}

const moving = new Set(['latest', 'stable', 'edge', 'nightly', 'main', 'master', 'dev', 'develop', 'canary', 'rolling', 'current', 'lts']);
