/** What the API says of a transaction that came in no microblock, as none has since epoch 3: the largest int32. */
export const microblockSequence = 0x7fffffff
