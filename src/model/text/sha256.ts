/** Computes the lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. Pure: equal texts have equal hashes. */
export function sha256(text: string): string {
  return hashOf(text, 'hex');
}

/** Computes the same in base64, as content security policies want it. */
export function sha256InBase64(text: string): string {
  return hashOf(text, 'base64');
}

// An import statement would load node:crypto, some 4 ms, also for the commands that hash nothing.
function hashOf(text: string, encoding: 'hex' | 'base64'): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest(encoding);
}
