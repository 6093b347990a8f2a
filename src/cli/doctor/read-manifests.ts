import { dirname, join } from 'node:path';
import { loadClips } from '../../config/clips/load-clips.js';
import type { ManifestFact } from '../../doctor/facts.js';
import type { Config } from '../../model/config.js';
import type { Context } from '../context.js';

/** Reads the manifests of the evaluations, and none of the recordings. */
export async function readManifests(config: Config, { cwd }: Context): Promise<ManifestFact[]> {
  return Promise.all(
    config.evaluations.map(async ({ name, clips: { value, location } }) => {
      const file = join(dirname(config.file), value);
      const { clips, diagnostics } = await loadClips({ file, cwd, location });
      return { evaluation: name, file, clips: clips.length, diagnostics };
    }),
  );
}
