import { hundredths, shareOfFee } from './share-of-fee.ts';

/** What an attainment below a limit gives back, in per cent of the fee. */
export interface CreditBand {
  /** attainment, 0..1 */
  readonly below: number;
  readonly percent: number;
}

/** What the attainment of a period gives back; `band` is null when the promise was kept. */
export interface BandedCredit {
  readonly kind: 'credit';
  readonly attainment: number;
  readonly band: CreditBand | null;
  readonly percent: number;
  /** in the unit of the fee, half a unit rounded up */
  readonly amount: number;
}

/**
 * Credit for the attainment of a period such as an availability, by bands: the dearest band that it falls below counts, alone. The
 * dearest band of all is the cap. An attainment equal to a limit is not below it.
 * @throws RangeError for an attainment outside 0..1, a fee that is no whole number, or per cent outside 0..100
 * @example bandedCredit(0.995, { fee: 100_000, bands: [{ below: 0.999, percent: 10 }, { below: 0.99, percent: 25 }] }) // { percent: 10, amount: 10000 }
 */
export function bandedCredit(
  attainment: number,
  { fee, bands }: { readonly fee: number; readonly bands: readonly CreditBand[] },
): BandedCredit {
  if (!(attainment >= 0 && attainment <= 1)) throw new RangeError('an attainment lies between 0 and 1');
  const undercut = bands.filter(({ below }) => attainment < below);
  const band = undercut.reduce<CreditBand | null>((dearest, next) => (next.percent > (dearest?.percent ?? -1) ? next : dearest), null);
  const percent = band?.percent ?? 0;
  return { kind: 'credit', attainment, band, percent, amount: shareOfFee(fee, hundredths(percent)) };
}
