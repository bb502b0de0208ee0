import type { OpenSloProblem } from '@zhiheng/contract/monitoring/openslo';
import { m } from '../../paraglide/messages.js';

export const openSloReasons = {
  not_yaml: m.objectives_slo_not_yaml,
  not_openslo: m.objectives_slo_not_openslo,
  unsupported_kind: m.objectives_slo_kind,
  unsupported_field: m.objectives_slo_field,
  unsupported_value: m.objectives_slo_value,
  missing: m.objectives_slo_missing,
  unknown_reference: m.objectives_slo_reference,
  unknown_service: m.objectives_slo_service,
  unknown_probe: m.objectives_slo_probe,
  unknown_indicator: m.objectives_slo_indicator,
  unknown_calendar: m.objectives_slo_calendar,
  wrong_value: m.objectives_slo_wrong,
  name_taken_twice: m.objectives_slo_twice,
} as const satisfies Record<OpenSloProblem['reason'], () => string>;
