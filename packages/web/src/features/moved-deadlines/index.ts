export { MovedDeadlines } from './moved-deadlines.tsx';
