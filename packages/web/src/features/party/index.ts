export { partyTones } from './party-tones.ts';
