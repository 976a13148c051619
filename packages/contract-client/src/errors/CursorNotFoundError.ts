import { BaseError } from '@medikey/errors'

/** The event that a cursor names is not on the chain any more. */
export class CursorNotFoundError extends BaseError {
  override readonly name: string = 'CursorNotFoundError'
  readonly cursor: string

  constructor(o: { cursor: string }) {
    super({
      code: 'CURSOR_NOT_FOUND',
      shortMessage: `No event stands at cursor ${o.cursor}; a reorg may have taken it. Read again from the newest page.`,
    })
    this.cursor = o.cursor
  }
}
