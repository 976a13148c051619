import { z } from 'zod'

const uint = z.bigint()
const principal = z.string()

/** What the contract prints, decoded, with its field names in camelCase. */
export const medvaultEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('medical-record-created'),
    recordId: uint,
    physician: principal,
    recordCategory: z.string(),
    dataVolume: uint,
    /** The height of the block. */
    createdAt: uint,
  }),
  z.strictObject({
    event: z.literal('medical-data-accessed'),
    recordId: uint,
    accessor: principal,
    accessVolume: uint,
    /** What everybody together has drawn, after this draw. */
    accessedVolume: uint,
    dataVolume: uint,
    /** What the accessor has drawn under the present grant, after this draw; 0 for the physician. */
    staffUsage: uint,
  }),
  z.strictObject({
    event: z.literal('medical-access-granted'),
    recordId: uint,
    physician: principal,
    medicalStaff: principal,
    accessLimit: uint,
  }),
  z.strictObject({
    event: z.literal('medical-access-revoked'),
    recordId: uint,
    physician: principal,
    medicalStaff: principal,
  }),
  z.strictObject({ event: z.literal('record-archived'), recordId: uint, physician: principal }),
  z.strictObject({ event: z.literal('maintenance-enabled'), chiefMedicalOfficer: principal }),
  z.strictObject({ event: z.literal('maintenance-disabled'), chiefMedicalOfficer: principal }),
])

/** One effect of the contract, as it printed it: `event` tells which. */
export type MedvaultEvent = z.infer<typeof medvaultEvent>
