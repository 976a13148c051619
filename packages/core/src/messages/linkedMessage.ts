import type { Link } from '../model/Link.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/**
 * What a person is told whose proof was good.
 *
 * @param options.previous the link that it ended; null when there was none
 */
export function linkedMessage(options: { principal: string; previous: Link | null }): Message {
  const { principal, previous } = options
  if (previous?.principal === principal) {
    return createMessage({
      tone: 'good',
      paragraphs: [['You are linked to ', { code: principal }, ' already: nothing was changed.']],
    })
  }
  return createMessage({
    tone: 'good',
    paragraphs: [
      ['You proved to be ', { code: principal }, '.'],
      ...(previous === null ? [] : [['You are no longer linked to ', { code: previous.principal }, '.']]),
      [
        { code: '/medikey whoami' },
        ' tells what follows from it, ',
        { code: '/medikey unlink' },
        ' ends it.',
      ],
    ],
  })
}
