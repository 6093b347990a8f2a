/** Where the JSON Schema of a file or a document is published, for editors that read a modeline. */
export function schemaUrl(name: string): string {
  return `https://raw.githubusercontent.com/vocabsync/vocabsync/main/schemas/${name}.schema.json`;
}
