/** Slack's tiers of rate limits: the calls of one method that it promises to take a minute, by app and workspace. */
export const tiers = { one: 1, two: 20, three: 50, four: 100 } as const
