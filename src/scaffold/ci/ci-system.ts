/** Whose workflows there are. */
export type CiSystem = 'github' | 'gitlab' | 'none';
export const ciSystems: readonly CiSystem[] = ['github', 'gitlab', 'none'];
