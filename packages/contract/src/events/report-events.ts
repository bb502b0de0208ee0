/** Reports, their schedules and templates. */
export const reportEvents = [
  'report.asked',
  'report.made',
  'report.failed',
  'report.cancelled',
  'report.deleted',
  'report-schedule.created',
  'report-schedule.changed',
  'report-schedule.deleted',
  'report-template.created',
  'report-template.changed',
  'report-template.deleted',
] as const;
