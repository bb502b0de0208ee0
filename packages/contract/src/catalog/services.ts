import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, localProse, localText } from '../values/text.ts';
import { serviceState } from './service-state.ts';

export const service = z.object({
  id,
  code,
  name: localText,
  type: code,
  description: localProse,
  customers: localText.nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  teamId: id.nullable(),
  teamName: localText.nullable(),
  channels: z.array(code),
  state: serviceState,
  parentId: id.nullable(),
  dependsOn: z.array(id),
  version: z.number().int(),
  updatedAt: instant,
});
export type Service = z.infer<typeof service>;

const serviceFields = z.object({
  name: localText,
  type: code,
  description: localProse,
  customers: localText.nullable(),
  ownerId: id.nullable(),
  teamId: id.nullable(),
  channels: z.array(code),
  state: serviceState,
  parentId: id.nullable(),
  dependsOn: z.array(id),
});
export const listServices = endpoint('GET /api/v1/services', {
  summary: 'Service catalogue',
  access: 'catalog.read',
  query: z.object({ q: z.string().max(100).optional(), state: serviceState.optional() }),
  response: z.object({ items: z.array(service) }),
});
export const getService = endpoint('GET /api/v1/services/:id', {
  summary: 'One service with the services that depend on it',
  access: 'catalog.read',
  params: idParams,
  response: service.extend({ dependents: z.array(id), children: z.array(id) }),
});
export const createService = endpoint('POST /api/v1/services', {
  summary: 'Add a service',
  access: 'catalog.write',
  body: serviceFields.partial().required({ name: true, type: true }).extend({ code }),
  response: service,
});
/** `version` is the version that was read; another one means somebody else saved first. */
export const updateService = endpoint('PATCH /api/v1/services/:id', {
  summary: 'Change a service',
  access: 'catalog.write',
  params: idParams,
  body: serviceFields.partial().extend({ version: z.number().int() }),
  response: service,
});
export const deleteService = endpoint('DELETE /api/v1/services/:id', {
  summary: 'Move a service to the trash; its figures stay',
  access: 'catalog.write',
  params: idParams,
  response: done,
});
