/**
 * Where streams are opened, by the base URL of requests: `https://host/api/v1` has them at `wss://host/api-ws/v1/inference`.
 * What stands before `/api/v1` is the way to a gateway, and stays; below any other path nothing is known of a place for
 * streams.
 */
export function streamUrl(base: string): string {
  const url = new URL(base);
  const gateway = /^(.*)\/api\/v1\/*$/.exec(url.pathname)?.[1] ?? '';
  const scheme = url.protocol === 'http:' ? 'ws' : 'wss';
  return `${scheme}://${url.host}${gateway}/api-ws/v1/inference`;
}
