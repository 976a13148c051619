import { BaseError } from '@medikey/errors'

/** Neither the event that a cursor names nor an older one is on the chain any more. */
export class CursorNotFoundError extends BaseError {
  override readonly name: string = 'CursorNotFoundError'
  readonly cursor: string

  constructor(o: { cursor: string }) {
    super({
      code: 'CURSOR_NOT_FOUND',
      shortMessage: `No event stands at or below cursor ${o.cursor}; a reorg may have taken it. Read again from the newest page.`,
    })
    this.cursor = o.cursor
  }
}
