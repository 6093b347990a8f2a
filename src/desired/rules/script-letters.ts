/*
 * The letters of scripts, as ranges: every word of every list is asked, and `\p{Script=…}` takes several times as long.
 * Without the marks that scripts share, such as ー and ・.
 */

/** Ideographs, but not the radicals and signs that have no reading. Those beyond the first plane by their first half. */
export const hanLetter = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud88f]/;
export const kanaLetter = /[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff6f\uff71-\uff9d]/;
export const hangulLetter = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/;
export const cyrillicLetter = /[\u0400-\u052f]/;
