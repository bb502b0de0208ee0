import { m } from '../../paraglide/messages.js';
import type { DayFace, OverrideKind } from './year-days.ts';

/** What a kind of day is called, and the mark that stands in the year. */
export const kindWords: Readonly<Record<OverrideKind, () => string>> = {
  'public-holiday': m.calendars_kind_public_holiday,
  'rest-day': m.calendars_kind_rest_day,
  'make-up-day': m.calendars_kind_make_up_day,
  closure: m.calendars_kind_closure,
  'special-hours': m.calendars_kind_special_hours,
};
export const kindMarks: Readonly<Record<OverrideKind, () => string>> = {
  'public-holiday': m.calendars_mark_public_holiday,
  'rest-day': m.calendars_mark_rest_day,
  'make-up-day': m.calendars_mark_make_up_day,
  closure: m.calendars_mark_closure,
  'special-hours': m.calendars_mark_special_hours,
};
export const kinds = Object.keys(kindWords) as readonly OverrideKind[];

export const faceWords: Readonly<Record<DayFace, () => string>> = {
  ...kindWords,
  working: m.calendars_face_working,
  closed: m.calendars_face_closed,
};
