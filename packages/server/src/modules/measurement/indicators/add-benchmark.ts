import type { Parsed } from '@zhiheng/contract/endpoint';
import type { addBenchmark as endpoint, Benchmark } from '@zhiheng/contract/measurement/indicators';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockIndicator } from './select-indicators.ts';

export async function addBenchmark(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Benchmark> {
  const indicator = await lockIndicator(call, params.code);
  const { kind, value, source, url, asOf } = body;
  const id = newId();
  const row = { org_id: call.orgId, id, indicator_id: indicator.id, kind, value, source: JSON.stringify(source), url, as_of: asOf };
  await call.db.insertInto('benchmark').values(row).execute();
  const entity = { kind: 'indicator', id: indicator.id, label: indicator.name.zh };
  await recordEvent(call, { type: 'benchmark.added', entity, data: { code: indicator.code, ...body } });
  return { id, kind, value, source, url, asOf };
}
