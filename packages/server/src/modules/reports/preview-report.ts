import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ReportDocument } from '@zhiheng/contract/reports/report-document';
import type { previewReport as endpoint } from '@zhiheng/contract/reports/reports';
import type { Operation } from '../../platform/operation.ts';
import { buildDocument } from './document/build-document.rules.ts';
import { gatherEvidence } from './document/gather-evidence.ts';

export const previewReport = async (operation: Operation, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<ReportDocument> =>
  buildDocument(body.kind, await gatherEvidence(operation, body));
