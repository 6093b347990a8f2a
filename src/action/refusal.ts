/** readonly: the token may not do this · unclear: it may have been done all the same · failed: it was not done. */
export type RefusalKind = 'readonly' | 'unclear' | 'failed';

/** What a failed request to GitHub means. @throws whatever is no failure of a request */
export function refusalKind(error: unknown): RefusalKind {
  const status = statusOf(error);
  if (status === null) throw error;
  if (status >= 500) return 'unclear';
  // A secondary rate limit is a 403 too, and passes.
  if ([401, 403, 404].includes(status) && !isRateLimit(error)) return 'readonly';
  return 'failed';
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('status' in error && typeof error.status === 'number') return error.status;
  // What GraphQL answers with 200 and a list of errors.
  return error.name === 'GraphqlResponseError' ? 403 : null;
}

function isRateLimit(error: unknown): boolean {
  const { response } = error as { readonly response?: { readonly headers?: Record<string, unknown> } };
  const headers = response?.headers ?? {};
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
}
