import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CronJob, configFiles, podOf } from './manifests.js';
import { project } from './read-example.js';

const generation = '..2026_11_22_10_00_00.1234567890';

/**
 * Lays the example's files out as the kubelet mounts a config map: in a folder of their own, to which `..data` is a link,
 * and links through that at the top. An update makes a new folder and moves the one link.
 */
export async function mountConfigMap(job: CronJob, directory: string): Promise<void> {
  const files = configFiles();
  const items = podOf(job).volumes.find(({ name }) => name === 'config')?.configMap?.items ?? [];
  for (const { key, path } of items) {
    const target = join(directory, generation, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await readFile(join(project, files[key]!)));
  }
  await symlink(generation, join(directory, '..data'));
  for (const top of new Set(items.map(({ path }) => path.split('/')[0]!))) {
    await symlink(join('..data', top), join(directory, top));
  }
}
