import { onTestFinished } from 'vitest';
import { serveHttp } from '../http/loopback.js';

export interface ServerAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server in the vendor's place that gives everybody the same answer, made of the key it was sent. */
export async function answeringWith(answer: (key: string) => ServerAnswer): Promise<{ base_url: string }> {
  const server = await serveHttp((request, response) => {
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const { status, headers = {}, body } = answer(key);
    request.resume().on('end', () => response.writeHead(status, { ...headers }).end(body));
  });
  onTestFinished(() => server.close());
  return { base_url: `http://127.0.0.1:${server.port}/api/v1` };
}
