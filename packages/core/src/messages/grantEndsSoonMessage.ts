import type { Directory } from '../identities/createDirectory.ts'
import type { Grant } from '../model/Grant.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** The warning that a grant's time runs out, to who has the access or to the record's physician. */
export function grantEndsSoonMessage(options: {
  grant: Grant
  endsAt: Date
  directory: Directory
  reader: 'staff' | 'physician'
}): Message {
  const { grant, endsAt, directory, reader } = options
  const { recordId, requestId, medicalStaff } = grant
  const time = { time: endsAt.toISOString() }
  return createMessage({
    tone: 'waiting',
    paragraphs: [
      reader === 'staff'
        ? [`Your access to record ${recordId} ends `, time, '.']
        : [
            'The access of ',
            { person: directory.describe(medicalStaff) },
            ` to record ${recordId} ends `,
            time,
            '.',
          ],
      reader === 'staff'
        ? [
            'Needed for longer? Ask anew with ',
            { code: `/medikey request ${recordId}` },
            '. No longer needed? Give it back with ',
            { code: `/medikey release ${requestId}` },
          ]
        : ['If it shall go on, ask for a new grant with ', { code: `/medikey grant ${recordId}` }],
    ],
    footer: [['Request ', { code: requestId }]],
  })
}
