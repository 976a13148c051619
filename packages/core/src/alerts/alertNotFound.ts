import { RefusalError } from '../errors/RefusalError.ts'

/** Told to who names an alert that is not there. */
export function alertNotFound(): RefusalError {
  return new RefusalError({
    code: 'ALERT_NOT_FOUND',
    message: 'There is no such alert. Open ones are listed by /medikey alerts.',
  })
}
