import type { Service } from '@zhiheng/contract/catalog/services';
import type { ServiceState } from '@zhiheng/contract/catalog/service-state';

/** The form's fields. Choices that may stay open are undefined there and null on the wire. */
export interface ServiceValues {
  readonly name: { readonly zh: string; readonly en: string };
  readonly code: string;
  readonly type: string;
  readonly description: { readonly zh: string; readonly en: string };
  readonly customers: { readonly zh: string; readonly en: string };
  readonly ownerId: string | undefined;
  readonly teamId: string | undefined;
  readonly channels: string[];
  readonly state: ServiceState;
  readonly parentId: string | undefined;
  readonly dependsOn: string[];
}

const none = { zh: '', en: '' };

export const emptyService: Partial<ServiceValues> = { description: none, customers: none, channels: [], state: 'live', dependsOn: [] };

export function valuesOf({ name, code, type, description, channels, state, dependsOn, ...rest }: Service): ServiceValues {
  return {
    ...{ name, code, type, description, channels, state, dependsOn },
    customers: rest.customers ?? none,
    ownerId: rest.ownerId ?? undefined,
    teamId: rest.teamId ?? undefined,
    parentId: rest.parentId ?? undefined,
  };
}

/** What is sent, without the code, which never changes. */
export function bodyOf({ name, type, description, channels, state, dependsOn, ...rest }: ServiceValues) {
  const { customers } = rest;
  return {
    ...{ name, type, channels, state, dependsOn },
    // An empty text area of antd holds undefined.
    description: { zh: description.zh ?? '', en: description.en ?? '' },
    customers: (customers.zh ?? '').trim() === '' && (customers.en ?? '').trim() === '' ? null : customers,
    ownerId: rest.ownerId ?? null,
    teamId: rest.teamId ?? null,
    parentId: rest.parentId ?? null,
  };
}
