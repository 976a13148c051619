import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { MessageRef } from '../model/Post.ts'
import { createMessage } from './createMessage.ts'
import { describeRequest } from './describeRequest.ts'
import { describeStatus } from './describeStatus.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message, Text } from './Message.ts'

/** Told to who asks for what an open request asks for already: where it stands, and what they may do about it. */
export function alreadyAskedMessage(options: {
  /** The open one. */
  request: AccessRequest
  /** The principal of who asked again. */
  reader: string
  refs: readonly MessageRef[]
  directory: Directory
}): Message {
  const { request, reader, refs, directory } = options
  const { status } = describeStatus({ request, transaction: null, directory })
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      [
        'A ',
        ...describeSubject({ request, directory }),
        ' was asked for already, so nothing was added: ',
        { message: { label: 'its card', refs } },
        ' says ',
        ...status,
        '.',
      ],
      ['What waits: ', ...describeRequest({ request, directory }), '.'],
      adviseOn({ request, reader, directory }),
    ],
    footer: [['Request ', { code: request.id }]],
  })
}

function adviseOn(options: { request: AccessRequest; reader: string; directory: Directory }): Text {
  const { request, reader, directory } = options
  if (reader === request.requester)
    return ['To change it, take it back first: ', { code: `/medikey cancel ${request.id}` }]
  if (reader === request.physician && request.status === 'awaiting-consent')
    return ['It waits for your consent: ', { code: `/medikey approve ${request.id}` }]
  return ['It was asked by ', { person: directory.describe(request.requester) }, '.']
}
