import type { ForeignComment } from './foreign-table.ts';
import { jsonAt, listAt, textAt, type Json } from './read-json.rules.ts';
import { unwindChanges, type FieldChange, type FieldState } from './unwind-changes.rules.ts';
import type { LaidOut } from './open-json.ts';

const fields = ['summary', 'description', 'status', 'issuetype', 'priority', 'component', 'assignee', 'labels', 'project'] as const;

/** Names of fields in the changelog where they differ from those of the issue. */
const changeNames: Readonly<Record<string, string>> = { Component: 'component', issuetype: 'issuetype' };

export const jiraColumns = ['key', ...fields, 'reporter', 'reporterEmail', 'created', 'resolutiondate', 'at'] as const;

/** Issues as the REST interface gives them with `expand=changelog`: `{ issues: [{ key, fields, changelog: { histories } }] }`. */
export function layOutIssues(issues: readonly Json[]): LaidOut {
  const rows: Record<string, string>[] = [];
  const comments = new Map<string, ForeignComment[]>();
  for (const issue of issues) {
    const key = textAt(issue, 'key');
    for (const { at, fields: state } of statesOf(issue)) rows.push({ ...state, ...constants(issue), key, at });
    comments.set(key, commentsOf(jsonAt(issue, 'fields')));
  }
  return { columns: jiraColumns, rows, comments };
}

function constants(issue: Json): Record<string, string> {
  const of = jsonAt(issue, 'fields');
  const { reporter, created, resolutiondate } = {
    reporter: textAt(of, 'reporter'),
    created: textAt(of, 'created'),
    resolutiondate: textAt(of, 'resolutiondate'),
  };
  return { reporter, reporterEmail: textAt(jsonAt(of, 'reporter'), 'emailAddress'), created, resolutiondate };
}

function statesOf(issue: Json): FieldState[] {
  const of = jsonAt(issue, 'fields');
  const now = Object.fromEntries(fields.map((name) => [name, textAt(of, name === 'component' ? 'components' : name)]));
  const known = new Set<string>(fields);
  const changes = listAt(jsonAt(issue, 'changelog'), 'histories').flatMap((history) =>
    listAt(history, 'items').map((item): FieldChange => ({
      at: textAt(history, 'created'),
      field: changeNames[textAt(item, 'field')] ?? textAt(item, 'field'),
      from: textAt(item, 'fromString'),
      to: textAt(item, 'toString'),
    })),
  );
  const ours = changes.filter(({ field, at }) => known.has(field) && at !== '');
  return unwindChanges(
    textAt(of, 'created'),
    now,
    ours.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  );
}

/** Who reported the issue is the customer; a comment with restricted visibility is for the house. */
function commentsOf(of: Json): ForeignComment[] {
  const reporter = textAt(of, 'reporter');
  return listAt(jsonAt(of, 'comment'), 'comments').map((comment) => {
    const author = textAt(comment, 'author');
    return {
      at: textAt(comment, 'created'),
      author,
      from: author !== '' && author === reporter ? 'customer' : 'team',
      isInternal: 'visibility' in comment || comment['jsdPublic'] === false,
      body: textAt(comment, 'body'),
    };
  });
}
