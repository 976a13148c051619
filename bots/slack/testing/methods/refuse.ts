import type { Answer } from './Method.ts'

/** Slack's refusal. */
export function refuse(error: string, details: readonly string[] = []): Answer {
  return { ok: false, error, ...(details.length > 0 ? { response_metadata: { messages: details } } : {}) }
}
