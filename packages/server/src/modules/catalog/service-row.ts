import type { Service } from '@zhiheng/contract/catalog/services';

export type ServiceFields = Omit<Service, 'id' | 'code' | 'ownerName' | 'teamName' | 'version' | 'updatedAt'>;

/** Fields of a service as its row holds them; dependencies have rows of their own. */
export const rowOf = (fields: ServiceFields) => ({
  name: JSON.stringify(fields.name),
  type: fields.type,
  description: JSON.stringify(fields.description),
  customers: fields.customers === null ? null : JSON.stringify(fields.customers),
  owner_id: fields.ownerId,
  team_id: fields.teamId,
  channels: fields.channels,
  state: fields.state,
  parent_id: fields.parentId,
});

/** Fields that a new service has when nothing is said about them. */
export const newService: Omit<ServiceFields, 'name' | 'type'> = {
  description: { zh: '', en: '' },
  customers: null,
  ownerId: null,
  teamId: null,
  channels: [],
  state: 'live',
  parentId: null,
  dependsOn: [],
};
