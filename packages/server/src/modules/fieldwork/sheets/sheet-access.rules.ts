/** Who looks at the sheets of a session. */
interface Onlooker {
  readonly isRater: boolean;
  /** of a rater: the own sheet is final */
  readonly hasRated: boolean;
  /** holds `fieldwork.write` */
  readonly mayWrite: boolean;
}

/**
 * Blind rating: a rater sees the sheets of others once the own one is submitted, whatever else they may; somebody who does not rate sees them with
 * `fieldwork.write`. Only submitted sheets are ever seen by others.
 * @example seesOthers({ isRater: true, hasRated: false, mayWrite: true }) // false
 */
export const seesOthers = ({ isRater, hasRated, mayWrite }: Onlooker): boolean => (isRater ? hasRated : mayWrite);
