import type { IncomingMessage } from 'node:http';
import type { HttpResponse } from '../model/ports.js';

/** The whole text of an answer, however long. @throws Error when it is longer than `longest` bytes, or breaks off */
export function readText(incoming: IncomingMessage, longest: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > longest) reject(new Error(`the answer is longer than ${longest} bytes`));
      else chunks.push(chunk);
    });
    incoming.on('error', reject);
    incoming.on('end', () => resolve(decode(Buffer.concat(chunks))));
  });
}

/** The status and the headers, several of one name in one line. */
export function headOf({
  statusCode = 0,
  headers,
}: IncomingMessage): Pick<HttpResponse, 'status' | 'headers'> {
  const lines = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(', '),
  ]);
  return { status: statusCode, headers: Object.fromEntries(lines) };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
