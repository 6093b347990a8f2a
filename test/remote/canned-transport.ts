import type { HttpRequest, HttpResponse, Remote, Transport } from '../../src/model/ports.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';

export const key = 'sk-0123456789abcdef0123456789abcdef';

/** A transport that gives the same answer to everything. A body that is no text is sent as JSON. */
export function canned(body: unknown, status = 200, headers: HttpResponse['headers'] = {}): Transport {
  return async () => ({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

/** A transport that keeps what it was asked to send. */
export function recording(answer: Transport): { transport: Transport; requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const transport: Transport = (request) => {
    requests.push(request);
    return answer(request);
  };
  return { transport, requests };
}

export function remoteOver(transport: Transport, options: { key?: string; workspace?: string } = {}): Remote {
  return createDashscopeRemote({
    endpoint: 'emulator',
    url: 'http://emulator.invalid/api/v1',
    key: options.key ?? key,
    workspace: options.workspace ?? null,
    version: '1.2.3',
    transport,
  });
}
