/** Takes Slack's tokens, and addresses that are as good as one, out of a text. */
export function redactTokens(text: string): string {
  return text
    .replace(/\b(?:xox[a-z]|xapp|xwfp)-[\w.-]+/g, '[redacted]')
    .replace(/(ticket=)[^&\s"']+/g, '$1[redacted]')
    .replace(/(https?:\/\/[^\s"'/]+\/(?:actions|commands|services)\/)[^\s"']+/g, '$1[redacted]')
}
