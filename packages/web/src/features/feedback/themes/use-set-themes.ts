import { useMutation } from '@tanstack/react-query';
import { setThemes, type FeedbackTheme } from '@zhiheng/contract/feedback/themes';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';

export type ThemeValues = Pick<FeedbackTheme, 'code' | 'name' | 'words'>;

/** Saves the whole list: what is left out is retired. */
export const useSetThemes = () =>
  useMutation({
    mutationFn: (themes: readonly ThemeValues[]) =>
      call(setThemes, { body: { items: themes.map(({ code, name, words }) => ({ code, name, words })) } }),
    meta: { showsError: true, done: m.feedback_themes_saved() },
  });

export const inUse = <T extends Pick<FeedbackTheme, 'retired'>>(themes: readonly T[]): T[] => themes.filter(({ retired }) => !retired);
