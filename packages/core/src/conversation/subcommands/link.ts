import { InvalidInputError } from '../../errors/InvalidInputError.ts'
import { beginLink } from '../../identities/beginLink.ts'
import { proveLink } from '../../identities/proveLink.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey link`, and `/medikey link <principal> <signature>` once the challenge is signed. */
export const link: Subcommand = {
  name: 'link',
  group: 'identity',
  who: 'everybody',
  summary: 'proves with your key which principal you are: gives you what to sign, then takes the signature',
  example: 'link',
  parameters: [
    { name: 'principal', description: 'Your principal, once you have signed', type: 'word' },
    { name: 'signature', description: 'What medikey identity sign printed after it', type: 'word' },
  ],
  async run(deps, { account, delivery, values: { principal, signature } }) {
    if (principal === undefined && signature === undefined) return beginLink(deps, { account, delivery })
    if (principal === undefined || signature === undefined) {
      throw new InvalidInputError([
        {
          field: 'command',
          message:
            'To prove who you are, give your principal and the signature: paste the whole line that medikey identity sign prints. For something to sign, type /medikey link alone.',
        },
      ])
    }
    return proveLink(deps, { account, delivery, principal, signature })
  },
}
