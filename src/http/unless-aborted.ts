/** The outcome of what is awaited, or the signal's reason as soon as it is aborted; what goes on is left to itself. */
export function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return awaited;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
