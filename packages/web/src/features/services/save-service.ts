import { createService, getService, updateService, type Service } from '@zhiheng/contract/catalog/services';
import { call } from '../../lib/call.ts';
import { bodyOf, type ServiceValues } from './service-values.ts';

/** Changes the service as it was read, or adds one. */
export function saveService(values: ServiceValues, base: Service | undefined): Promise<Service> {
  const body = bodyOf(values);
  if (base === undefined) return call(createService, { body: { ...body, code: values.code } });
  return call(updateService, { params: { id: base.id }, body: { ...body, version: base.version } });
}

export const newestOf = (id: string): Promise<Service> => call(getService, { params: { id } });
