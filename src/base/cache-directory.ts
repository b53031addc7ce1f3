import envPaths from 'env-paths';

/** The person's own folder for what Plumbline can make again, by the custom of the operating system. Absolute; it may not exist. */
export const cacheDirectory = envPaths('plumbline', { suffix: '' }).cache;
