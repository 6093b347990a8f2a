import { VocabError } from '../model/errors.js';
import { isLoopback } from '../model/loopback.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const plainVariables: readonly string[] = ['HTTP_PROXY', 'http_proxy'];
/** Many images set one proxy for everything, and only the plain variable. */
const secureVariables: readonly string[] = ['HTTPS_PROXY', 'https_proxy', ...plainVariables];

/**
 * The proxy that a request to `url` goes through, or null for none. Loopback is never proxied. Throws `usage` when the
 * variable cannot be used; what is in it is not shown, it may have a password.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  const names = url.protocol === 'https:' ? secureVariables : plainVariables;
  const name = names.find((candidate) => env[candidate]?.trim());
  if (name === undefined || isLoopback(url.hostname) || isExempt(url, env)) return null;
  return parseProxy(name, env[name]?.trim() ?? '');
}

/** For people: without user name and password. */
export function proxyName(proxy: URL): string {
  return `${proxy.protocol}//${proxy.host}`;
}

function isExempt(url: URL, env: Environment): boolean {
  const list = env['NO_PROXY'] || env['no_proxy'] || '';
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => entry === '*' || covers(entry, url.hostname, port));
}

/** `host`, `.host` and `*.host` each mean the host and what is below it; `host:port` only that port; an address itself. */
function covers(entry: string, hostname: string, port: string): boolean {
  if (hostname === `[${entry}]`) return true;
  const parts = /^(?:\*?\.)?(\[.+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase());
  const [, host, onlyPort = port] = parts ?? [];
  if (host === undefined || onlyPort !== port) return false;
  return hostname === host || (!isAddress(hostname) && hostname.endsWith(`.${host}`));
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname);
}

function parseProxy(name: string, value: string): URL {
  const proxy = readProxy(value.includes('://') ? value : `http://${value}`);
  if (proxy !== null) return proxy;
  throw new VocabError('usage', `${name} is not the URL of an http or https proxy`, {
    hint: `set ${name} to a URL such as http://proxy.example:3128, with user name and password percent-encoded, or name the host in NO_PROXY`,
  });
}

function readProxy(text: string): URL | null {
  try {
    const proxy = new URL(text);
    decodeURIComponent(proxy.username + proxy.password); // throws here rather than in the middle of a request
    return /^https?:$/.test(proxy.protocol) ? proxy : null;
  } catch {
    return null;
  }
}
