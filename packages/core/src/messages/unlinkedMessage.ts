import type { Identity } from '../model/Identity.ts'
import type { Link } from '../model/Link.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/**
 * What a person is told who ended their link.
 *
 * @param options.link the one that ended; null when there was none
 * @param options.declared what medikey.yaml says they are: a person cannot end that
 */
export function unlinkedMessage(options: { link: Link | null; declared: readonly Identity[] }): Message {
  const { link, declared } = options
  const rest = declared.map(({ principal }) => [
    'medikey.yaml says that you are ',
    { code: principal },
    ': only your MediKey administrator can end that.',
  ])
  if (link === null) {
    return createMessage({
      paragraphs: [['You have no link of your own, so there was nothing to end.'], ...rest],
    })
  }
  return createMessage({
    tone: 'good',
    paragraphs: [
      [
        'You are no longer linked to ',
        { code: link.principal },
        ': from now on nothing that you do here counts as done by that principal.',
      ],
      ...rest,
    ],
  })
}
