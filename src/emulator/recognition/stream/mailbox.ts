/** Messages that wait until somebody reads them. */
export interface Mailbox {
  put(message: string): void;
  /** No more will come: readers end once they have read what there is. */
  end(): void;
  /** Readers are told once they have read what there is. */
  fail(reason: unknown): void;
  isClosed(): boolean;
  readonly messages: AsyncIterable<string>;
}

export function mailbox(): Mailbox {
  const waiting: string[] = [];
  let ending: { readonly reason: unknown; readonly failed: boolean } | null = null;
  let wake = (): void => {};

  function close(failed: boolean, reason?: unknown): void {
    ending ??= { failed, reason };
    wake();
  }

  async function* read(): AsyncGenerator<string> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (ending?.failed) throw ending.reason;
      else if (ending !== null) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    put(message) {
      if (ending !== null) return;
      waiting.push(message);
      wake();
    },
    end: () => close(false),
    fail: (reason) => close(true, reason),
    isClosed: () => ending !== null,
    messages: { [Symbol.asyncIterator]: read },
  };
}
