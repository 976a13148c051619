import { unlink as endLink } from '../../identities/unlink.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey unlink` */
export const unlink: Subcommand = {
  name: 'unlink',
  group: 'identity',
  who: 'everybody',
  summary: 'ends the link that you proved, at once',
  example: 'unlink',
  parameters: [],
  run: (deps, { account, delivery }) => endLink(deps, { account, delivery }),
}
