export { ReviewPage, ReviewsPage } from './pages.ts';
export { reviewsSearch } from './reviews.search.ts';
