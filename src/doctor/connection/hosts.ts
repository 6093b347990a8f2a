import type { Region } from '../../model/catalogue/target-models.js';

/* Source: the vendor's pages on endpoints; a workspace's own host names the place where it is. */
const regionsOfHosts: readonly (readonly [RegExp, Region])[] = [
  [/^dashscope-intl\.aliyuncs\.com$/, 'singapore'],
  [/^dashscope\.aliyuncs\.com$/, 'beijing'],
  [/\.ap-southeast-1\.maas\.aliyuncs\.com$/, 'singapore'],
  [/\.cn-beijing\.maas\.aliyuncs\.com$/, 'beijing'],
];

/** The region that a host of the vendor is in; null for any other host. */
export function regionOfHost(url: string): Region | null {
  const host = hostOf(url);
  return regionsOfHosts.find(([form]) => form.test(host))?.[1] ?? null;
}

/** Whether a host is the one of a single workspace. */
export function isWorkspaceHost(url: string): boolean {
  return hostOf(url).endsWith('.maas.aliyuncs.com');
}

/** The host with its port, in lower case; a word like `emulator` is its own. */
export function hostOf(url: string): string {
  return (/^[a-z]+:\/\/([^/]+)/i.exec(url)?.[1] ?? url).toLowerCase();
}

export function otherRegion(region: Region): Region {
  return region === 'singapore' ? 'beijing' : 'singapore';
}
