/** What the app's manifest asks for, since the bot's calls need it. */
export const slackScopes = [
  'commands',
  'chat:write',
  'im:write',
  'files:write',
  'channels:history',
  'groups:history',
  'im:history',
] as const
