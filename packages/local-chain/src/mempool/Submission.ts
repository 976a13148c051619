import type { Rejection } from '../admission/Rejection.ts'

/** What a node answers to a posted transaction. */
export type Submission =
  | { readonly accepted: true; readonly txid: string }
  | { readonly accepted: false; readonly txid: string; readonly rejection: Rejection }
