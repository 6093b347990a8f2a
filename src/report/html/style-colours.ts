/** Every colour there is, by what it is for; each pair that meets as text and ground has a contrast of 4.5 or more. */
export const colours = `
:root { color-scheme: light dark;
  --page: #fbfbf9; --card: #fff; --hover: #f4f4f0; --line: #e5e5df; --edge: #8b8f96; --ink: #1d2126; --soft: #5a616b;
  --accent: #2556c8; --unmanaged: #8b94a3; --free: #e9e9e3; --needed: #a9c1f5; --freed: #e9a3a9;
  --added: #11652c; --added-back: #e3f5e8; --changed: #7a4b00; --changed-back: #fdf2d8; --removed: #a5192c; --removed-back: #fdecec;
  --added-row: #f4fbf6; --added-mark: #c9efd3; --changed-row: #fefaef; --changed-mark: #fae5b0; --removed-row: #fef6f6; --removed-mark: #fbd5d6; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14161a; --card: #1a1d22; --hover: #22262c; --line: #2d3239; --edge: #6d7580; --ink: #e9e9e6; --soft: #a4abb5;
  --accent: #8fb2ff; --unmanaged: #6f7885; --free: #2a2f36; --needed: #3c5590; --freed: #7d3e47;
  --added: #83dfa3; --added-back: #15321f; --changed: #f0c768; --changed-back: #362b12; --removed: #ffa3aa; --removed-back: #3b1b20;
  --added-row: #17231c; --added-mark: #1d4a2c; --changed-row: #24221b; --changed-mark: #4d3d16; --removed-row: #261c20; --removed-mark: #5c242c; } }
`;
