export { ReplayCalendar } from './replay-calendar.tsx';
