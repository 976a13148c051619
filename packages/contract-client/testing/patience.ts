import type { NodeAnswer } from './startNode.ts'

/** A client is impatient only where no answer will come: a busy machine must not turn an answer into none. */
export function patience(answer: NodeAnswer): { timeoutMs: number } {
  return { timeoutMs: answer === 'hang' ? 60 : 60_000 }
}
