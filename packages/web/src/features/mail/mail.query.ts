import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getMailSettings,
  getReceivedMail,
  listReceivedMail,
  listSentMail,
  previewMail,
  type MailTexts,
  type TemplateKind,
} from '@zhiheng/contract/mail/mail';
import type { Locale } from '@zhiheng/contract/values/text';
import { call } from '../../lib/call.ts';
import type { MailSearch } from './mail.search.ts';

export const mailSettingsQuery = queryOptions({ queryKey: ['mail', 'settings'], queryFn: () => call(getMailSettings) });

export const sentMailQuery = (state: MailSearch['state']) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'sent', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listSentMail, { query: { state, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const receivedMailQuery = (outcome: MailSearch['outcome']) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'received', outcome],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listReceivedMail, { query: { outcome, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const oneReceivedQuery = (id: string) =>
  queryOptions({ queryKey: ['mail', 'received', 'one', id], queryFn: () => call(getReceivedMail, { params: { id } }) });

export interface Previewed {
  readonly kind: TemplateKind;
  readonly language: Locale;
  readonly texts: MailTexts;
}

export const previewQuery = ({ kind, language, texts }: Previewed) => {
  const body = { kind, language, template: texts[kind][language], signature: texts.signature[language] };
  return queryOptions({
    queryKey: ['mail-preview', body],
    queryFn: () => call(previewMail, { body }),
    placeholderData: keepPreviousData,
    retry: false,
  });
};
