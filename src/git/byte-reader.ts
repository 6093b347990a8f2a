/** Takes a stream apart. Null: it ended, or broke off, before that. */
export interface ByteReader {
  /** Up to the next line break, without it. */
  line(): Promise<string | null>;
  bytes(length: number): Promise<Buffer | null>;
}

const lineBreak = 0x0a;

export function readBytes(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function bytes(length: number): Promise<Buffer | null> {
    const parts = [rest];
    let total = rest.length;
    while (total < length) {
      const chunk = await nextOf(chunks);
      if (chunk === null) return null;
      parts.push(chunk);
      total += chunk.length;
    }
    const whole = Buffer.concat(parts, total);
    rest = whole.subarray(length);
    return whole.subarray(0, length);
  }

  async function line(): Promise<string | null> {
    for (let end = rest.indexOf(lineBreak); ; end = rest.indexOf(lineBreak)) {
      if (end !== -1) return (await bytes(end + 1))?.toString('utf8', 0, end) ?? null;
      const chunk = await nextOf(chunks);
      if (chunk === null) return null;
      rest = Buffer.concat([rest, chunk]);
    }
  }

  return { line, bytes };
}

/** Why a stream broke off is known to whoever writes it. */
async function nextOf(chunks: AsyncIterator<Buffer>): Promise<Buffer | null> {
  try {
    const next: IteratorResult<Buffer, unknown> = await chunks.next();
    return next.done === true ? null : next.value;
  } catch {
    return null;
  }
}
