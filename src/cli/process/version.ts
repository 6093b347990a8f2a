// Put in by the build from package.json; absent when the sources run as they are.
declare const VOCABSYNC_VERSION: string | undefined;

export const version = typeof VOCABSYNC_VERSION === 'undefined' ? '0.0.0-source' : VOCABSYNC_VERSION;
