/** Which of two numbers a row is asked for: of a pair what should be and what is, or how important and how good; of Kano with the feature and without it. */
export type Facet = 'expectation' | 'perception' | 'importance' | 'satisfaction' | 'functional' | 'dysfunctional';

interface FieldBase {
  /** its name in an answer: `q`, `q.row`, `q.row.e`, `q.option` */
  readonly key: string;
  /** key of its question */
  readonly question: string;
  /** key of its row; null where the question has none */
  readonly row: string | null;
}

/** One option of several. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly string[];
}

/** Any of several options. */
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly options: readonly string[];
}

/** All options, in an order. */
export interface OrderField extends FieldBase {
  readonly kind: 'order';
  readonly options: readonly string[];
}

/** A whole number from `min` to `max`; `na`: or "not applicable". */
export interface ScaleField extends FieldBase {
  readonly kind: 'scale';
  readonly facet: Facet | null;
  readonly min: number;
  readonly max: number;
  readonly na: boolean;
}

/** A number, of a number question or the points of a row. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
}

/** Words; `option` is the one of a choice at which they are written. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly option: string | null;
}

/** A calendar day. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
}

/** Ids of files. */
export interface FilesField extends FieldBase {
  readonly kind: 'files';
}

/** A value that a form can hold: a column of an export. */
export type Field = ChoiceField | ChoicesField | OrderField | ScaleField | NumberField | TextField | DateField | FilesField;
