import type { Directory } from '../identities/createDirectory.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createMessage } from './createMessage.ts'
import { describeSubject } from './describeSubject.ts'
import type { Message, Text } from './Message.ts'

/** What the physician's consent means, told to each whom it concerns. */
export function consentedMessage(options: {
  request: AccessRequest
  directory: Directory
  reader: 'physician' | 'requester' | 'officer' | 'thread'
}): Message {
  const { request, directory, reader } = options
  return createMessage({
    tone: reader === 'officer' ? 'waiting' : 'good',
    paragraphs: [toWords({ request, directory, reader })],
    footer: reader === 'thread' ? [] : [['Request ', { code: request.id }]],
  })
}

function toWords(options: Parameters<typeof consentedMessage>[0]): Text {
  const { request, directory, reader } = options
  const physician = { person: directory.describe(request.physician) }
  const subject = describeSubject({ request, directory })
  switch (reader) {
    case 'physician':
      return ['You consented to the ', ...subject, '. Now it waits for the Chief Medical Officer.']
    case 'requester':
      return [
        physician,
        ' consented to your ',
        ...subject,
        '. Now it waits for the Chief Medical Officer; you will be told how it ends.',
      ]
    case 'officer':
      return [
        'A ',
        ...subject,
        ', to which ',
        physician,
        ' consented, waits for your decision on ',
        { message: { label: 'its card', refs: [] } },
        ', or with ',
        { code: `/medikey approve ${request.id}` },
        ' or ',
        { code: `/medikey deny ${request.id} <reason>` },
      ]
    case 'thread':
      return [{ bold: 'Consented' }, ' by ', physician, '. Now the Chief Medical Officer decides.']
  }
}
