import type { Question } from '@zhiheng/forms/definition';
import { ChoiceFields } from './choice-fields.tsx';
import { EndWords, PairFields } from './end-words.tsx';
import { DateFields, FileFields, NumberFields, TextFields } from './open-fields.tsx';
import { PartsEditor } from './parts-editor.tsx';
import { PointsFields } from './points-fields.tsx';
import { ScaleFields } from './scale-fields.tsx';
import { ShuffleSwitch } from './shuffle-switch.tsx';

interface Props {
  readonly question: Question;
  readonly onChange: (question: Question, touched?: string) => void;
}

/** What only questions of one kind have. */
export function TypeFields({ question, onChange }: Props) {
  if (isChoice(question)) return <ChoiceFields question={question} onChange={onChange} />;
  if (isEnds(question)) return <EndWords question={question} onChange={onChange} />;
  if (isOpen(question)) return <OpenFields question={question} onChange={onChange} />;
  return <RatedFields question={question} onChange={onChange} />;
}

const among =
  <T extends Question['type']>(...types: readonly T[]) =>
  (question: Question): question is Extract<Question, { type: T }> =>
    (types as readonly string[]).includes(question.type);
const isChoice = among('single', 'multiple', 'ranking');
const isEnds = among('nps', 'ces');
const isOpen = among('text', 'number', 'date', 'file', 'note');

interface OpenProps extends Props {
  readonly question: Extract<Question, { type: 'text' | 'number' | 'date' | 'file' | 'note' }>;
}

function OpenFields({ question, onChange }: OpenProps) {
  switch (question.type) {
    case 'text':
      return <TextFields question={question} onChange={onChange} />;
    case 'number':
      return <NumberFields question={question} onChange={onChange} />;
    case 'date':
      return <DateFields question={question} onChange={onChange} />;
    case 'file':
      return <FileFields question={question} onChange={onChange} />;
    case 'note':
      return null;
    default:
      return question satisfies never;
  }
}

interface RatedProps extends Props {
  readonly question: Extract<Question, { type: 'scale' | 'matrix' | 'pair' | 'kano' | 'points' }>;
}

function RatedFields({ question, onChange }: RatedProps) {
  return (
    <>
      {'rows' in question ? (
        <PartsEditor
          kind="r"
          of={question.key}
          parts={question.rows}
          least={1}
          most={60}
          onChange={(rows, touched) => onChange({ ...question, rows: [...rows] }, touched)}
        />
      ) : null}
      {'scale' in question ? (
        <ScaleFields of={question.key} scale={question.scale} onChange={(scale, touched) => onChange({ ...question, scale }, touched)} />
      ) : null}
      {question.type === 'matrix' ? (
        <ShuffleSwitch checked={question.shuffle} onChange={(shuffle) => onChange({ ...question, shuffle })} />
      ) : null}
      {question.type === 'pair' ? <PairFields question={question} onChange={onChange} /> : null}
      {question.type === 'points' ? <PointsFields question={question} onChange={onChange} /> : null}
    </>
  );
}
