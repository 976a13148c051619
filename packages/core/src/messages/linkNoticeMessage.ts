import type { Account } from '../model/Account.ts'
import type { Settings } from '../Settings.ts'
import { createMessage } from './createMessage.ts'
import { demoFooter } from './demoFooter.ts'
import type { Message } from './Message.ts'

/** Tells who is a principal that another account proved to be it. */
export function linkNoticeMessage(options: {
  account: Account
  principal: string
  office: string
  settings: Settings
}): Message {
  const { account, principal, office, settings } = options
  return createMessage({
    title: 'Another account is linked to your principal',
    tone: 'waiting',
    paragraphs: [
      [
        `The ${account.platform} user `,
        { code: account.userId },
        ' of workspace ',
        { code: account.workspace },
        ' proved with the key to be ',
        { code: principal },
        `, ${office}, as you are.`,
      ],
      [
        'If that was you, there is nothing to do. If not, somebody has your key: stop using it and tell your MediKey administrator at once.',
      ],
    ],
    footer: demoFooter(settings),
  })
}
