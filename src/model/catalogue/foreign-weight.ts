/**
 * Says where a weight that no model of this vendor takes probably comes from; null when nothing is known. Sources: the
 * pages of FunASR (1 to 100), of Tencent Cloud (1 to 11, and 100), and of the same vendor's older speech services,
 * Intelligent Speech Interaction and Tingwu (-6 to 5).
 */
export function foreignScale(weight: number): string | null {
  if (weight >= -6 && weight <= 0) return "the scale of -6 to 5 of the vendor's older speech services";
  if (weight >= 6 && weight <= 11) return 'the scale of 1 to 10 that other services use';
  if (weight > 11 && weight <= 100) return 'the scale of 1 to 100 that FunASR uses';
  return weight > 100 ? 'a count or a frequency' : null;
}
