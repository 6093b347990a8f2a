/** As large as the vendor takes files, and as long as people wait. */
const most = { bytes: 512 * 1024 * 1024, ms: 30_000 };

/** Fetches an audio as the vendor does: whoever can be reached without a key. Its bytes are hashed and forgotten. */
export async function fetchAudio(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(url)) throw new Error('only http and https URLs are fetched');
  const limit = AbortSignal.timeout(most.ms);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit }).catch(
    explain,
  );
  if (!response.ok) throw new Error(`the server of the audio answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > most.bytes) throw new Error(`the audio is larger than ${most.bytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The reason of a failed fetch is in its cause; its message never says more than that it failed. */
function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const why = cause instanceof Error ? cause.message : 'the network failed';
  throw new Error(`the audio could not be fetched: ${why}`, { cause: error });
}
