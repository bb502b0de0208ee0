import { scorecardNode, type Scorecard } from '@zhiheng/contract/evaluation/scores';
import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import { localProse, localText } from '@zhiheng/contract/values/text';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: unknown;
  readonly description: unknown;
  readonly settings: unknown;
  readonly headline: string[];
  readonly tree: unknown;
  readonly version: number;
}

export const scorecardColumns = ['id', 'code', 'name', 'description', 'settings', 'headline', 'tree', 'version'] as const;

/** A row of the table as the contract speaks of it. */
export function scorecardOf({ tree, ...row }: Row): Scorecard {
  return {
    ...row,
    name: localText.parse(row.name),
    description: localProse.parse(row.description),
    settings: scoreSettings.parse(row.settings),
    children: scorecardNode.array().parse(tree),
  };
}

type Fields = Omit<Scorecard, 'id' | 'version'>;

/** Columns of the fields that are given. */
export const columnsOf = (fields: { readonly [K in keyof Fields]?: Fields[K] | undefined }) => ({
  ...(fields.code === undefined ? {} : { code: fields.code }),
  ...(fields.name === undefined ? {} : { name: JSON.stringify(fields.name) }),
  ...(fields.description === undefined ? {} : { description: JSON.stringify(fields.description) }),
  ...(fields.settings === undefined ? {} : { settings: JSON.stringify(fields.settings) }),
  ...(fields.headline === undefined ? {} : { headline: fields.headline }),
  ...(fields.children === undefined ? {} : { tree: JSON.stringify(fields.children) }),
});
