import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server on which is written down what the client says. */
export interface RecordingProxy {
  /** Host and port. */
  readonly address: string;
  /** What was said on each connection, in the order in which they were opened. */
  readonly said: () => readonly Buffer[];
}

export async function recordingProxy(url: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(url);
  const said: Buffer[][] = [];
  const server = createServer((client) => {
    const heard: Buffer[] = [];
    said.push(heard);
    const upstream = connect(Number(port), hostname);
    client.on('data', (chunk) => heard.push(chunk));
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port: own } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${own}`, said: () => said.map((heard) => Buffer.concat(heard)) };
}

/** Says to a server, byte by byte, what a client once said. @returns all that it answered until it was enough */
export async function replay(
  url: string,
  said: Buffer,
  isEnough: (answered: string) => boolean,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(said);
  let answered = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    answered = Buffer.concat([answered, chunk]);
    if (isEnough(answered.toString('utf8'))) break;
  }
  socket.destroy();
  return answered.toString('utf8');
}
