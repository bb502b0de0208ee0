export type {
  ChoiceField,
  ChoicesField,
  DateField,
  Facet,
  Field,
  FilesField,
  NumberField,
  OrderField,
  ScaleField,
  TextField,
} from './field.ts';
export { fieldName } from './field-name.ts';
export { fieldsOf, scaleFieldsOf } from './fields-of.ts';
export { wordsIn } from './words-in.ts';
