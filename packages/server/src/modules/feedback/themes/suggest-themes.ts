import { sql } from 'kysely';
import { contentWords, sentencesOf } from '@zhiheng/text/segmentation';
import { discoverThemes, seedThemes, trades, type Trade } from '@zhiheng/text/themes';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { suggestThemes as endpoint } from '@zhiheng/contract/feedback/themes';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** The newest feedback without a theme; more would not say more. */
const mostRead = 3000;
const mostFound = 12;
const mostWords = 8;

export async function suggestThemes(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = operation;
  const { rows: known } = await sql<{ code: string }>`select code from feedback_theme where org_id = ${orgId} and not retired`.execute(db);
  const codes = new Set(known.map(({ code }) => code));
  const { rows } = await sql<{ body: string }>`
    select body from feedback where org_id = ${orgId} and theme_ids = '{}' order by at desc, id desc limit ${mostRead}`.execute(db);
  const sentences = rows.flatMap(({ body }) => sentencesOf(body).map((sentence) => contentWords(sentence)));
  return {
    trades: [...trades],
    seeds: seedThemes(tradeOf(query.trade))
      .map(({ code, name, words }) => ({ code: code.replaceAll('_', '-'), name, words: [...words].slice(0, 200) }))
      .filter(({ code }) => !codes.has(code)),
    found: discoverThemes(sentences)
      .slice(0, mostFound)
      .map(({ words, n }) => ({ words: words.slice(0, mostWords), n })),
  };
}

function tradeOf(text: string | undefined): Trade | undefined {
  if (text === undefined) return undefined;
  const trade = trades.find((each) => each === text);
  if (trade === undefined) throw invalidField('trade', 'unknown_trade');
  return trade;
}
