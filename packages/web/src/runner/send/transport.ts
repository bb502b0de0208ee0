import type { Reply } from '@zhiheng/contract/endpoint';
import type { RawAnswers, saveRun, submitRun, uploadToRun } from '@zhiheng/contract/surveys/runs';
import type { z } from 'zod';

export type Submission = z.input<typeof submitRun.body>;
export type Draft = z.input<typeof saveRun.body>;
export type SubmitReply = Reply<typeof submitRun>;
export type UploadReply = Reply<typeof uploadToRun>;

export interface UploadOrder {
  readonly resume: string;
  readonly field: string;
  readonly file: File;
  readonly onShare: (share: number) => void;
}

/** Where answers go. What is absent is not offered. */
export interface Transport {
  submit(submission: Submission): Promise<SubmitReply>;
  save?(draft: Draft): Promise<unknown>;
  upload?(order: UploadOrder): Promise<UploadReply>;
  refuse?(): Promise<unknown>;
}

/** A server that could not be reached, or that will be able to answer later. */
export class Unreached extends Error {}

/** The server does not take it, and will not the next time. */
export class Spurned extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Answers as they travel. */
export const travelling = (answers: Readonly<Record<string, string | number | readonly string[]>>): RawAnswers =>
  Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, typeof answer === 'object' ? [...answer] : answer]));
