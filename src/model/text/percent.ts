/** Writes a share, 0 to 1, in whole percents: `67%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
