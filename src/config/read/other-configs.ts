import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { AccountConfig } from '../../model/config.js';
import { accountSchema } from '../schema/account-schema.js';
import { once } from '../schema/fields.js';
import { structureOf } from '../schema/structure.js';
import { parseMapping } from '../text/parse-yaml.js';
import { createSource } from '../text/source.js';
import { child, type Tree } from '../text/tree.js';
import { listFolder } from './list-folder.js';

/** Another configuration of the same work tree, as far as it tells which account it is for. */
export interface OtherConfig {
  /** As the user would type it. */
  readonly file: string;
  readonly account: Pick<AccountConfig, 'name' | 'region' | 'workspace' | 'api_key_env'> & {
    readonly endpoint: string | null;
  };
  /** The files that it has written for programs: absolute. */
  readonly outputs: readonly string[];
}

/** How a configuration may be called beside the name that the one at hand has. */
const usualName = /^(?:.*[.-])?vocab(?:[.-].*)?\.config\.ya?ml$/;
/** Looking around is a courtesy, and must not take long in a work tree of any size. */
const mostFolders = 2000;
const largestConfig = 1024 * 1024;

/**
 * Finds the other configurations of a work tree. One that cannot be read is passed over: nobody asked for it.
 * @param own the absolute path of the configuration at hand
 */
export async function findOtherConfigs(root: string, own: string, cwd: string): Promise<OtherConfig[]> {
  const found: OtherConfig[] = [];
  for (const path of configsIn(root, basename(own)).filter((one) => join(root, one) !== own)) {
    const read = await readOther(join(root, path));
    if (read !== null) found.push({ file: relative(cwd, join(root, path)).split(sep).join('/'), ...read });
  }
  return found;
}

/** Paths from the root, in the order of their folders. */
function configsIn(root: string, name: string): string[] {
  const found: string[] = [];
  const open = [''];
  for (let visited = 0; visited < mostFolders; visited++) {
    const folder = open.shift();
    if (folder === undefined) break;
    for (const item of listFolder(join(root, folder))) {
      const path = posix.join(folder, item.name);
      if (item.isDirectory && !item.name.startsWith('.') && item.name !== 'node_modules') open.push(path);
      if (!item.isDirectory && (item.name === name || usualName.test(item.name))) found.push(path);
    }
  }
  return found;
}

async function readOther(path: string): Promise<Omit<OtherConfig, 'file'> | null> {
  const text = readQuietly(path);
  if (text === null || text.length > largestConfig) return null;
  const quietly = { source: createSource(path, text), report: () => {} };
  const root = await parseMapping(quietly.source, quietly.report);
  const tree = child(root, 'account');
  const structure = tree?.kind === 'mapping' ? structureOf(tree, 'vocabularies', quietly) : null;
  const parsed = accountSchema.safeParse(structure, once);
  if (parsed.data === undefined) return null;
  const { name = null, region, workspace = null, api_key_env, endpoint = null } = parsed.data;
  const outputs = textsIn(child(root, 'outputs')).map((output) => resolve(dirname(path), output));
  return { account: { name, region, workspace, api_key_env, endpoint }, outputs };
}

/** The paths of a list of outputs. */
function textsIn(list: Tree | null): string[] {
  const items = list?.kind === 'list' ? list.items : [];
  return items.flatMap((item) => {
    const path = child(item, 'path');
    return path?.kind === 'scalar' ? path.text : [];
  });
}

function readQuietly(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
