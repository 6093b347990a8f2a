type Annotation = 'notice' | 'warning' | 'error';

/**
 * A line that makes the runner show the message at the run. The form is that of the runner's workflow commands: in a
 * message only the percent sign and line ends have a meaning.
 */
export function annotation(kind: Annotation, message: string): string {
  return `::${kind} title=vocabsync::${escapeData(message)}\n`;
}

/** Lines that make the runner show `***` for the secret; it masks line by line. */
export function maskCommands(secret: string): string {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => `::add-mask::${escapeData(line)}\n`).join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
