import { isCollection, type ScalarNode } from '../../../code/document-node.ts';
import { relaxedName, settingsOf } from '../../document-settings.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const waits =
  /(?:^|\.)(?:connect|connection|read|write|response|request|socket|call|idle|query|statement|acquire|lock|default|transaction|command|validation|execution|poll|session|keepalive|receive|send|http)*timeout(?:inmilliseconds|inms|ms|millis|seconds|duration)?$/;
/** What an application has without being told of it. */
const always = /^(?:server|spring\.datasource|spring(?=\.(?:transaction|mvc|lifecycle)))\./;
const tries =
  /(?:^|\.)(?:retry|retries|backoff)\.(?:[\w-]{1,40}\.){0,4}(?:maxattempts|max|limit|maxretries)$|(?:^|\.)(?:maxattempts|maxretries|retrylimit)$/;

/** Time limits and limits of tries in the configuration of an application. */
export const timeLimits: DeclaredKind = {
  mayDeclare: ({ path }) =>
    /(?:^|\/)(?:application|bootstrap|config|settings|default|production)[\w.-]{0,60}\.(?:ya?ml|properties|json)$/.test(path) &&
    !/(?:dev|local|test|sample|example)/.test(path),
  find: (file) =>
    (file.document?.roots ?? []).some(isCollection) ? [...settingsOf(file)].flatMap(([name, node]) => limitOf(name, node)) : [],
  // Where all of its neighbours are gone, too, what it was for is gone.
  isStillThere: ({ key }, head) => {
    const parent = always.exec(key)?.[0] ?? key.slice(0, key.lastIndexOf('.') + 1);
    return parent !== '' && [...settingsOf(head).keys()].some((name) => relaxedName(name).startsWith(parent));
  },
};

function limitOf(name: string, node: ScalarNode): readonly DeclaredSafeguard[] {
  const key = relaxedName(name);
  const isTime = waits.test(key);
  if (!isTime && !tries.test(key)) return [];
  const what = isTime ? 'the time limit' : 'the limit on tries';
  const value = String(node.value).trim();
  const level = /^(?:-1|0(?:s|ms)?|none|infinite|null|)$/i.test(value) ? 0 : 1;
  return [{ family: what, key, what: `${what} \`${name}\``, level, category: 'dos', severity: 'note', ...told(node) }];
}
