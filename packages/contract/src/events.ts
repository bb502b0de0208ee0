import { z } from 'zod';
import { campaignEvents } from './events/campaign-events.ts';
import { caseEvents } from './events/case-events.ts';
import { connectionEvents } from './events/connection-events.ts';
import { feedbackEvents } from './events/feedback-events.ts';
import { fieldworkEvents } from './events/fieldwork-events.ts';
import { houseEvents } from './events/house-events.ts';
import { improvementEvents } from './events/improvement-events.ts';
import { learningEvents } from './events/learning-events.ts';
import { measurementEvents } from './events/measurement-events.ts';
import { objectiveEvents } from './events/objective-events.ts';
import { reportEvents } from './events/report-events.ts';
import { serviceEvents } from './events/service-events.ts';
import { surveyEvents } from './events/survey-events.ts';
import { systemEvents } from './events/system-events.ts';

/** Every domain event. The name says what happened to which thing; `data` is what a reader of the log wants to know. */
export const eventType = z.enum([
  ...houseEvents,
  ...serviceEvents,
  ...measurementEvents,
  ...learningEvents,
  ...caseEvents,
  ...connectionEvents,
  ...objectiveEvents,
  ...surveyEvents,
  ...feedbackEvents,
  ...fieldworkEvents,
  ...campaignEvents,
  ...improvementEvents,
  ...reportEvents,
  ...systemEvents,
]);
export type EventType = z.infer<typeof eventType>;
