/** The form in which two spellings of one text are the same (NFC): an é of two characters is the é of one. */
export function composed(text: string): string {
  return text.normalize('NFC');
}
