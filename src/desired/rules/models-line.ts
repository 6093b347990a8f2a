/** The line that adds a model to the catalogue, to be pasted as it is. @param fields as in YAML: `family: fun-asr` */
export function modelsLine(name: string, fields: string): string {
  const key = /^\w[\w.-]*$/.test(name) ? name : JSON.stringify(name);
  return `\`models: { ${key}: { ${fields} } }\``;
}
