/** 97.5 % points for few degrees of freedom. Source: R 4.2.2, qt(0.975, 1:30). */
const table = [
  12.706204736432095, 4.302652729911275, 3.182446305284263, 2.7764451051977987, 2.5705818356363146, 2.446911851144969, 2.3646242515927844,
  2.306004135204166, 2.2621571628540993, 2.2281388519649385, 2.200985160082949, 2.1788128296634177, 2.1603686564610127, 2.1447866879169273,
  2.131449545559323, 2.1199052992210112, 2.1098155778331806, 2.10092204024096, 2.093024054408263, 2.0859634472658364, 2.0796138447276626,
  2.0738730679040147, 2.0686576104190406, 2.0638985616280205, 2.059538552753294, 2.055529438642871, 2.0518305164802833, 2.048407141795244,
  2.045229642132703, 2.0422724563012373,
];
const z = 1.959963984540054;

/**
 * 97.5 % point of Student's t. Above 30 degrees of freedom by Cornish–Fisher expansion (error below 1e-6).
 * Source: Abramowitz and Stegun 26.7.5. Throws RangeError for df < 1.
 * @example tQuantile975(10) // 2.2281388519649385
 */
export function tQuantile975(df: number): number {
  if (!(df >= 1)) throw new RangeError('degrees of freedom must be at least 1');
  const exact = table[df - 1];
  if (exact !== undefined) return exact;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}
