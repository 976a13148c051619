import { RefusalError } from '../errors/RefusalError.ts'

/** Told to who names a request that is not there, or not theirs to see. */
export function requestNotFound(): RefusalError {
  return new RefusalError({
    code: 'REQUEST_NOT_FOUND',
    message: 'There is no such request. Open ones are listed by /medikey pending.',
  })
}
