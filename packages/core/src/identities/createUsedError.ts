import { RefusalError } from '../errors/RefusalError.ts'

/** What is said of a challenge that was used, whether that was long ago or just now. */
export function createUsedError(): RefusalError {
  return new RefusalError({
    code: 'CHALLENGE_USED',
    message:
      'This challenge was used already, and each is good once. Type /medikey whoami to see who you are, or /medikey link for a new one.',
  })
}
