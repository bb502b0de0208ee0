const square = (lower: readonly (readonly number[])[]): number[][] =>
  lower.map((_, i) => lower.map((_, j) => lower[Math.max(i, j)]![Math.min(i, j)]!));

/** Eight physical variables of 305 girls: Harman (1976), Modern Factor Analysis, 3rd ed., table 2.3; Harman23.cor in R. */
export const physicalVariables = square([
  [1],
  [0.846, 1],
  [0.805, 0.881, 1],
  [0.859, 0.826, 0.801, 1],
  [0.473, 0.376, 0.38, 0.436, 1],
  [0.398, 0.326, 0.319, 0.329, 0.762, 1],
  [0.301, 0.277, 0.237, 0.327, 0.73, 0.583, 1],
  [0.382, 0.415, 0.345, 0.365, 0.629, 0.577, 0.539, 1],
]);

const abilityCovariances = square([
  [24.641],
  [5.991, 6.7],
  [33.52, 18.137, 149.831],
  [6.023, 1.782, 19.424, 12.711],
  [20.755, 4.936, 31.43, 4.757, 52.604],
  [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
]);

/** Six tests of ability of 112 people: Smith and Stanley (1983), Intelligence 7, 353–368; ability.cov in R. */
export const abilityTests = abilityCovariances.map((row, i) =>
  row.map((cell, j) => cell / Math.sqrt(abilityCovariances[i]![i]! * abilityCovariances[j]![j]!)),
);
