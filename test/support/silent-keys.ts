/** The paths of the properties of a JSON Schema, at any depth, that say nothing of themselves. */
export function silentKeys(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties =
    'properties' in schema ? Object.entries(schema.properties as Record<string, object>) : [];
  const silent = properties
    .filter(([, property]) => !('description' in property))
    .map(([name]) => `${path}/${name}`);
  return [
    ...silent,
    ...Object.entries(schema).flatMap(([key, value]) => silentKeys(value, `${path}/${key}`)),
  ];
}
