export { logLikelihoodRatio, mutualInformation, type JointCount } from './association.ts';
export { discoverThemes, type DiscoveryOptions, type ThemeCandidate } from './discover-themes.ts';
export { groupByTheme, type ThemeGroup, type ThemeGroups } from './group-by-theme.ts';
export {
  addThemeWordCounts,
  countWithTheme,
  relatedWords,
  type RelatedWord,
  type RelatedWordsOptions,
  type ThemeWordCounts,
} from './related-words.ts';
export { parseThemes, seedThemes, trades, type Trade } from './seed-themes.ts';
export { indexThemes, type ThemeIndex } from './theme-index.ts';
export { themesOf, type ThemeMention } from './themes-of.ts';
export type { Theme } from './theme.ts';
