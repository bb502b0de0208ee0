import type { ReportDelivery, ReportFormat, ReportKind, ReportState } from '@zhiheng/contract/reports/report-kind';
import type { ReportSource } from '@zhiheng/contract/reports/report-document';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const kindWords: Readonly<Record<ReportKind, () => string>> = {
  quality: m.reporting_kind_quality,
  sla: m.reporting_kind_sla,
  satisfaction: m.reporting_kind_satisfaction,
  measurement: m.reporting_kind_measurement,
  improvement: m.reporting_kind_improvement,
};
export const formatWords: Readonly<Record<ReportFormat, () => string>> = {
  pptx: m.reporting_format_pptx,
  pdf: m.reporting_format_pdf,
  xlsx: m.reporting_format_xlsx,
};
export const deliveryWords: Readonly<Record<ReportDelivery, () => string>> = {
  link: m.reporting_delivery_link,
  attachment: m.reporting_delivery_attachment,
};
export const stateWords: Readonly<Record<ReportState, () => string>> = {
  queued: m.reporting_state_queued,
  running: m.reporting_state_running,
  done: m.reporting_state_done,
  failed: m.reporting_state_failed,
  cancelled: m.reporting_state_cancelled,
};
export const stateTones: Readonly<Record<ReportState, Tone>> = {
  queued: 'near',
  running: 'near',
  done: 'good',
  failed: 'bad',
  cancelled: 'idle',
};

/** Why a report could not be made. */
export const failureText = (failure: string | null): string =>
  failure === 'interrupted' ? m.reporting_failed_interrupted() : m.reporting_failed_fault();

const testWords: Readonly<Record<NonNullable<ReportSource['test']>['method'], () => string>> = {
  difference: m.reporting_test_difference,
  homogeneity: m.reporting_test_homogeneity,
  interval: m.reporting_test_interval,
  verification: m.reporting_test_verification,
};

/** n, test with its correction, and the moment of a sentence or a number. */
export function sourceText({ n, test, asOf }: ReportSource, format: Format): string {
  const parts = [
    ...(n === null ? [] : [`n = ${format.number(n)}`]),
    ...(test === null ? [] : testParts(test, format)),
    m.reporting_as_of({ time: format.dateTime(asOf) }),
  ];
  return parts.join(' · ');
}

function testParts({ method, p, adjustedP, correction, family }: NonNullable<ReportSource['test']>, format: Format): string[] {
  const shown = adjustedP ?? p;
  return [
    testWords[method](),
    ...(shown === null ? [] : [shown < 0.001 ? 'p < 0.001' : `p = ${format.number(shown, 3)}`]),
    ...(correction === null ? [] : [m.reporting_holm({ n: family })]),
  ];
}
