import { z } from 'zod'
import type { ParseDuration } from './ParseDuration.ts'
import { toPlainSection } from './toPlainSection.ts'

const text = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error })

const NO_DURATION = 'must be a duration such as 30m, 8h, 7d or 2w, at most a year'

const duration = (parseDuration: ParseDuration) =>
  z.string({ error: NO_DURATION }).transform((value, context) => {
    const milliseconds = parseDuration(value)
    if (milliseconds !== null) return milliseconds
    context.addIssue({ code: 'custom', message: NO_DURATION })
    return z.NEVER
  })

// YAML reads an unquoted snowflake as a number; the reader keeps such numbers whole (bigint), so that the
// id is taken as it was meant instead of losing its last digits.
const SNOWFLAKE = /^\d{17,20}$/
const NO_SNOWFLAKE = 'must be a Discord id of 17 to 20 digits (Developer Mode, then Copy ID)'
const snowflake = z.preprocess(
  (value) => (typeof value === 'bigint' ? value.toString() : value),
  text(SNOWFLAKE, NO_SNOWFLAKE),
)

const principal = text(
  /^S[0-9A-HJKMNP-TV-Z]{26,41}$/,
  'must be a Stacks address such as ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
)

const slackUser = text(
  /^(T[A-Z0-9]{2,20}\/)?[UW][A-Z0-9]{2,20}$/,
  'must be a Slack member id such as U012AB3CD, or workspace and member such as T012AB3CD/U012AB3CD',
).transform((value) => {
  const [userId = '', workspace = null] = value.split('/').reverse()
  return { workspace, userId }
})

/** A channel that is left out, and one that a `#` has made a comment of, are told as what they are. */
const channelId = (pattern: RegExp, options: { example: string; wrong: string }) => {
  const { example, wrong } = options
  const error = ({ input }: { readonly input?: unknown }) => {
    if (input === undefined) return `is missing: write the channel's id, such as ${example}`
    if (input === null)
      return `is empty: write the channel's id, such as ${example}, not its #name, which YAML takes for a comment`
    return wrong
  }
  return z.preprocess(
    (value) => (typeof value === 'bigint' ? value.toString() : value),
    z.string({ error }).regex(pattern, { error: wrong }),
  )
}

const slackChannel = channelId(/^[CG][A-Z0-9]{2,20}$/, {
  example: 'C012AB3CD',
  wrong: 'must be a Slack channel id such as C012AB3CD, not its name',
})

const discordChannel = channelId(SNOWFLAKE, { example: '"100000000000000001"', wrong: NO_SNOWFLAKE })

const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape, error: string) =>
  z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : error) })

/** A setting whose lines are all commented out is null in YAML and means the same as an absent one. */
const absentWhenNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value ?? undefined, schema)

/** One person of the file. */
export const identitySchema = object(
  {
    name: z
      .string({ error: 'must be the name that cards show' })
      .trim()
      .min(1, { error: 'must be the name that cards show' })
      .max(80, { error: 'must have at most 80 characters' }),
    principal,
    slack: absentWhenNull(slackUser.optional()).transform((value) => value ?? null),
    discord: absentWhenNull(snowflake.optional()).transform((userId) => (userId ? { userId } : null)),
  },
  'must be a person with name and principal',
)

const DAY_MS = 86_400_000

const channels = <Channel extends z.ZodType>(channel: Channel) =>
  absentWhenNull(
    object({ approvals: channel, alerts: channel }, 'must name the channels approvals and alerts').optional(),
  ).transform((value) => value ?? null)

const policy = (parseDuration: ParseDuration) =>
  absentWhenNull(
    object(
      {
        approvalExpiresIn: duration(parseDuration).default(DAY_MS),
        executionExpiresIn: duration(parseDuration).default(DAY_MS),
      },
      'must have approvalExpiresIn and executionExpiresIn',
    ).prefault({}),
  )

const list = <Item extends z.ZodType>(item: Item, error: string) =>
  absentWhenNull(z.array(item, { error }).default([]))

/** Sections of the file that other rooms know, with the schemas that read them. */
export type SectionSchemas = Readonly<Record<string, z.ZodType>>

/** What the sections say once they are checked. */
export type Sections<S extends SectionSchemas> = { readonly [Name in keyof S]: z.output<S[Name]> }

/** The shape of medikey.yaml. What one entry cannot know of another is checked in checkIdentities. */
export const createFileSchema = (options: { parseDuration: ParseDuration; sections: SectionSchemas }) =>
  object(
    {
      network: z
        .enum(['mainnet', 'testnet', 'devnet'], { error: 'must be mainnet, testnet or devnet' })
        .default('devnet'),
      contract: text(
        /^S[0-9A-HJKMNP-TV-Z]{26,41}\.[a-zA-Z][a-zA-Z0-9_-]{0,39}$/,
        'must be the address of the deployed contract, ADDRESS.medvault',
      ).optional(),
      identities: list(identitySchema, 'must be a list of people, each with name and principal'),
      auditors: list(principal, 'must be a list of Stacks addresses'),
      channels: absentWhenNull(
        object(
          { slack: channels(slackChannel), discord: channels(discordChannel) },
          'must have slack or discord',
        ).prefault({}),
      ),
      approvals: absentWhenNull(
        object(
          { grant: policy(options.parseDuration), revoke: policy(options.parseDuration) },
          'must have grant and revoke',
        ).prefault({}),
      ),
      ...toShape(options.sections),
    },
    'must be settings by name, for example "network: devnet"',
  )

const toShape = (sections: SectionSchemas): object =>
  Object.fromEntries(
    Object.entries(sections).map(([name, schema]) => [name, z.preprocess(toPlainSection, schema)]),
  )

/** What medikey.yaml says once it is checked, beside the sections of other rooms. */
export type FileSettings = z.output<ReturnType<typeof createFileSchema>>
