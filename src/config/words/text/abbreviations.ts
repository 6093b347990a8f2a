/** Those whose dot belongs to them, in lower case. Any other short word before a dot may as well end a line. */
const known = new Set(
  (
    'inc co ltd corp cos bros llc pvt pty plc mfg intl assn dept univ inst lab gov ' +
    'dr mr mrs ms mx prof rev hon gen col maj capt lt sgt sen rep gov pres st jr sr esq ph ' +
    'vs etc al approx est no nos vol ed eds fig figs ch sec pp cf ca viz ' +
    'ave blvd rd ln sq mt ft hwy apt bldg jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'hr fr nr str abs bzw ggf usw tel kg ges gmbh geb ' +
    'mme mlle cie sté éd sra srta sres cía dra núm avda tel o.o ' +
    'г ул д т стр рис им обл тыс млн'
  ).split(' '),
);

const lastWord = /(?:^|[\s(/&])([^\s(/&]+)\.$/u;
/** U.S., e.g., J. */
const initials = /^(?:\p{L}{1,2}\.)*\p{L}$/u;
const withoutCase = /\p{Lo}/u;

/** Says whether a text ends in an abbreviation, whose dot is no full stop. */
export function endsInAbbreviation(text: string): boolean {
  const word = lastWord.exec(text)?.[1];
  if (word === undefined || withoutCase.test(word)) return false;
  return known.has(word.toLowerCase()) || initials.test(word);
}
