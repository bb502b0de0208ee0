import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getAgreement,
  listAgreements,
  listServiceContracts,
  listSuppliers,
  previewAgreement,
} from '@zhiheng/contract/agreements/agreements';
import { listCustomers } from '@zhiheng/contract/customers/customers';
import type { CallInput, Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type AgreementWithVersions = Reply<typeof getAgreement>;
export type Preview = Reply<typeof previewAgreement>;
export type PreviewQuestion = CallInput<typeof previewAgreement>['body'];
export type Finding = Preview['findings'][number];

export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: () => call(listAgreements, { query: {} }).then(({ items }) => items),
});

export const agreementQuery = (id: string) =>
  queryOptions({ queryKey: ['agreements', id], queryFn: () => call(getAgreement, { params: { id } }) });

export const suppliersQuery = queryOptions({
  queryKey: ['suppliers'],
  queryFn: () => call(listSuppliers).then(({ items }) => items),
});

export const contractsQuery = queryOptions({
  queryKey: ['service-contracts'],
  queryFn: () => call(listServiceContracts, { query: {} }).then(({ items }) => items),
});

/** What a draft would promise; the last answer stays until the next one is there. */
export const previewQuery = (body: PreviewQuestion) =>
  queryOptions({
    queryKey: ['agreement-preview', body],
    queryFn: () => call(previewAgreement, { body }),
    placeholderData: keepPreviousData,
  });

/** Customers to choose from, by what was typed. */
export const customerOptionsQuery = (q: string, allowed: boolean) =>
  queryOptions({
    queryKey: ['customers', 'options', q],
    queryFn: () => call(listCustomers, { query: { limit: 100, ...(q === '' ? {} : { q }) } }).then(({ items }) => items),
    enabled: allowed,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
