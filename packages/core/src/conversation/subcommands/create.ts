import { actForOneself } from '../actForOneself.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey create <volume> <category>` */
export const create: Subcommand = {
  name: 'create',
  group: 'act',
  who: 'linked',
  summary: 'creates a record of yours on the chain, after you confirm it',
  example: 'create 1,000 cardiology',
  parameters: [
    { name: 'volume', description: 'How much data it holds, in volume units', type: 'volume' },
    {
      name: 'category',
      description: 'At most 64 plain characters; public on chain, so nothing about a patient',
      type: 'category',
    },
  ],
  run: (deps, options) => actForOneself(deps, { ...options, kind: 'create' }),
}
