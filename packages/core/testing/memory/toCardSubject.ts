import type { CardSubject } from '../../src/model/Post.ts'

/** The subject alone, without what else was said with it. */
export function toCardSubject(options: CardSubject): CardSubject {
  return 'alertId' in options ? { alertId: options.alertId } : { requestId: options.requestId }
}
