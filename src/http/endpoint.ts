import type { Region } from '../model/catalogue/target-models.js';
import { VocabError } from '../model/errors.js';
import { isLoopback } from '../model/loopback.js';
import { quotable } from '../model/text/printable.js';

/** Where the vendor's API is served. */
export interface Endpoint {
  /** The base URL, without a trailing slash. */
  readonly url: string;
  /** The host, with the port where it is not the scheme's own. */
  readonly host: string;
}

export interface EndpointChoice {
  readonly region: Region;
  /** From a YAML file, which may have been written by anybody who can open a pull request. */
  readonly configured: string | null;
  /** From a flag or the environment, which only the user of the key can set. */
  readonly override: string | null;
}

const regionUrls: Readonly<Record<Region, string>> = {
  singapore: 'https://dashscope-intl.aliyuncs.com/api/v1',
  beijing: 'https://dashscope.aliyuncs.com/api/v1',
};

const regionHosts: readonly string[] = Object.values(regionUrls).map((url) => new URL(url).hostname);

/** `{WorkspaceId}.{region}.maas.aliyuncs.com`. */
const workspaceHost = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.[a-z]{2}-[a-z]+(?:-\d+)?\.maas\.aliyuncs\.com$/;

/**
 * The endpoint that is used: `override`, else `configured`, else the region's. Throws `endpoint-untrusted` when a YAML
 * file names a host that is not the vendor's, because the key would be sent there; `usage` for an override that cannot
 * be used.
 */
export function resolveEndpoint({ region, configured, override }: EndpointChoice): Endpoint {
  if (override !== null) return overriddenEndpoint(override);
  if (configured !== null) return configuredEndpoint(configured);
  return endpointAt(new URL(regionUrls[region]));
}

function configuredEndpoint(text: string): Endpoint {
  const url = parseUrl(text);
  const objection = url === null ? 'is not a URL' : (formObjection(url) ?? hostObjection(url));
  if (url !== null && objection === null) return endpointAt(url);
  throw new VocabError('endpoint-untrusted', `the endpoint ${shown(text, url)} ${objection}`, {
    hint: 'a configuration file may only name an https URL of a vendor host, since the API key is sent there; take it out, and give any other with --endpoint or VOCABSYNC_ENDPOINT',
  });
}

function overriddenEndpoint(text: string): Endpoint {
  const url = parseUrl(text);
  const objection = url === null ? 'is not a URL' : (formObjection(url) ?? schemeObjection(url));
  if (url !== null && objection === null) return endpointAt(url);
  throw new VocabError('usage', `the endpoint ${shown(text, url)} ${objection}`, {
    hint: 'give an https URL such as https://dashscope.aliyuncs.com/api/v1, a loopback URL such as http://127.0.0.1:8080, or the word emulator',
  });
}

function formObjection(url: URL): string | null {
  if (url.username !== '' || url.password !== '') return 'has a user name or password in it';
  if (url.search !== '' || url.hash !== '') return 'has a query or fragment';
  return null;
}

function hostObjection(url: URL): string | null {
  if (url.protocol !== 'https:') return 'does not start with https:';
  if (url.port !== '') return 'has a port';
  const known = regionHosts.includes(url.hostname) || workspaceHost.test(url.hostname);
  return known ? null : 'is not on a vendor host';
}

function schemeObjection(url: URL): string | null {
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'is neither http nor https';
  return isLoopback(url.hostname) ? null : 'would have the API key sent in clear text';
}

function endpointAt(url: URL): Endpoint {
  const path = url.pathname.replace(/\/+$/, '') || '/api/v1';
  return { url: `${url.origin}${path}`, host: url.host };
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Never with user information: it may be a password. */
function shown(text: string, url: URL | null): string {
  if (url !== null && url.host !== '') return `${url.protocol}//${url.host}${quotable(url.pathname)}`;
  return text.includes('@') ? '(not shown, it has an @)' : JSON.stringify(quotable(text));
}
