const ours = '.vocabsync/';
const why = '# vocabsync keeps backups and the account of its emulator there.';

/** Whether a line is about our folder: ignored, or not ignored on purpose. */
function isOurs(line: string): boolean {
  return /^!?(?:\*\*\/|\/)?\.vocabsync(?:\/\**)?$/.test(line.trim());
}

/** The lines of a `.gitignore`, with ours after them; as they are where they speak of our folder already. */
export function ignoreText(present: string): string {
  const lines = present.split(/\r?\n/);
  if (lines.some(isOurs)) return present;
  const end = present.includes('\r\n') ? '\r\n' : '\n';
  const open = present === '' || present.endsWith('\n') ? '' : end;
  const gap = lines.some((line) => line.trim() !== '') ? end : '';
  return `${present}${open}${gap}${why}${end}${ours}${end}`;
}
