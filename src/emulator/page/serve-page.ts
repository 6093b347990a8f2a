import type { Emulator } from '../emulator.js';
import { answer, type EmulatorReply } from '../reply.js';
import { contentSecurityPolicy, renderPage } from './page.js';

/**
 * The page, or a 304 for whoever names the version that it still has. Not counted as a request to the API, and not as
 * slow as one.
 */
export async function servePage(emulator: Emulator, known: string | undefined): Promise<EmulatorReply> {
  const { clock, switches, requests, requestCount, recognitions, recognitionCount } = emulator;
  const now = clock.now();
  const view = {
    lists: await emulator.account(),
    log: { requests, count: requestCount },
    heard: { recognitions, count: recognitionCount },
    now,
  };
  const { html, version } = renderPage(view, switches);
  const etag = `"${version}"`;
  const headers = {
    date: new Date(now).toUTCString(),
    etag,
    'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  if (known === etag) return answer({ status: 304, headers, body: '' });
  return answer({
    status: 200,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body: html,
  });
}
