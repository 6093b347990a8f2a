/** How a share is written. */
export const sharePattern = /^(?:100|\d{1,2}(?:\.\d+)?)%$/;

/** Reads a share such as `90%` as 0 to 1; null for what is none. */
export function parseShare(text: string): number | null {
  return sharePattern.test(text) ? Number(text.slice(0, -1)) / 100 : null;
}

/**
 * The share that whoever wrote a bare number has in mind, `90%` of 0.9 as of 90; null for what is none, for 1, which is
 * all or next to nothing, and for what hundredths of a percent cannot tell from nothing or all.
 */
export function shareMeant(text: string): string | null {
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const share = number < 1 ? Math.round(number * 10_000) / 100 : number;
  const isLost = number > 0 && number <= 1 && (share === 0 || share === 100 || number === 1);
  return share <= 100 && !isLost ? `${share}%` : null;
}

/** Writes a share, 0 to 1, in whole percents: `67%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Writes a share, 0 to 1, to the hundred-thousandth, as somebody may have set it: `0.4%`. */
export function exactPercent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}

/** Writes a share that is greater than a limit, so that it looks so too: `1%` beyond 0.4%, and `0.75%` beyond 0.6%. */
export function percentBeyond(share: number, limit: number): string {
  return Math.round(share * 100) / 100 > limit ? percent(share) : exactPercent(share);
}
