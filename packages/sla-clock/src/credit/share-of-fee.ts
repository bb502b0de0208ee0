/**
 * Per cent as a whole number of hundredths, so that many of them add up without noise.
 * @throws RangeError outside 0..100, or for more than two decimals
 * @example hundredths(2.5) // 250
 */
export function hundredths(percent: number): number {
  const whole = Math.round(percent * 100);
  if (!(percent >= 0 && percent <= 100) || Math.abs(whole / 100 - percent) > 1e-9) {
    throw new RangeError('per cent lies between 0 and 100 and has at most two decimals');
  }
  return whole;
}

/**
 * A share of a fee in the smallest unit of its currency; half a unit is rounded up.
 * @throws RangeError for a fee that is negative, no whole number, or beyond exact arithmetic
 * @example shareOfFee(99_999, 250) // 2500
 */
export function shareOfFee(fee: number, inHundredths: number): number {
  if (!(Number.isSafeInteger(fee) && fee >= 0 && Number.isSafeInteger(fee * inHundredths))) {
    throw new RangeError('a fee is a whole number of the smallest unit of its currency');
  }
  return Math.round((fee * inHundredths) / 10_000);
}
