/** Messages that wait until somebody reads them. */
export interface Mailbox {
  readonly put: (message: string) => void;
  /** No more will come: readers end once they have read what there is. */
  readonly end: () => void;
  /** Readers are told once they have read what there is. */
  readonly fail: (reason: unknown) => void;
  readonly isClosed: () => boolean;
  readonly messages: AsyncIterable<string>;
}

export function mailbox(): Mailbox {
  const waiting: string[] = [];
  let ending: { readonly reason: unknown; readonly failed: boolean } | null = null;
  let wake: (() => void) | null = null;

  function close(failed: boolean, reason?: unknown): void {
    ending ??= { failed, reason };
    wake?.();
  }

  function more(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  async function* read(): AsyncGenerator<string> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (ending?.failed) throw ending.reason;
      else if (ending !== null) return;
      else await more();
    }
  }

  return {
    put(message) {
      if (ending !== null) return;
      waiting.push(message);
      wake?.();
    },
    end: () => close(false),
    fail: (reason) => close(true, reason),
    isClosed: () => ending !== null,
    messages: { [Symbol.asyncIterator]: read },
  };
}
