import { RefusalError } from '../errors/RefusalError.ts'

/** Told to who names an alert that is not there: somebody in a chat, or the operator in a terminal. */
export function alertNotFound(options: { to: 'person' | 'operator' }): RefusalError {
  const command = options.to === 'operator' ? 'medikey alerts list' : '/medikey alerts'
  return new RefusalError({
    code: 'ALERT_NOT_FOUND',
    message: `There is no such alert. Open ones are listed by ${command}.`,
  })
}
