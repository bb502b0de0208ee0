import type { CallInput } from '@zhiheng/contract/endpoint';
import { createFieldCode, createFieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { createFieldSession, getFieldNotes, moveFieldSession, saveFieldNotes } from '@zhiheng/contract/fieldwork/sessions';
import { listFieldSheets, saveFieldSheet, submitFieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import { createFieldStudy, getFieldStudy, publishGuide } from '@zhiheng/contract/fieldwork/studies';
import { listAccounts } from '@zhiheng/contract/identity/accounts';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import type { RawAnswers } from '@zhiheng/contract/surveys/runs';
import { visible } from '@zhiheng/forms/answers';
import { fieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Person } from './set-up-organisation.ts';

type FieldPlaces = Readonly<Record<'study' | 'interview' | 'visits' | 'visit' | 'rated', string>>;

/** An interview with codes and quotes, a visit that was rated, and one that waits for its sheet. */
export async function furnishFieldwork(person: Person): Promise<FieldPlaces> {
  const talk = await furnishInterview(person);
  const { call } = person;
  const { items } = await call(listAccounts, { query: { limit: 200 } });
  // Whoever looks at the pages owes a sheet, so that its page is tried as well.
  const everybody = items.filter(({ state }) => state === 'active').map(({ id }) => id);
  const visits = await openStudy(person, {
    kind: 'mystery-visit',
    name: { zh: '窗口暗访', en: 'Visits to the counter' },
    wanted: 12,
    raters: 2,
  });
  const { id: me } = await call(getMe);
  const plan = (day: string, place: string, raterIds: string[]) =>
    call(createFieldSession, {
      params: { id: visits },
      body: { startsAt: `${day}T02:00:00Z`, minutes: 45, place, raterIds, conductorId: me },
    });
  const rated = await plan('2026-11-03', '一号窗口', [me]);
  await rate(person, rated.id);
  await call(moveFieldSession, { params: { id: rated.id }, body: { version: rated.version, to: 'held' } });
  const waiting = await plan('2026-11-24', '二号窗口', everybody.slice(0, 5));
  return { ...talk, visits, visit: waiting.id, rated: rated.id };
}

type Plan = CallInput<typeof createFieldStudy>['body'];

async function openStudy({ call }: Person, plan: Plan): Promise<string> {
  const { id } = await call(createFieldStudy, { body: plan });
  const { version } = await call(getFieldStudy, { params: { id } });
  await call(publishGuide, { params: { id }, body: { version } });
  return id;
}

const notes = `主持人：最近一次报修顺利吗？
P1：等了三天，中间没有人告诉我进度。我打电话去问，对方说在排队。
主持人：希望怎样改？
P1：哪怕发个短信也好，让我知道有人在管。工程师来了以后倒是很快，人也客气。`;

async function furnishInterview(person: Person): Promise<{ study: string; interview: string }> {
  const { call } = person;
  const study = await openStudy(person, {
    kind: 'interview',
    name: { zh: '报修体验访谈', en: 'Interviews on repairs' },
    wanted: 8,
    raters: 1,
  });
  const { id: me } = await call(getMe);
  const session = await call(createFieldSession, {
    params: { id: study },
    body: {
      ...{ startsAt: '2026-11-19T06:00:00Z', minutes: 60, place: '三楼会议室', conductorId: me },
      participants: [{ label: 'P1', name: '王小明', contact: '13800000000', consent: true, consentNote: '书面' }],
    },
  });
  const before = await call(getFieldNotes, { params: { id: session.id } });
  const { version } = await call(saveFieldNotes, { params: { id: session.id }, body: { version: before.version, text: notes } });
  const code = (zh: string, en: string, parentId: string | null) =>
    call(createFieldCode, { params: { id: study }, body: { name: { zh, en }, parentId } });
  const waiting = await code('等待', 'Waiting', null);
  const untold = await code('没有告知进度', 'Not told', waiting.id);
  const manners = await code('态度', 'Manners', null);
  const mark = (words: string, codeIds: string[], memo = '') => {
    const start = notes.indexOf(words);
    return call(createFieldQuote, {
      params: { id: session.id },
      body: { notesVersion: version, start, end: start + words.length, codeIds, memo },
    });
  };
  await mark('等了三天，中间没有人告诉我进度。', [waiting.id, untold.id], '核心问题');
  await mark('哪怕发个短信也好，让我知道有人在管。', [untold.id]);
  await mark('工程师来了以后倒是很快，人也客气。', [manners.id]);
  return { study, interview: session.id };
}

/** Answers that the guide takes: the middle of each scale, the first of each choice, words where it wants some. */
async function rate({ call }: Person, sessionId: string): Promise<void> {
  const { form, given } = await call(listFieldSheets, { params: { id: sessionId } });
  if (form === null) throw new Error('the guide of the furnishing was expected to be published');
  const all = Object.fromEntries(fieldsOf(form).flatMap((field) => answerOf(field)));
  const answers = visible(form, all, given).answers as RawAnswers;
  const { version } = await call(saveFieldSheet, { params: { id: sessionId }, body: { version: 0, answers } });
  await call(submitFieldSheet, { params: { id: sessionId }, body: { version, answers } });
}

function answerOf(field: Field): [string, RawAnswers[string]][] {
  switch (field.kind) {
    case 'scale':
      return [[field.key, Math.round((field.min + field.max) / 2)]];
    case 'number':
      return [[field.key, 5]];
    case 'date':
      return [[field.key, '2026-11-03']];
    case 'choice':
      return [[field.key, field.options[0] ?? '']];
    case 'text':
      return field.option === null ? [[field.key, '看到的情况']] : [];
    default:
      return [];
  }
}
