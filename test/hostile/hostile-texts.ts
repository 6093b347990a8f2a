const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Texts with characters that nobody sees, or that a terminal acts on. No configuration may hold them as a hotword. */
export const hiddenTexts: readonly string[] = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b[2J\u001b[1;1H',
  `c0${range(0x01, 0x1f)}`,
  `c1${range(0x7f, 0x9f)}`,
  'nul\u0000',
  'carriage\rreturn',
  'line\n::error::two',
  'line\u2028::error::two',
  'paragraph\u2029##[error]two',
  '\u202egpj.exe',
  `bidi${range(0x202a, 0x202e)}${range(0x2066, 0x2069)}\u061c\u200e\u200f`,
  `zero${range(0x200b, 0x200d)}\u2060\ufeff\u00ad\u180e`,
  `tags${range(0xe0020, 0xe007e)}`,
  'fillers\u3164\u115f\uffa0\u034f',
  'variation\ufe0f\u{e0100}',
  'shorthand\u{1bca0}\u{1d173}',
  'surrogate\ud800',
  '\u200b::error::behind nothing',
];

/** Texts that mean something to whatever prints, renders or parses them. All of them may be hotwords. */
export const spokenTexts: readonly string[] = [
  '::error::pwned',
  '::add-mask::a',
  '::stop-commands::x',
  '##[error]pwned',
  'a ##[group]b',
  '##vso[task.complete]',
  '##teamcity[buildStop]',
  '```',
  '~~~~ ````',
  '<script>x</script>',
  '<!-- vocabsync -->',
  '&lt;b&gt; <img>',
  'a|b',
  '$(touch pwned)',
  '`touch pwned`',
  '%0A::error::',
  '{{ template }}',
  '\\u{1B}[31m',
  'it\'s "quoted"',
  '__proto__',
  'constructor',
  'Plan: no changes',
  'Digest vs2:sha256:0',
  'error[blocked]: x',
  'done + create',
  '- deleted',
];

/** To the runner of CI, white space before it makes no difference. A hotword has none. */
export const indentedTexts: readonly string[] = [' ::error::a', '\t::error::a', '\u00a0\u3000::error::a'];

export const hostileTexts: readonly string[] = [...hiddenTexts, ...spokenTexts, ...indentedTexts];
