/** Eight people's answers to four questions: small enough to work by hand. */
export const eightAnswers = [
  [3, 4, 2, 5],
  [4, 4, 3, 4],
  [2, 1, 2, 3],
  [5, 5, 4, 4],
  [1, 2, 1, 3],
  [4, 3, 5, 5],
  [3, 3, 2, 2],
  [5, 4, 5, 3],
];
