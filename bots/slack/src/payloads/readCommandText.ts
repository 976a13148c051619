/**
 * Prepares what follows `/medikey` for parsing by words: a mention's readable name may hold spaces.
 *
 * @example
 * readCommandText('grant 7 <@U0NADIA|Nadia K> 500 rounds') // 'grant 7 <@U0NADIA|Nadia_K> 500 rounds'
 */
export function readCommandText(text: string): string {
  return text.replace(/<@[^>]*>/g, (mention) => mention.replace(/\s+/g, '_'))
}
