import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real service desk's log of 70,986 events (UCI machine learning repository, data set 498, CC BY 4.0), kept beside the repository. */
const real = join(import.meta.dirname, '../../../shared/reference/datasets/itsm_incident_events_open.csv');

export interface Incident {
  readonly opened: Date;
  /** hours until the solution; null: not solved */
  readonly hours: number | null;
  readonly madeSla: boolean;
  readonly reopened: boolean;
  readonly reassignments: number;
}

export interface IncidentLog {
  readonly name: string;
  readonly csv: Buffer;
  readonly isReal: boolean;
  readonly events: number;
  /** worked out here by the simplest means, to compare with: the last row of each number is the incident */
  readonly incidents: readonly Incident[];
}

/** The real log where it is at hand, else one of the same shape drawn by a fixed rule: the journey is never left out. */
export function readIncidentLog(): IncidentLog {
  const isReal = existsSync(real);
  const csv = isReal ? readFileSync(real) : Buffer.from(drawnLog());
  const [head = '', ...lines] = csv.toString('utf8').trim().split('\n');
  const columns = head.trim().split(',');
  const last = new Map(lines.map((line) => [line.slice(0, line.indexOf(',')), line.trim().split(',')]));
  const incidents = [...last.values()].map((cells) => incidentOf((name) => cells[columns.indexOf(name)] ?? ''));
  return { name: isReal ? 'itsm_incident_events_open.csv' : 'drawn_events.csv', csv, isReal, events: lines.length, incidents };
}

function incidentOf(cell: (name: string) => string): Incident {
  const opened = instant(cell('opened_at'));
  const resolved = cell('resolved_at');
  return {
    opened,
    hours: resolved === '' ? null : (instant(resolved).getTime() - opened.getTime()) / 3_600_000,
    madeSla: cell('made_sla') === 'true',
    reopened: Number(cell('reopen_count')) > 0,
    reassignments: Number(cell('reassignment_count')),
  };
}

const instant = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00Z`);

function drawnLog(): string {
  const stamp = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const start = Date.parse('2016-03-01T00:10:00Z');
  const lines = Array.from({ length: 600 }, (_, at) => {
    const opened = start + at * 7 * 1_860_000;
    const resolved = at % 17 === 0 ? '' : stamp(opened + (20 + ((at * 7919) % 9000)) * 60_000);
    const row = (state: string) =>
      [String(at + 1).padStart(7, '0'), state, at % 5, at % 40 === 0 ? 1 : 0, at % 3 !== 0, stamp(opened), resolved].join(',');
    return `${row('New')}\n${row('Closed')}`;
  });
  return `number,incident_state,reassignment_count,reopen_count,made_sla,opened_at,resolved_at\n${lines.join('\n')}\n`;
}
