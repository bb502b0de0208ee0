import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { DistributionKind } from '@zhiheng/contract/surveys/distributions';
import type { openRun as endpoint, Run } from '@zhiheng/contract/surveys/runs';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation, PublicCall } from '../../../platform/operation.ts';
import { findVersion } from '../versions/form-of-version.ts';
import { doorOf } from './door-of.ts';
import { onWay, type Way } from './find-way.ts';
import { closedBy } from './opening.rules.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

export const openRun = (call: PublicCall, { params, query }: Input): Promise<Reply<typeof endpoint>> =>
  onWay(call, params.token, async (operation, way) => {
    const state = stateOf(way, operation.now);
    const saved = query.resume === undefined ? null : await readDraft(operation, way, query.resume);
    if (state.kind === 'open') await noteOpening(operation, way);
    const { id, form } = await findVersion(operation, way.surveyId, saved?.versionId ?? way.versionId);
    return {
      ...wordsOf(way),
      state,
      versionId: id,
      form,
      saved: saved && { answers: saved.answers, page: saved.page, language: saved.language },
    };
  });

function stateOf(way: Way, now: Date): Run['state'] {
  const closed = closedBy(doorOf(way), now);
  return closed === null ? { kind: 'open' } : { kind: 'closed', reason: closed.reason, opensAt: closed.opensAt?.toISOString() ?? null };
}

const wordsOf = (way: Way) => ({
  ...{ organisation: way.organisation, timeZone: way.zone, surveyName: way.surveyName, given: givenOn(way) },
  ...{ anonymous: way.surveySettings.anonymous, mode: modes[way.kind], resetSeconds: way.settings.resetSeconds },
  ...{ invited: way.invitation !== null, language: way.invitation?.language ?? null },
});

const modes: Readonly<Record<DistributionKind, Run['mode']>> = {
  public: 'link',
  personal: 'link',
  email: 'link',
  'after-case': 'link',
  kiosk: 'kiosk',
  telephone: 'telephone',
  snippet: 'snippet',
};

/** What is known before the first question: of the way, and of the person. */
export const givenOn = ({ settings, invitation }: Way): Record<string, string> => ({ ...settings.given, ...invitation?.given });

interface Draft extends NonNullable<Run['saved']> {
  readonly versionId: string;
}

async function readDraft({ db, orgId }: Operation, { surveyId }: Way, resume: string): Promise<Draft | null> {
  const { rows } = await sql<Draft>`
    select version_id as "versionId", answers, page, language from survey_draft
    where org_id = ${orgId} and resume = ${hashOf(resume)} and survey_id = ${surveyId}`.execute(db);
  return rows[0] ?? null;
}

async function noteOpening({ db, orgId }: Operation, { invitation }: Way): Promise<void> {
  if (invitation === null || (invitation.state !== 'sent' && invitation.state !== 'waiting')) return;
  await sql`
    update survey_invitation set state = 'opened' where org_id = ${orgId} and id = ${invitation.id} and state in ('waiting', 'sent')`.execute(
    db,
  );
}
