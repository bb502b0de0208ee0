export type { FormFault } from './form-fault.ts';
export { joinedFields } from './joined-fields.ts';
export { missingWords } from './missing-words.ts';
export type { MissingWords } from './missing-words.ts';
export { reviewForm } from './review-form.ts';
export { textPlaces } from './places.ts';
