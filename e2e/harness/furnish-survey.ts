import type { z } from 'zod';
import { createDistribution, type distributionKind } from '@zhiheng/contract/surveys/distributions';
import { createSurvey, getSurvey, publishSurvey } from '@zhiheng/contract/surveys/surveys';
import type { Person } from './set-up-organisation.ts';
import { everyQuestion } from './survey-form.ts';

type Settings = NonNullable<z.input<typeof createDistribution.body>['settings']>;

interface Wanted {
  readonly form?: z.input<typeof createSurvey.body>['form'];
  readonly kind?: z.infer<typeof distributionKind>;
  readonly settings?: Settings;
}

export interface PublishedSurvey {
  readonly id: string;
  /** the way to it */
  readonly way: string;
  /** path of the page, without the server; empty where everybody has a link of their own */
  readonly at: string;
  /** how many answers the server has */
  readonly answers: () => Promise<number>;
}

/** A published survey and a way to it. */
export async function publish(
  call: Person['call'],
  { form = everyQuestion, kind = 'public', settings = {} }: Wanted = {},
): Promise<PublishedSurvey> {
  const draft = await call(createSurvey, { body: { name: { zh: '服务质量调查', en: 'Service quality' }, form } });
  const { id } = await call(publishSurvey, { params: { id: draft.id }, body: { version: draft.version } });
  const way = await call(createDistribution, { params: { id }, body: { kind, name: { zh: '链接', en: 'Link' }, settings } });
  const at = way.url === null ? '' : new URL(way.url).pathname;
  return { id, way: way.id, at, answers: async () => (await call(getSurvey, { params: { id } })).responses };
}
