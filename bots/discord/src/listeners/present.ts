import type { Answer } from '@medikey/core'
import type { FormMemory } from '../views/formCustomId.ts'
import type { Outcome } from './Outcome.ts'

/** What core answered; a form remembers whether a button asked for it or a command. */
export function present(answer: Answer, origin: FormMemory['origin']): Outcome {
  return 'form' in answer ? { form: answer.form, origin } : { message: answer.message }
}
