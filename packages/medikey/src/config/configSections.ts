import { alertsSchema, digestSchema, monitorsSchema } from '@medikey/core'
import { isCron } from '@medikey/jobs'
import { z } from 'zod'

const NO_CRON =
  'must be a cron expression such as "*/5 * * * *", and of days that come, of the month or of the week and not of both'

/** Checks the crons whatever else is wrong, so that all of it is told at once. */
const cronsCheck = z.core._check(
  ({ value, issues }) => {
    for (const [name, settings] of Object.entries(Object(value))) {
      const { cron } = Object(settings)
      if (typeof cron === 'string' && !isCron(cron))
        issues.push({ code: 'custom', path: [name, 'cron'], message: NO_CRON, input: cron })
    }
  },
  { when: () => true },
)

/** The sections of medikey.yaml that core reads, checked also by what runs the monitors. */
export const configSections = {
  monitors: monitorsSchema.check(cronsCheck),
  alerts: alertsSchema,
  digest: digestSchema.check(cronsCheck),
}
