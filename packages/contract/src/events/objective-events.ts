/** Probes, and the objectives they feed. */
export const objectiveEvents = [
  'probe.created',
  'probe.changed',
  'probe.deleted',
  'probe.went-down',
  'probe.came-back',
  'objective.created',
  'objective.changed',
  'objective.published',
  'objective.retired',
  'objective.resumed',
  'objective.exclusion-entered',
  'objective.exclusion-approved',
  'objective.exclusion-rejected',
  'objective.restated',
  'objective.alerted',
  'objective.recovered',
] as const;
