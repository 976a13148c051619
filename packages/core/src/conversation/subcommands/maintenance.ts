import { InvalidInputError } from '../../errors/InvalidInputError.ts'
import { describeMaintenance } from '../../queries/describeMaintenance.ts'
import { actForOneself } from '../actForOneself.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey maintenance` for all, `/medikey maintenance on|off <reason>` for the CMO. */
export const maintenance: Subcommand = {
  name: 'maintenance',
  group: 'act',
  who: 'all; on and off: the CMO',
  summary: 'tells whether the system is halted; begins or ends maintenance, after you confirm it',
  example: 'maintenance on moving to the new ward',
  parameters: [
    {
      name: 'switch',
      description: 'on begins it, off ends it; left out: tells how it stands',
      type: 'choice',
      choices: ['on', 'off'],
    },
    { name: 'reason', description: 'Why, in 1 to 500 characters', type: 'text' },
  ],
  async run(deps, options) {
    switch (options.values.switch) {
      case 'on':
        return actForOneself(deps, { ...options, kind: 'maintenance-on' })
      case 'off':
        return actForOneself(deps, { ...options, kind: 'maintenance-off' })
      default:
        if (options.values.reason !== undefined) {
          throw new InvalidInputError([
            {
              field: 'command',
              message: 'Say on or off, and why: /medikey maintenance on moving to the new ward.',
            },
          ])
        }
        return { message: await describeMaintenance(deps, options) }
    }
  },
}
