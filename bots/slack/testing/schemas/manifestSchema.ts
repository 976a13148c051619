import { z } from 'zod'

const command = z.object({
  command: z.string().regex(/^\/\S{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).optional(),
  url: z.url().optional(),
  should_escape: z.boolean().default(false),
})

const shortcut = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
})

/** An app's manifest as far as the double obeys it, with Slack's own limits. */
export const manifestSchema = z.object({
  display_information: z.object({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().min(174).max(4000).optional(),
    background_color: z
      .string()
      .regex(/^#(?:[0-9a-fA-F]{3}){1,2}$/)
      .optional(),
  }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      shortcuts: z.array(shortcut).max(10).default([]),
      slash_commands: z.array(command).max(50).default([]),
    })
    .prefault({}),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).max(255).default([]) }) }),
  settings: z
    .object({
      event_subscriptions: z
        .object({ request_url: z.url().optional(), bot_events: z.array(z.string()).max(100).default([]) })
        .optional(),
      interactivity: z.object({ is_enabled: z.boolean(), request_url: z.url().optional() }).optional(),
      socket_mode_enabled: z.boolean().default(false),
    })
    .prefault({}),
})

export type AppManifest = z.infer<typeof manifestSchema>
