import { formatChallenge } from '../identities/formatChallenge.ts'
import { formatProof } from '../identities/formatProof.ts'
import type { ShownChallenge } from '../model/ShownChallenge.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** What a person has to sign to be linked, and how. */
export function challengeMessage(challenge: ShownChallenge): Message {
  const { account, network, expiresAt } = challenge
  const { platform } = account
  const proof = formatProof({ platform, principal: '<principal>', signature: '<signature>' })
  // On the demo's terminal the people are personas, whose user ids are their handles.
  const persona = platform === 'terminal' ? ` --persona ${account.userId}` : ''
  return createMessage({
    title: 'Prove which principal you are',
    tone: 'waiting',
    paragraphs: [
      ['Sign this challenge with your Stacks key, on your own machine. Nothing is sent from there:'],
      [{ code: `medikey identity sign ${formatChallenge(challenge)}${persona}` }],
      ['Then paste here the line that it prints: ', { code: proof }],
      [
        'It is good once, for you alone, until ',
        { time: expiresAt.toISOString() },
        '. Never sign a challenge that somebody sent you: they would become you.',
      ],
    ],
    fields: [
      { label: 'You', value: [`${platform} user `, { code: account.userId }] },
      { label: 'Workspace', value: [{ code: account.workspace }] },
      { label: 'Network', value: [network] },
    ],
  })
}
