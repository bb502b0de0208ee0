import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { inOrganisation, type Tx } from '../database/in-organisation.ts';
import { newId } from '../identifier.ts';
import { systemActor } from '../operation.ts';
import { recordEvent } from '../record-event.ts';
import { deliverEvents } from './deliver-events.ts';
import type { DomainEvent, Subscriber } from './subscriber.ts';

const server = useTestServer();
const when = new Date('2026-03-02T08:00:00Z');

describe('subscribers of events', () => {
  let orgId: string;
  let name: string;
  let labels: (string | null)[];
  beforeEach(async () => {
    ({ orgId } = await newOrganisation(server));
    name = newId();
    labels = [];
  });

  const note = (db: Tx, label: string) =>
    recordEvent({ db, orgId, actor: systemActor, now: when }, { type: 'unit.created', entity: { kind: 'unit', id: newId(), label } });
  const happen = (...all: string[]) =>
    inOrganisation(server.root, orgId, async (db) => {
      for (const label of all) await note(db, label);
    });
  /** Hears only this test's events; what it keeps is known after the commit alone, so it reads the cursor's own transaction. */
  const subscriber = (hear: (event: DomainEvent) => void = () => undefined): Subscriber => ({
    name,
    types: ['unit.created'],
    async handle(operation, events) {
      if (operation.orgId !== orgId) return;
      const heard = events.map((event) => {
        hear(event);
        return event.label;
      });
      labels.push(...heard);
    },
  });
  const deliver = (to: Subscriber) => deliverEvents(server.root, [to]);
  const until = async (to: Subscriber, n: number) => {
    for (let tries = 0; labels.length < n && tries < 500; tries++) {
      await deliver(to);
      await sleep(10);
    }
  };

  it('hear each event once, in order, with what the log knows', async () => {
    const seen: DomainEvent[] = [];
    const to = subscriber((event) => seen.push(event));
    await happen('first', 'second');
    await until(to, 2);
    await happen('third');
    await until(to, 3);
    await Promise.all([deliver(to), deliver(to)]);
    expect(labels).toEqual(['first', 'second', 'third']);
    expect(seen[0]).toMatchObject({ at: when, type: 'unit.created', actorKind: 'system', actorId: null, entityKind: 'unit', data: {} });
  });

  it('miss nothing of a transaction that commits late', async () => {
    const to = subscriber();
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let late: Promise<void> | undefined;
    await new Promise<void>((written) => {
      late = inOrganisation(server.root, orgId, async (db) => {
        await note(db, 'begun first');
        written();
        await held;
      });
    });
    await happen('committed first');
    for (let turn = 0; turn < 5; turn++) await deliver(to);
    expect(labels).toEqual([]);
    commit();
    await late;
    await until(to, 2);
    expect(labels).toEqual(['begun first', 'committed first']);
  });

  it('go on behind an event that they cannot handle, and get it again later', async () => {
    let broken = true;
    const to = subscriber((event) => {
      if (broken && event.label === 'bad') throw new Error('cannot read that');
    });
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    await happen('good', 'bad', 'also good');
    await until(to, 2);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
    expect(labels.filter((label) => label !== 'bad').slice(-2)).toEqual(['good', 'also good']);
    const failures = () => server.owner.selectFrom('event_failure').selectAll().where('subscriber', '=', name).execute();
    expect(await failures()).toMatchObject([{ org_id: orgId, attempts: 1, reason: 'Error: cannot read that' }]);

    const makeDue = () => server.owner.updateTable('event_failure').set({ next_at: when }).where('subscriber', '=', name).execute();
    await makeDue();
    await deliver(to);
    expect(await failures()).toMatchObject([{ attempts: 2 }]);
    expect((await failures())[0]!.next_at.getTime()).toBeGreaterThan(Date.now());

    broken = false;
    await makeDue();
    await deliver(to);
    expect(labels.at(-1)).toBe('bad');
    expect(await failures()).toEqual([]);
  });

  it('lose with their cursor what they wrote in a transaction that fails', async () => {
    let attempts = 0;
    const writing: Subscriber = {
      name,
      types: ['unit.created'],
      async handle({ db, orgId: org }, events) {
        if (org !== orgId) return;
        await db
          .insertInto('number_block')
          .values({ org_id: org, kind: `${name}-${events[0]!.id}`, next: 1 })
          .execute();
        attempts += 1;
        if (attempts <= 2) throw new Error('not yet');
      },
    };
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    await happen('only');
    for (let tries = 0; attempts < 2 && tries < 500; tries++) {
      await deliver(writing);
      await sleep(10);
    }
    warn.mockRestore();
    const written = () => server.owner.selectFrom('number_block').select('kind').where('kind', 'like', `${name}-%`).execute();
    expect(await written()).toEqual([]);
    await server.owner.updateTable('event_failure').set({ next_at: when }).where('subscriber', '=', name).execute();
    await deliver(writing);
    expect(await written()).toHaveLength(1);
  });
});
