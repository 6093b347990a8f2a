/* As GitHub's own toolkit escapes what goes into a workflow command. */

/** What would end the message. */
export function escapeData(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

/** What would end the value, or begin the message. */
export function escapeProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}
