import { messageOf } from '../model/text/message-of.js';
import { quotable } from '../model/text/printable.js';

/** Where several addresses were tried, the first one's reason stands for all; the sum has no message. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return quotable(messageOf(error));
}
