export { addMentionCounts, countMentions, type MentionCounts } from './count-mentions.ts';
export { fisherExactGreater, type ShareCount } from './fisher-exact.ts';
export { hotSpots, type HotSpot, type HotSpotOptions, type HotSpots, type MentionShare } from './hot-spots.ts';
