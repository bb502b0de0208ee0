import type { ReportFormat } from '@zhiheng/contract/reports/report-kind';
import type { Written } from './write-pptx.ts';

const office = 'application/vnd.openxmlformats-officedocument';
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pptx: `${office}.presentationml.presentation`,
  pdf: 'application/pdf',
  xlsx: `${office}.spreadsheetml.sheet`,
};

/** Writes a report in one format. What writes it is fetched with the first report: who makes none never loads it. */
export async function writeFile(format: ReportFormat, written: Written): Promise<Buffer> {
  switch (format) {
    case 'pptx':
      return (await import('./write-pptx.ts')).writePptx(written);
    case 'pdf':
      return (await import('./write-pdf.ts')).writePdf(written);
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(written);
    default:
      return format satisfies never;
  }
}
