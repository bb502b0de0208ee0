import {
  runner_file_add,
  runner_file_failed,
  runner_file_help,
  runner_file_kind,
  runner_file_progress,
  runner_file_remove,
  runner_file_too_large,
} from '../../paraglide/messages.js';
import type { QuestionOf } from '@zhiheng/forms/definition';
import { flag, html, type Markup } from '../html.ts';
import type { Upload } from '../runner-state.ts';
import type { View } from '../view.ts';

const accepted = { image: 'image/*', pdf: 'application/pdf', text: 'text/plain,.txt,.csv', audio: 'audio/*' } as const;

export const acceptOf = ({ kinds }: Pick<QuestionOf<'file'>, 'kinds'>): string => kinds.map((kind) => accepted[kind]).join(',');

export function file(view: View, question: QuestionOf<'file'>): Markup {
  const { key, most } = question;
  const uploads = view.state.uploads.filter(({ field }) => field === key);
  const room = most - uploads.filter(({ fault }) => fault === null).length;
  return html`${
      uploads.length === 0
        ? null
        : html`<ul class="files">
            ${uploads.map((upload) => fileRow(view, upload))}
          </ul>`
    }
    ${
      room <= 0
        ? null
        : html`<label class="picker" data-key="picker"
            ><span>+ ${runner_file_add({}, view.speech)}</span
            ><input
              type="file"
              class="visually-hidden"
              id="${view.id(key)}"
              data-upload="${key}"
              accept="${acceptOf(question)}"
              ${flag('multiple', room > 1)}
          /></label>`
    }
    <p class="help">${runner_file_help({ most }, view.speech)}</p>`;
}

const sizeWords = (size: number): string =>
  size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;

function fileRow(view: View, upload: Upload): Markup {
  const { key, name, size, share, fault } = upload;
  const percent = Math.round(share * 100);
  return html`<li class="file" data-key="${key}">
    <span class="file-name">${name}</span><span class="help">${sizeWords(size)}</span>
    <button type="button" class="tool" data-do="file-remove" value="${key}" aria-label="${runner_file_remove({ name }, view.speech)}">
      ×
    </button>
    ${
      fault === null && share < 1
        ? html`<progress
            class="file-progress"
            max="100"
            value="${percent}"
            aria-label="${runner_file_progress({ name }, view.speech)}"
          ></progress>`
        : null
    }
    ${fault === null ? null : html`<p class="fault" role="alert">■ ${faultWords(view, fault)}</p>`}
  </li>`;
}

function faultWords({ speech }: View, fault: NonNullable<Upload['fault']>): string {
  return { 'too-large': runner_file_too_large, kind: runner_file_kind, failed: runner_file_failed }[fault]({}, speech);
}
