/** What shall become of weights. keep: whatever they are · drop: all words get the default. */
export type WeightPolicy = 'map' | 'keep' | 'drop';
export const weightPolicies: readonly WeightPolicy[] = ['map', 'keep', 'drop'];

/** What becomes of them unless somebody says otherwise. */
export const usualWeights: WeightPolicy = 'map';
