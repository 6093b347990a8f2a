import { dirname, join, resolve } from 'node:path';
import { loadClips } from '../../config/clips/load-clips.js';
import type { ManifestFact } from '../../doctor/facts.js';
import type { Config } from '../../model/config.js';

/** Reads the manifests of the evaluations, and none of the recordings. */
export async function readManifests(config: Config): Promise<ManifestFact[]> {
  return Promise.all(
    config.evaluations.map(async ({ name, clips: { value, location } }) => {
      const file = join(dirname(config.file), value);
      const path = resolve(config.directory, value);
      const { clips, diagnostics } = await loadClips({ file, path, location });
      return { evaluation: name, file, clips: clips.length, diagnostics };
    }),
  );
}
